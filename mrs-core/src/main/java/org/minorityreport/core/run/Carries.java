package org.minorityreport.core.run;

import java.time.Instant;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.stage.StoreCarry;

/** Makes what a tick left again: of stores by folding, of events from the logs. */
final class Carries {
  private final DetectionCarries detection;
  private final CohortCarries cohorting;
  private final LoggedContext context;

  Carries(DetectionCarries detection, CohortCarries cohorting, LoggedContext context) {
    this.detection = detection;
    this.cohorting = cohorting;
    this.context = context;
  }

  SortedMap<StoreId, StoreCarry> stores(Instant tick, SortedSet<StoreId> stores, DataView view) {
    return stores.isEmpty() ? new TreeMap<>() : detection.after(tick, stores, view);
  }

  CohortCarries.Left events(Instant tick) {
    return cohorting.after(tick);
  }

  /** {@return stores and context as they were logged} */
  LoggedContext context() {
    return context;
  }
}
