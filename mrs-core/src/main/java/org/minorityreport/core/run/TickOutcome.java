package org.minorityreport.core.run;

import java.time.Instant;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.core.input.Corrections;

/**
 * What the stages made of a tick.
 *
 * @param rows rows to be appended
 * @param carry what the next tick needs
 * @param reports how many reports were open or closed
 * @param events how many events changed
 */
record TickOutcome(TickRows rows, RunCarry carry, int reports, int events) {
  /** What hosts are told of a tick. */
  TickReport report(Instant tick, AppendResult appended, Corrections changes) {
    return new TickReport(tick, appended, reports, events, changes.taken(), changes.tooOld());
  }
}
