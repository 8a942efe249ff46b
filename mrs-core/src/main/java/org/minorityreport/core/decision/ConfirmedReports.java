package org.minorityreport.core.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.model.Season;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.core.json.LazyRecord;

/**
 * Which causes people confirmed, from the rows of finalisation in the order of the log: the last
 * one about a report counts. What policies approved does not, or models would be confirmed by
 * themselves. Memory grows with these rows, about 100 bytes each. Mutable, one thread.
 */
final class ConfirmedReports {
  private static final Set<FinalDecision> CONFIRMING =
      EnumSet.of(FinalDecision.APPROVED, FinalDecision.EDITED);

  private final List<Said> rows = new ArrayList<>();
  private final Map<String, ConfirmedIn> newest = new HashMap<>();
  private final SortedMap<ConfirmedIn, Long> counts = new TreeMap<>();
  private SortedMap<ConfirmedIn, Long> told = Collections.emptySortedMap();
  private int counted;

  /** {@return how many rows there are} */
  long size() {
    return rows.size();
  }

  void add(StoredRow row) {
    rows.add(new Said(row.subject().orElse(""), confirmed(row).orElse(null)));
  }

  private static Optional<ConfirmedIn> confirmed(StoredRow row) {
    if (row.isRetracted()) {
      return Optional.empty();
    }
    ReportFinalised said = LazyRecord.of(Logs.REPORTS_FINALISED.recordType(), row.json());
    return FinalDecision.of(said.finalDecision())
        .filter(CONFIRMING::contains)
        .flatMap(decision -> said.finalCauseCategory())
        .map(
            category ->
                new ConfirmedIn(category, said.storeId(), Season.of(said.firstDetectedFrom())));
  }

  /**
   * What the first rows come to.
   *
   * @param count how many of them
   * @return number of confirmed reports
   */
  SortedMap<ConfirmedIn, Long> after(long count) {
    int wanted = (int) Math.min(rows.size(), count);
    if (wanted == counted) {
      return told;
    }
    if (wanted < counted) {
      newest.clear();
      counts.clear();
      counted = 0;
    }
    for (; counted < wanted; counted++) {
      count(rows.get(counted));
    }
    told = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    return told;
  }

  private void count(Said row) {
    ConfirmedIn now = row.confirmed();
    ConfirmedIn before = now == null ? newest.remove(row.report()) : newest.put(row.report(), now);
    if (before != null) {
      counts.computeIfPresent(before, (k, n) -> n == 1 ? null : n - 1);
    }
    if (now != null) {
      counts.merge(now, 1L, Long::sum);
    }
  }

  /** What a row says of a report: null if its cause is not confirmed, or not any more. */
  private record Said(String report, @Nullable ConfirmedIn confirmed) {}
}
