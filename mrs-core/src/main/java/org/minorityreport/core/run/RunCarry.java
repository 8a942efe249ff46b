package org.minorityreport.core.run;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.stage.CohortCarry;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.core.input.InputLedger;
import org.minorityreport.core.input.InputState;

/**
 * What one tick of a run leaves to the next. Immutable.
 *
 * @param tick the tick that left it; absent before the first
 * @param stores carry of detection, by store
 * @param events carry of cohorting
 * @param lastEvents the newest row of each event, so that equal ones are left out
 * @param inputs what the logs hold of the inputs
 */
record RunCarry(
    Optional<Instant> tick,
    SortedMap<StoreId, StoreCarry> stores,
    CohortCarry events,
    SortedMap<EventId, EventRecord> lastEvents,
    InputState inputs) {
  /** Before the first tick. */
  static final RunCarry START =
      new RunCarry(
          Optional.empty(),
          new TreeMap<>(),
          CohortCarry.builder().build(),
          new TreeMap<>(),
          InputLedger.EMPTY);
}
