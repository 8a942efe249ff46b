package org.minorityreport.core.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.StoredRow;

/**
 * The reports that a correction of the data took back, from the rows that reconciliation wrote
 * (spec 4.9). Mutable, one thread.
 */
final class SupersededReports {
  private static final String REASON = "\"end_reason\":\"data_correction\"";

  private final Map<ReportId, Set<String>> rows = new HashMap<>();

  /**
   * Takes in rows of MEEL of one commit.
   *
   * @return the reports that are raised again
   */
  Set<ReportId> take(List<StoredRow> ended) {
    Set<ReportId> back = new TreeSet<>();
    for (StoredRow row : ended) {
      ReportId report = ReportId.of(row.subject().orElseThrow());
      Set<String> of = rows.getOrDefault(report, new TreeSet<>());
      if (!row.isRetracted() && row.text().contains(REASON)) {
        of.add(row.key());
        rows.put(report, of);
      } else if (of.remove(row.key()) && of.isEmpty()) {
        rows.remove(report);
        back.add(report);
      }
    }
    return back;
  }

  /** {@return whether a report is superseded} */
  boolean has(ReportId report) {
    return rows.containsKey(report);
  }
}
