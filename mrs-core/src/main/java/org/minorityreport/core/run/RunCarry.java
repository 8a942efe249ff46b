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
   * A carry of detection alone.
   *
   * @param folded the newest tick that could read the sales
   * @param unfolded stores that could not be folded since, as {@link Pending} has them
   */
  static RunCarry ofStores(
      Optional<Instant> folded,
      SortedMap<StoreId, Instant> unfolded,
      SortedMap<StoreId, StoreCarry> stores) {
    return new RunCarry(
        folded,
        stores,
        START.events(),
        START.lastEvents(),
        START.inputs(),
        new Pending(folded, unfolded, new TreeMap<>()));
  }

  /** The same tick with other content. */
  RunCarry with(
      SortedMap<StoreId, StoreCarry> newStores,
      CohortCarry newEvents,
      SortedMap<EventId, EventRecord> newLastEvents,
      InputState newInputs) {
    return new RunCarry(tick, newStores, newEvents, newLastEvents, newInputs, pending);
  }
}
