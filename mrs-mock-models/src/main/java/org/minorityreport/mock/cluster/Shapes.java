package org.minorityreport.mock.cluster;

import java.util.List;
import org.minorityreport.mock.world.narrative.ShapeFamily;

/**
 * The shapes of the library: how actual divided by expected sales runs from the onset to the last
 * deviating step. They are the courses of the simulated world, most of them as uplifts, some as
 * drops.
 *
 * <p>A shape has a strength: of an uplift the greatest ratio, of a drop the least one.
 */
public enum Shapes {
  /** A burst that fades. */
  SPIKE("CL-SPIKE", "Spike", ShapeFamily.SPIKE, 3),
  /** A new level from begin to end. */
  PLATEAU("CL-PLATEAU", "Plateau", ShapeFamily.PLATEAU, 2),
  /** A slow build-up that ends at its height. */
  RAMP("CL-RAMP", "Ramp", ShapeFamily.RAMP, 2.5),
  /** A jump that loses the same share in equal times. */
  DECAY("CL-DECAY", "Decay", ShapeFamily.DECAY, 3),
  /** Two bursts with a lull between them. */
  DOUBLE("CL-DOUBLE", "Double peak", ShapeFamily.DOUBLE, 2.5),
  /** Too little is sold, most in the middle. */
  DIP("CL-DIP", "Dip", ShapeFamily.DIP, 0.45),
  /** Nothing is sold. */
  CLOSURE("CL-CLOSURE", "Closure", ShapeFamily.CLOSURE, 0),
  /** Purchases made earlier than usual, and missing afterwards. */
  PULL_FORWARD("CL-PULL-FORWARD", "Pull-forward", ShapeFamily.PULL_FORWARD, 3),
  /** A lower level from begin to end. */
  SLUMP("CL-SLUMP", "Slump", ShapeFamily.PLATEAU, 0.4),
  /** A fall from which sales come back little by little. */
  RECOVERY("CL-RECOVERY", "Recovery", ShapeFamily.DECAY, 0.3);

  /** An anomaly begins and ends where it first and last stands out: not at zero deviation. */
  private static final double FLOOR = 0.15;

  private final String id;
  private final String title;
  private final ShapeFamily family;
  private final double strength;

  Shapes(String id, String title, ShapeFamily family, double strength) {
    this.id = id;
    this.title = title;
    this.family = family;
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
      double share = family.at((i + 0.5) / points);
      double seen = share < 0 ? share : FLOOR + (1 - FLOOR) * share;
      ratios[i] = Math.max(0, 1 + (strength - 1) * seen);
    }
    return ratios;
  }
}
