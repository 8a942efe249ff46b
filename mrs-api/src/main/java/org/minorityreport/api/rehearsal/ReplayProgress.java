package org.minorityreport.api.rehearsal;

import java.time.Instant;

/** Is told how far a run that is made again has come. */
@FunctionalInterface
public interface ReplayProgress {
  /** Listens to nothing. */
  ReplayProgress NONE = (tick, done, all) -> {};

  /**
   * A tick was run again. Called on the thread that asked, after each tick in turn; what it throws
   * ends the replay.
   *
   * @param tick the tick
   * @param done how many ticks are done, from 1
   * @param all how many there are
   */
  void done(Instant tick, int done, int all);
}
