package org.minorityreport.testkit.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.view.MinorityReport;

/**
 * The window of one series in a report.
 *
 * @param report the report
 * @param series store and SKU
 * @param direction its side
 * @param onset its onset
 * @param raisedAt the tick that raised it
 * @param end its first quiet step; far away while it is open
 */
record FoundWindow(
    MinorityReport report,
    SeriesId series,
    Direction direction,
    Instant onset,
    Instant raisedAt,
    Instant end) {
  static List<FoundWindow> of(List<MinorityReport> reports) {
    List<FoundWindow> windows = new ArrayList<>();
    for (MinorityReport report : reports) {
      for (ReportMember member : report.members()) {
        windows.add(
            new FoundWindow(
                report,
                SeriesId.of(report.storeId(), member.sku()),
                member.direction(),
                report.firstDetectedFrom(),
                member.raisedAt(),
                member.windowEnd().orElse(Instant.MAX)));
      }
    }
    return windows;
  }
}
