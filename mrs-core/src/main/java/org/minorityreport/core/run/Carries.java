package org.minorityreport.core.run;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.stage.CohortCarry;
import org.minorityreport.api.stage.StoreCarry;

/**
 * Makes what a tick left again: of stores by folding, of events and outages from the logs.
 *
 * @param detection of stores
 * @param cohorting of events
 * @param pending what outages left
 * @param context stores and context as they were logged
 * @param faults what failed at ticks that were run
 */
record Carries(
    TickIndex ticks,
    DetectionCarries detection,
    CohortCarries cohorting,
    LoggedPending pending,
    LoggedContext context,
    PastFaults faults) {
  SortedMap<StoreId, StoreCarry> stores(Instant tick, SortedSet<StoreId> stores, DataView view) {
    return stores.isEmpty() ? new TreeMap<>() : detection.after(tick, stores, view);
  }

  /** What cohorting left, at the newest tick up to one at which it did not fail. */
  CohortCarries.Left events(Instant tick) {
    return events(ticks, cohorting, tick);
  }

  static CohortCarries.Left events(TickIndex ticks, CohortCarries cohorting, Instant tick) {
    Optional<Instant> joined = ticks.joined(tick);
    return joined
        .map(cohorting::after)
        .orElseGet(() -> new CohortCarries.Left(CohortCarry.builder().build(), new TreeMap<>()));
  }

  /** {@return what outages left after a tick} */
  Pending pending(Instant tick) {
    return pending.after(tick);
  }
}
