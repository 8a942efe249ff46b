package org.minorityreport.testkit.store.kill;

import java.util.Locale;

/** Counts what happened, for the line that sums up. One thread at a time. */
final class KillTally {
  private final long began = System.nanoTime();
  private int kills;
  private int unopened;
  private long acknowledgements;
  private long inFlight;
  private long moved;

  void killed(WriterProcess writer) {
    kills++;
    unopened += writer.openedAt() < 0 ? 1 : 0;
    acknowledgements += writer.acknowledgements();
    moved += writer.moved().size();
  }

  void movedAside(int pieces) {
    moved += pieces;
  }

  void examined(long kept) {
    inFlight += kept;
  }

  int kills() {
    return kills;
  }

  /**
   * The line.
   *
   * @param what what was done to the store
   */
  String summary(String what) {
    return String.format(
        Locale.ROOT,
        "%s: %d kills (%d before the store was open), %d commits acknowledged, %d kept that were in"
            + " flight, %d torn pieces moved aside, %.1f s",
        what,
        kills,
        unopened,
        acknowledgements,
        inFlight,
        moved,
        (System.nanoTime() - began) / 1e9);
  }
}
