package org.minorityreport.core.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How often each value was seen. Counts are whole numbers, so that the order in which values come
 * does not matter; memory grows with the distinct values. One thread.
 */
final class Tally {
  private final NavigableMap<Long, long[]> counts = new TreeMap<>();
  private long size;

  void add(long value) {
    counts.computeIfAbsent(value, k -> new long[1])[0]++;
    size++;
  }

  long size() {
    return size;
  }

  /** {@return the mean, NaN of nothing} */
  double mean() {
    long sum = 0;
    for (Map.Entry<Long, long[]> entry : counts.entrySet()) {
      sum += entry.getKey() * entry.getValue()[0];
    }
    return (double) sum / size;
  }

  /** {@return the standard deviation of the values as the whole population, NaN of nothing} */
  double deviation() {
    double mean = mean();
    double squares = 0;
    for (Map.Entry<Long, long[]> entry : counts.entrySet()) { // by value, whatever came first
      double off = entry.getKey() - mean;
      squares += off * off * entry.getValue()[0];
    }
    return Math.sqrt(squares / size);
  }

  /**
   * Cuts the values into parts of about equal size.
   *
   * @param parts how many
   * @return the greatest value of each part but the last, ascending; fewer where values repeat
   */
  List<Long> quantiles(int parts) {
    List<Long> cuts = new ArrayList<>();
    long below = 0;
    int next = 1;
    for (Map.Entry<Long, long[]> entry : counts.entrySet()) {
      below += entry.getValue()[0];
      boolean reached = next < parts && below * parts >= size * next;
      if (reached && below < size) {
        cuts.add(entry.getKey());
      }
      while (next < parts && below * parts >= size * next) {
        next++;
      }
    }
    return cuts;
  }

  /** {@return how many values lie in each part} */
  long[] in(List<Long> cuts) {
    long[] parts = new long[cuts.size() + 1];
    int part = 0;
    for (Map.Entry<Long, long[]> entry : counts.entrySet()) {
      while (part < cuts.size() && entry.getKey() > cuts.get(part)) {
        part++;
      }
      parts[part] += entry.getValue()[0];
    }
    return parts;
  }
}
