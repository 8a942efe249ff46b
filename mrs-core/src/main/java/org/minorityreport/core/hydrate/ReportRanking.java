package org.minorityreport.core.hydrate;

import java.util.Comparator;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.view.ReportQuery;

/** The order in which a query wants reports. */
final class ReportRanking {
  private ReportRanking() {}

  static Comparator<ReportEntry> of(ReportQuery query) {
    Ranking<ReportEntry> ranking = new Ranking<>(new ReportReadings(), query.descending());
    Comparator<ReportEntry> byId = Comparator.comparing(ReportRanking::id);
    return switch (query.order()) {
      case ID -> ranking.by(byId);
      case SEVERITY -> ranking.severity().thenComparing(byId);
      case IMPACT -> ranking.impact().thenComparing(byId);
      case RAISED_AT ->
          ranking
              .by(Comparator.comparing(entry -> entry.draft().report().raisedAt()))
              .thenComparing(byId);
      case LAST_CHANGED -> ranking.lastChanged().thenComparing(byId);
    };
  }

  private static ReportId id(ReportEntry entry) {
    return entry.draft().report().reportId();
  }
}
