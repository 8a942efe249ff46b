package org.minorityreport.core.clustering;

/** Moments and neighbourhood of the points of a curve, without regard to its side. Immutable. */
final class CurveMoments {
  /** Below this spread a curve is flat and has no form to speak of. */
  private static final double FLAT = 1e-9;

  private final double[] points;
  private final double mean;
  private final double deviation;

  private CurveMoments(double[] points, double mean, double deviation) {
    this.points = points;
    this.mean = mean;
    this.deviation = deviation;
  }

  static CurveMoments of(double[] points) {
    double sum = 0;
    for (double point : points) {
      sum += point;
    }
    double mean = sum / points.length;
    double squares = 0;
    for (double point : points) {
      squares += (point - mean) * (point - mean);
    }
    return new CurveMoments(points.clone(), mean, Math.sqrt(squares / points.length));
  }

  /** {@return the population standard deviation} */
  double deviation() {
    return deviation;
  }

  /** {@return the third standardised moment; 0 of a flat curve} */
  double skewness() {
    return moment(3);
  }

  /** {@return the fourth standardised moment minus 3; 0 of a flat curve} */
  double excessKurtosis() {
    return deviation < FLAT ? 0 : moment(4) - 3;
  }

  /** {@return the correlation of each point with the next; 0 of a flat curve} */
  double lagOneAutocorrelation() {
    if (deviation < FLAT) {
      return 0;
    }
    double products = 0;
    for (int i = 1; i < points.length; i++) {
      products += (points[i] - mean) * (points[i - 1] - mean);
    }
    return products / (deviation * deviation * points.length);
  }

  /** {@return the mean size of the second differences} */
  double roughness() {
    double sum = 0;
    for (int i = 1; i < points.length - 1; i++) {
      sum += Math.abs(points[i - 1] - 2 * points[i] + points[i + 1]);
    }
    return sum / (points.length - 2);
  }

  private double moment(int power) {
    if (deviation < FLAT) {
      return 0;
    }
    double sum = 0;
    for (double point : points) {
      double z = (point - mean) / deviation;
      double term = 1;
      for (int i = 0; i < power; i++) {
        term *= z;
      }
      sum += term;
    }
    return sum / points.length;
  }
}
