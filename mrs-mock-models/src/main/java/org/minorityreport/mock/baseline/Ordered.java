package org.minorityreport.mock.baseline;

/** Medians of parts of a sorted array. */
final class Ordered {
  private Ordered() {}

  /** {@return the median of a part that is sorted and not empty} */
  static double median(double[] sorted, int from, int to) {
    int count = to - from;
    double upper = sorted[from + count / 2];
    return count % 2 == 1 ? upper : middle(sorted[from + count / 2 - 1], upper);
  }

  /** {@return the median of a sorted part of two or more without one of its values} */
  static double medianWithout(double[] sorted, int from, int to, int without) {
    int count = to - from - 1;
    double upper = skip(sorted, from + count / 2, without);
    return count % 2 == 1 ? upper : middle(skip(sorted, from + count / 2 - 1, without), upper);
  }

  private static double skip(double[] sorted, int index, int without) {
    return sorted[index < without ? index : index + 1];
  }

  private static double middle(double lower, double upper) {
    return lower + (upper - lower) / 2;
  }
}
