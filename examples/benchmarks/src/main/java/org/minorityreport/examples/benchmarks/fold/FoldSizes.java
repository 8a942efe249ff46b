package org.minorityreport.examples.benchmarks.fold;

/**
 * How much is folded.
 *
 * @param stores number of stores
 * @param skus series of each
 * @param days days that are folded; 28 days of history come before them
 * @param threads threads of the library
 * @param heapMegabytes heap of each JVM
 * @param rounds how often
 */
public record FoldSizes(
    int stores, int skus, int days, int threads, int heapMegabytes, int rounds) {
  /** Steps of a day. */
  static final int STEPS_A_DAY = 96;

  /** Days of history before those that are folded. */
  static final int HISTORY_DAYS = 28;

  /** {@return steps folded, over all series} */
  public long points() {
    return (long) stores * skus * days * STEPS_A_DAY;
  }
}
