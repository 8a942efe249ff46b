package org.minorityreport.core.lifecycle;

import java.util.List;

/** The formulas of drift. */
final class Drift {
  /** Tenths of the reference, as the index is used in credit scoring. */
  private static final int BINS = 10;

  /** So that an empty bin gives a great number and not infinity. */
  private static final double SMOOTHING = 0.5;

  private Drift() {}

  /**
   * The population stability index: the sum over bins of (p - q) ln(p / q), p being the share of
   * the window and q that of the reference in the bin, each count smoothed by a half (Siddiqi,
   * <i>Credit Risk Scorecards</i>, Wiley 2006; smoothing after Krichevsky and Trofimov, 1981). Bins
   * are the tenths of the reference; fewer where its values repeat.
   *
   * @param reference what it was
   * @param window what it is
   * @return 0 or more
   */
  static double populationStability(Tally reference, Tally window) {
    List<Long> cuts = reference.quantiles(BINS);
    return populationStability(reference.in(cuts), window.in(cuts));
  }

  static double populationStability(long[] reference, long[] window) {
    double[] q = shares(reference);
    double[] p = shares(window);
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += (p[i] - q[i]) * StrictMath.log(p[i] / q[i]);
    }
    return sum;
  }

  private static double[] shares(long[] counts) {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    double[] shares = new double[counts.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (counts[i] + SMOOTHING) / (all + SMOOTHING * counts.length);
    }
    return shares;
  }

  /**
   * How far the mean moved, in standard deviations of the reference (Glass's delta, 1976, without
   * its sign).
   *
   * @param reference what it was; not all of one value
   * @param window what it is
   * @return 0 or more
   */
  static double meanShift(Tally reference, Tally window) {
    return Math.abs(window.mean() - reference.mean()) / reference.deviation();
  }
}
