package org.minorityreport.core.run;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.stage.CohortCarry;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.core.input.InputLedger;
import org.minorityreport.core.input.InputState;
import org.minorityreport.core.input.LoggedInputs;
import org.minorityreport.core.json.StandingRecords;

/**
 * What one tick of a run leaves to the next. Immutable.
 *
 * @param tick the tick that left it; absent before the first
 * @param stores carry of detection, by store
 * @param events carry of cohorting
 * @param lastEvents the newest row of each event, so that equal ones are left out
 * @param inputs what the logs hold of the inputs
 * @param pending what outages left
 */
record RunCarry(
    Optional<Instant> tick,
    SortedMap<StoreId, StoreCarry> stores,
    CohortCarry events,
    SortedMap<EventId, EventRecord> lastEvents,
    InputState inputs,
    Pending pending) {
  /** Before the first tick. */
  static final RunCarry START =
      new RunCarry(
          Optional.empty(),
          new TreeMap<>(),
          CohortCarry.builder().build(),
          new TreeMap<>(),
          InputLedger.EMPTY,
          Pending.NONE);

  /**
   * The same with what the logs hold: of the inputs and of events they are the record, and a source
   * may hold other things today than when the earlier ticks ran.
   */
  RunCarry asLogged(LogStore store, RunId run, Instant before) {
    SortedMap<EventId, EventRecord> newest = new TreeMap<>();
    StandingRecords.before(store, Logs.EVENTS, run, before)
        .forEach(row -> newest.put(row.eventId(), row));
    return new RunCarry(
        tick, stores, events, newest, LoggedInputs.before(store, run, before), pending);
  }
}
