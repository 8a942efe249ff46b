package org.minorityreport.examples.benchmarks.fold;

import java.util.Arrays;
import org.minorityreport.api.series.SalesSeries;

/**
 * The floor: per hour of the week the median and the median absolute deviation of all its steps,
 * then a score for each step. It looks ahead, keeps nothing and makes no windows.
 */
final class PlainFold {
  private static final int HOURS = 168;
  private static final int STEPS_AN_HOUR = 4;
  private static final double NORMAL = 1.4826;
  private static final double BOUND = 3.5;

  private PlainFold() {}

  /** {@return how many steps of a series lie far out} */
  static int deviating(SalesSeries series, int first) {
    int count = series.size() - first;
    int weeks = count / (HOURS * STEPS_AN_HOUR);
    if (weeks == 0) {
      return 0; // it knows no season
    }
    double[] values = new double[weeks * STEPS_AN_HOUR];
    int found = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      for (int i = 0; i < values.length; i++) {
        values[i] = series.unitsAt(first + step(hour, i));
      }
      double median = median(values);
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.abs(values[i] - median);
      }
      double spread = Math.max(1, NORMAL * median(values));
      for (int i = 0; i < values.length; i++) {
        double score = (series.unitsAt(first + step(hour, i)) - median) / spread;
        found += Math.abs(score) > BOUND ? 1 : 0;
      }
    }
    return found;
  }

  private static int step(int hour, int index) {
    return (index / STEPS_AN_HOUR * HOURS + hour) * STEPS_AN_HOUR + index % STEPS_AN_HOUR;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }
}
