package org.minorityreport.testkit.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The adjusted Rand index of two partitions of the same things: 1 if they agree, about 0 if they
 * agree by chance.
 *
 * <p>Formula of L. Hubert and P. Arabie, Comparing partitions, Journal of Classification 2 (1985),
 * 193-218, equation 5.
 */
final class RandIndex {
  private RandIndex() {}

  /**
   * The index.
   *
   * @param one label of each thing in one partition
   * @param other label of each thing in the other, in the same order
   * @return at most 1; 1 if there are no pairs to disagree about
   */
  static double adjusted(List<String> one, List<String> other) {
    if (one.size() != other.size()) {
      throw new IllegalArgumentException(
          one.size() + " labels against " + other.size() + "; both must label the same things");
    }
    Map<List<String>, Long> cells = new HashMap<>();
    Map<String, Long> rows = new HashMap<>();
    Map<String, Long> columns = new HashMap<>();
    for (int i = 0; i < one.size(); i++) {
      cells.merge(List.of(one.get(i), other.get(i)), 1L, Long::sum);
      rows.merge(one.get(i), 1L, Long::sum);
      columns.merge(other.get(i), 1L, Long::sum);
    }
    double together = pairs(cells);
    double inOne = pairs(rows);
    double inOther = pairs(columns);
    double all = one.size() * (one.size() - 1.0) / 2;
    double expected = all == 0 ? 0 : inOne * inOther / all;
    double most = (inOne + inOther) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(Map<?, Long> sizes) {
    return sizes.values().stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
  }
}
