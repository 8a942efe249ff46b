package org.minorityreport.api.input;

import java.time.Instant;

/**
 * Where a host's sales, stores, campaigns and context come from.
 *
 * <p>The runner asks once per tick, on the thread that runs the tick. Implementations may answer
 * with the same snapshot as long as nothing changed.
 */
@FunctionalInterface
public interface Inputs {
  /**
   * What is there at a tick. Later steps than the tick may be in it; the runner does not look at
   * them.
   *
   * @param tick the moment of the run
   * @return a consistent snapshot
   * @throws org.minorityreport.api.error.InvalidInputException if the source cannot be used at all
   */
  InputSnapshot at(Instant tick);
}
