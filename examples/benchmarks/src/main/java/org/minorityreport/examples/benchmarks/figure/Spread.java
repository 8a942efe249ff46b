package org.minorityreport.examples.benchmarks.figure;

import java.util.List;

/**
 * Median, smallest and largest of some figures. Immutable.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param min the smallest
 * @param max the largest
 */
public record Spread(double median, double min, double max) {
  /**
   * The spread of some figures.
   *
   * @param figures one or more
   * @return their spread
   */
  public static Spread of(List<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("no figures");
    }
    List<Double> sorted = figures.stream().sorted().toList();
    int size = sorted.size();
    return new Spread(
        (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2,
        sorted.get(0),
        sorted.get(size - 1));
  }
}
