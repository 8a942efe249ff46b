package org.minorityreport.examples.benchmarks.part;

/**
 * How much is measured. Immutable.
 *
 * @param rows rows that each candidate writes in a round
 * @param openRows rows of the store that is opened
 * @param commit rows of a commit
 * @param rounds how often
 * @param heapMegabytes heap of the JVMs that write a round
 * @param smallHeapMegabytes heap of the JVMs that build and open the large store
 */
public record Sizes(
    long rows, long openRows, int commit, int rounds, int heapMegabytes, int smallHeapMegabytes) {
  private static final long MOST_WARM_UP_ROWS = 200_000;

  /** Checks that all are 1 or more. */
  public Sizes {
    if (rows < 1 || openRows < 1 || commit < 1 || rounds < 1) {
      throw new IllegalArgumentException(
          "rows, rows to open, rows of a commit and rounds must be 1 or more");
    }
  }

  /** {@return commits of a round, the last one as full as the others} */
  public long commits() {
    return Math.max(1, rows / commit);
  }

  /** {@return commits of the store that is opened} */
  public long openCommits() {
    return Math.max(1, openRows / commit);
  }

  /** {@return commits that go before a round, so that what is timed is compiled code} */
  public long warmUpCommits() {
    return Math.max(1, Math.min(rows, MOST_WARM_UP_ROWS) / commit);
  }
}
