package org.minorityreport.mock.cluster;

import java.util.List;

/**
 * The shape families of the library: how actual divided by expected sales runs from the onset to
 * the last deviating step.
 *
 * <p>A shape has a strength: of an uplift the greatest ratio, of a drop the least one.
 */
public enum Shapes {
  /** A short burst in the middle of a milder rise. */
  SPIKE("CL-SPIKE", "Spike", 3),
  /** A new level from begin to end. */
  PLATEAU("CL-PLATEAU", "Plateau", 2),
  /** A slow build-up that ends at its height. */
  RAMP("CL-RAMP", "Ramp", 2.5),
  /** A jump that fades. */
  DECAY("CL-DECAY", "Decay", 3),
  /** Two bursts with a lull between them. */
  DOUBLE("CL-DOUBLE", "Double peak", 2.5),
  /** Too little is sold, most in the middle. */
  DIP("CL-DIP", "Dip", 0.45),
  /** Nothing is sold. */
  CLOSURE("CL-CLOSURE", "Closure", 0),
  /** Purchases made earlier than usual, and missing afterwards. */
  PULL_FORWARD("CL-PULL-FORWARD", "Pull-forward", 3);

  /** An anomaly begins and ends where it first and last stands out: not at zero deviation. */
  private static final double FLOOR = 0.15;

  private final String id;
  private final String title;
  private final double strength;

  Shapes(String id, String title, double strength) {
    this.id = id;
    this.title = title;
    this.strength = strength;
  }

  /** {@return the shapes in the order of their ids in the library} */
  public static List<Shapes> all() {
    return List.of(values());
  }

  /** {@return id of the cluster of this shape} */
  public String id() {
    return id;
  }

  /** {@return name of the cluster of this shape} */
  public String title() {
    return title;
  }

  /** {@return the ratio of the typical case at its strongest} */
  public double strength() {
    return strength;
  }

  /** {@return whether less is sold than expected} */
  public boolean isDrop() {
    return strength < 1;
  }

  /**
   * The curve of the typical case.
   *
   * @param points number of equally spaced points, 2 or more
   * @return actual divided by expected at each point
   */
  public double[] ratios(int points) {
    return ratios(points, strength);
  }

  /**
   * The curve of a case of another strength.
   *
   * @param points number of equally spaced points, 2 or more
   * @param strength ratio at its strongest
   * @return actual divided by expected at each point, 0 or more
   */
  public double[] ratios(int points, double strength) {
    double[] ratios = new double[points];
    for (int i = 0; i < points; i++) {
      double at = (double) i / (points - 1);
      ratios[i] = Math.max(0, 1 + (strength - 1) * share(at));
    }
    return ratios;
  }

  /** The share of the full deviation at a point between 0 and 1. */
  private double share(double at) {
    return switch (this) {
      case SPIKE -> above(bell(at, 0.5, 0.1));
      case RAMP -> above(at);
      case DECAY -> above(StrictMath.exp(-3 * at));
      case DOUBLE -> above(Math.max(bell(at, 0.2, 0.1), bell(at, 0.8, 0.1)));
      case DIP -> above(StrictMath.sin(Math.PI * at));
      case PLATEAU, CLOSURE -> 1;
      case PULL_FORWARD -> at < 0.4 ? above(bell(at, 0.15, 0.12)) : -0.25 * bell(at, 0.75, 0.25);
    };
  }

  private static double above(double share) {
    return FLOOR + (1 - FLOOR) * share;
  }

  private static double bell(double at, double middle, double width) {
    double z = (at - middle) / width;
    return StrictMath.exp(-0.5 * z * z);
  }
}
