package org.minorityreport.examples.benchmarks.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportMember;

/** Windows found against windows injected; one thread at a time. */
final class Match {
  private long found;
  private long missed;
  private long wrong;

  /**
   * Counts the windows of a store.
   *
   * @param rows all rows of reports that it left, in the order of ticks
   * @param end of windows that are open still
   */
  void count(List<ReportDetected> rows, List<InjectedWindow> injected, Instant end) {
    Map<String, ReportMember> members = new HashMap<>();
    Map<String, Instant> onsets = new HashMap<>();
    for (ReportDetected row : rows) {
      for (ReportMember member : row.members()) {
        String key = row.reportId() + " " + member.sku();
        members.put(key, member);
        onsets.put(key, row.firstDetectedFrom());
      }
    }
    List<InjectedWindow> left = new ArrayList<>(injected);
    Set<InjectedWindow> hit = new HashSet<>();
    members.forEach(
        (key, member) -> {
          Sku sku = member.sku();
          Instant from = onsets.getOrDefault(key, end);
          Instant to = member.windowEnd().orElse(end);
          List<InjectedWindow> overlapped =
              left.stream().filter(window -> window.overlaps(sku, from, to)).toList();
          wrong += overlapped.isEmpty() ? 1 : 0;
          hit.addAll(overlapped);
        });
    found += hit.size();
    missed += injected.size() - hit.size();
  }

  /** Adds what was counted elsewhere. */
  void add(Match other) {
    found += other.found;
    missed += other.missed;
    wrong += other.wrong;
  }

  /** {@return harmonic mean of precision and recall over windows} */
  double f1() {
    return 2.0 * found / (2.0 * found + missed + wrong);
  }
}
