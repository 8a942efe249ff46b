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
 * @param isAnyFailed whether a call to a model failed
 */
record TickOutcome(TickRows rows, RunCarry carry, int reports, int events, boolean isAnyFailed) {
  /** What hosts are told of a tick. */
  TickReport report(Instant tick, AppendResult appended, Corrections changes) {
    return new TickReport(tick, appended, reports, events, changes.taken(), changes.tooOld());
  }
}
