package org.minorityreport.core.clustering;

import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.UnitsColumn;

/**
 * Actual divided by expected units, step by step, clamped to [1/64, 64]; 0/0 is 1. Returns, and an
 * expectation below zero, count as zero. Immutable.
 */
final class RatioCurve {
  /** The greatest ratio; its inverse is the least. */
  static final double MAX_RATIO = 64;

  private final double[] ratios;
  private final int known;
  private final double overall;

  private RatioCurve(double[] ratios, int known, double overall) {
    this.ratios = ratios;
    this.known = known;
    this.overall = overall;
  }

  static RatioCurve of(UnitsColumn actual, UnitsColumn expected) {
    double[] ratios = new double[actual.size()];
    int known = 0;
    long actualSum = 0;
    long expectedSum = 0;
    for (int i = 0; i < ratios.length; i++) {
      long a = actual.thousandthsAt(i);
      long e = expected.thousandthsAt(i);
      if (a == SalesSeries.UNKNOWN || e == SalesSeries.UNKNOWN) {
        ratios[i] = Double.NaN;
      } else {
        ratios[i] = ratio(a, e);
        known++;
        actualSum += a;
        expectedSum += e;
      }
    }
    return new RatioCurve(ratios, known, ratio(actualSum, expectedSum));
  }

  private static double ratio(long actual, long expected) {
    double a = Math.max(actual, 0);
    double e = Math.max(expected, 0);
    if (e == 0) {
      return a == 0 ? 1 : MAX_RATIO;
    }
    return Math.min(Math.max(a / e, 1 / MAX_RATIO), MAX_RATIO);
  }

  /** {@return how many steps are known} */
  int known() {
    return known;
  }

  /** {@return units sold divided by units expected over all known steps} */
  double overall() {
    return overall;
  }

  /** {@return the logarithms of the ratios of the known steps} */
  double[] knownLogs() {
    double[] logs = new double[known];
    int next = 0;
    for (double ratio : ratios) {
      if (!Double.isNaN(ratio)) {
        logs[next++] = StrictMath.log(ratio);
      }
    }
    return logs;
  }

  /**
   * The logarithms of the curve at equally spaced points from the first to the last step; an
   * unknown step lies on the line between its known neighbours, at either end it equals the nearest
   * one.
   *
   * @param points number of points, 2 or more
   * @return one logarithm per point; there must be a known step
   */
  double[] resampledLogs(int points) {
    double[] filled = interpolated();
    double[] logs = new double[points];
    for (int j = 0; j < points; j++) {
      double at = (double) j * (filled.length - 1) / (points - 1);
      int left = (int) at;
      int right = Math.min(left + 1, filled.length - 1);
      double share = at - left;
      logs[j] = StrictMath.log(filled[left] + share * (filled[right] - filled[left]));
    }
    return logs;
  }

  private double[] interpolated() {
    double[] filled = ratios.clone();
    int before = -1;
    for (int i = 0; i <= filled.length; i++) {
      if (i == filled.length || !Double.isNaN(filled[i])) {
        fill(filled, before, i);
        before = i;
      }
    }
    return filled;
  }

  /** Fills the unknown steps between two known ones; either may lie just outside the array. */
  private static void fill(double[] values, int before, int after) {
    for (int i = before + 1; i < after; i++) {
      if (before < 0) {
        values[i] = values[after];
      } else if (after == values.length) {
        values[i] = values[before];
      } else {
        double share = (double) (i - before) / (after - before);
        values[i] = values[before] + share * (values[after] - values[before]);
      }
    }
  }
}
