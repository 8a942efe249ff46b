package org.minorityreport.cli;

import java.util.Locale;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;

/** A row for people. */
final class Lines {
  private static final int SHOWN = 15;

  private Lines() {}

  static String of(MinorityReport row) {
    return String.format(
        Locale.ROOT,
        "%s  %s  %-22s %-6s %.2f  %-10s %s",
        row.reportId().value().substring(0, SHOWN),
        row.firstDetectedFrom(),
        row.storeId(),
        row.direction().name().toLowerCase(Locale.ROOT),
        row.severityScore(),
        row.impactEstimate().map(Object::toString).orElse("-"),
        row.proposedCause().orElse("-"));
  }

  static String of(MinorityEvent row) {
    return String.format(
        Locale.ROOT,
        "%s  %s  %3d  %-6s %.2f  %-10s %s",
        row.eventId().value().substring(0, SHOWN),
        row.windowStart(),
        row.reportIds().size(),
        row.direction().name().toLowerCase(Locale.ROOT),
        row.severityScore(),
        row.impactEstimate().map(Object::toString).orElse("-"),
        row.proposedCause().orElse("-"));
  }
}
