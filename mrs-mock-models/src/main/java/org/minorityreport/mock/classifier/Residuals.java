package org.minorityreport.mock.classifier;

import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;

/**
 * Actual minus expected of each step. Sums are made anew each time, not as differences of running
 * totals, whose last bits would depend on where the question begins. Immutable.
 */
final class Residuals {
  private final double[] residual;
  private final double[] expected;
  private final double[] variance;

  Residuals(SalesSeries series, Expectations expectations) {
    residual = new double[series.size()];
    expected = new double[residual.length];
    variance = new double[residual.length];
    for (int i = 0; i < residual.length; i++) {
      if (series.isKnown(i) && expectations.isKnown(i)) {
        expected[i] = expectations.unitsAt(i);
        residual[i] = series.unitsAt(i) - expected[i];
        variance[i] = expectations.spreadAt(i) * expectations.spreadAt(i);
      }
    }
  }

  /** {@return whether both actual and expected units of a step are known} */
  boolean isKnown(int index) {
    return variance[index] > 0;
  }

  /** {@return actual minus expected units of a step, 0 if not known} */
  double at(int index) {
    return residual[index];
  }

  /** {@return expected units of a step, 0 if the residual is not known} */
  double expectedAt(int index) {
    return expected[index];
  }

  /** {@return the square of the spread of a step, 0 if the residual is not known} */
  double varianceAt(int index) {
    return variance[index];
  }

  /** {@return the z-score of a known step} */
  double score(int index) {
    return residual[index] / Math.sqrt(variance[index]);
  }
}
