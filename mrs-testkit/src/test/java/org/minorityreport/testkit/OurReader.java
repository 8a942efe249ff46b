package org.minorityreport.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.core.json.LogCodec;

/** What our own reader finds in the one run of a store. */
final class OurReader {
  private final LogStore store;

  OurReader(LogStore store) {
    this.store = store;
  }

  List<String> texts(Log<?> log) {
    return all(log).stream().map(StoredRow::text).toList();
  }

  long rows(Log<?> log) {
    return store.count(log, SmallWorld.RUN, store.head());
  }

  long standing(Log<?> log) {
    return newest(log).stream().filter(row -> !row.isRetracted()).count();
  }

  long retracted(Log<?> log) {
    return newest(log).stream().filter(StoredRow::isRetracted).count();
  }

  /** {@return severity, units and impact of the reports detected that stand} */
  List<BigDecimal> sums() {
    BigDecimal severity = BigDecimal.ZERO;
    BigDecimal units = BigDecimal.ZERO;
    BigDecimal impact = BigDecimal.ZERO;
    for (StoredRow row : newest(Logs.REPORTS_DETECTED)) {
      if (!row.isRetracted()) {
        ReportDetected report = LogCodec.read(Logs.REPORTS_DETECTED, row);
        severity = severity.add(BigDecimal.valueOf(report.severityScore()));
        units = units.add(report.attributedSalesTotal());
        impact = impact.add(report.impactEstimate().orElse(BigDecimal.ZERO));
      }
    }
    return List.of(severity, units, impact);
  }

  private List<StoredRow> newest(Log<?> log) {
    Set<String> keys = new LinkedHashSet<>();
    all(log).forEach(row -> keys.add(row.key()));
    Map<String, StoredRow> latest = store.latest(log, keys, store.head());
    return List.copyOf(latest.values());
  }

  private List<StoredRow> all(Log<?> log) {
    List<StoredRow> rows = new ArrayList<>();
    store.read(log, SmallWorld.RUN, CommitPosition.START, store.head(), rows::add);
    return rows;
  }
}
