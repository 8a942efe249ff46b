package org.minorityreport.core.clustering;

/**
 * The top of a curve: the stretch from the first to the last point that reaches nine tenths of its
 * height, which a little noise on a plateau does not move as it moves the single highest point.
 * Immutable.
 */
final class Peak {
  private static final double NEARLY = 0.9;

  private final double[] curve;
  private final double height;
  private final int first;
  private final int last;

  private Peak(double[] curve, double height, int first, int last) {
    this.curve = curve;
    this.height = height;
    this.first = first;
    this.last = last;
  }

  /**
   * Finds the top.
   *
   * @param curve deviations, above zero on the side of the anomaly
   * @return its top; of a curve that is nowhere above zero, the highest points
   */
  static Peak of(double[] curve) {
    double height = curve[0];
    for (double point : curve) {
      height = Math.max(height, point);
    }
    double bound = height > 0 ? NEARLY * height : height;
    int first = -1;
    int last = -1;
    for (int i = 0; i < curve.length; i++) {
      if (curve[i] >= bound) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return new Peak(curve.clone(), height, first, last);
  }

  /** {@return the greatest deviation} */
  double height() {
    return height;
  }

  /** {@return where its middle lies, 0 the first and 1 the last point} */
  double position() {
    return (first + last) / 2.0 / (curve.length - 1);
  }

  /** {@return gain per point from the first point to the top} */
  double riseSlope() {
    return (curve[first] - curve[0]) / Math.max(1, first);
  }

  /** {@return loss per point from the top to the last point} */
  double decaySlope() {
    int end = curve.length - 1;
    return (curve[last] - curve[end]) / Math.max(1, end - last);
  }
}
