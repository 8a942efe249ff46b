package org.minorityreport.core.run;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.StoreId;

/**
 * What outages leave to later ticks. Immutable.
 *
 * @param folded the newest tick that could read the source of sales
 * @param unfolded stores that the newest ticks could not fold, each with the tick before the first
 *     of these: what is sold since counts as first seen by the tick that folds it
 * @param reports the reports that stages still owe rows, by id
 */
record Pending(
    Optional<Instant> folded,
    SortedMap<StoreId, Instant> unfolded,
    SortedMap<ReportId, OwedReport> reports) {
  static final Pending NONE = new Pending(Optional.empty(), new TreeMap<>(), new TreeMap<>());

  /** {@return the same of some stores only} */
  Pending of(Predicate<StoreId> stores) {
    SortedMap<StoreId, Instant> some = new TreeMap<>(unfolded);
    some.keySet().removeIf(id -> !stores.test(id));
    SortedMap<ReportId, OwedReport> owed = new TreeMap<>(reports);
    owed.values().removeIf(report -> !stores.test(report.store().storeId()));
    return new Pending(folded, some, owed);
  }

  /** {@return this and what is left of other stores, which know best what was folded} */
  Pending and(Pending others) {
    SortedMap<StoreId, Instant> all = new TreeMap<>(unfolded);
    all.putAll(others.unfolded);
    SortedMap<ReportId, OwedReport> owed = new TreeMap<>(reports);
    owed.putAll(others.reports);
    return new Pending(others.folded, all, owed);
  }

  /** {@return the tick before the steps that a tick adds to a store} */
  Optional<Instant> previousTick(StoreId store) {
    Instant since = unfolded.get(store);
    return since == null ? folded : Optional.of(since);
  }
}
