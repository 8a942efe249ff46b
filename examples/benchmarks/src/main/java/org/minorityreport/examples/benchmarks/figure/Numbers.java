package org.minorityreport.examples.benchmarks.figure;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
  private static final double LARGE = 1_000;

  private Numbers() {}

  /** Three digits that count, or a whole number with commas. */
  static String text(double value) {
    double size = Math.abs(value);
    if (size >= LARGE) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.3f", value);
  }
}
