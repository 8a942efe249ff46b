package org.minorityreport.examples.benchmarks.part;

/**
 * How much history is hydrated. Immutable.
 *
 * @param rows rows of each log of reports
 * @param commit rows of each of these logs in a commit
 * @param rounds how often
 * @param threads threads of the readings that say how many they take
 * @param heapMegabytes heap of the JVMs
 */
public record HistorySizes(long rows, int commit, int rounds, int threads, int heapMegabytes) {
  private static final int LOGS_OF_REPORTS = 4;
  private static final int NEW_ROWS = 1_000;

  /** Checks the sizes. */
  public HistorySizes {
    if (rows < 1 || commit < 1 || rounds < 1 || threads < 1 || heapMegabytes < 1) {
      throw new IllegalArgumentException(
          "rows, commit, rounds, threads and heap must be 1 or more, but are "
              + rows
              + ", "
              + commit
              + ", "
              + rounds
              + ", "
              + threads
              + " and "
              + heapMegabytes);
    }
  }

  /** {@return commits of the whole history} */
  long ticks() {
    return Math.max(1, rows / commit);
  }

  /** {@return commits of a tenth of the history} */
  long ticksOfTenth() {
    return Math.max(1, ticks() / 10);
  }

  /** {@return reports that get a row in each log when new rows are appended} */
  int places() {
    return Math.min(commit, NEW_ROWS / LOGS_OF_REPORTS);
  }
}
