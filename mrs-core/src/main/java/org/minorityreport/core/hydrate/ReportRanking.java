package org.minorityreport.core.hydrate;

import java.util.Comparator;
import java.util.Optional;
import org.minorityreport.api.view.ReportOrder;
import org.minorityreport.api.view.ReportQuery;

/** The order in which a query wants reports. */
final class ReportRanking {
  private ReportRanking() {}

  /** {@return the order; empty if it is that of views, by id} */
  static Optional<Comparator<ReportEntry>> of(ReportQuery query) {
    boolean asTheyCome = query.order() == ReportOrder.ID && !query.descending();
    return asTheyCome ? Optional.empty() : Optional.of(sorted(query));
  }

  private static Comparator<ReportEntry> sorted(ReportQuery query) {
    Ranking<ReportEntry> ranking = new Ranking<>(new ReportReadings(), query.descending());
    Comparator<ReportEntry> byId = Comparator.comparing(ReportRanking::id);
    return switch (query.order()) {
      case ID -> ranking.by(byId);
      case SEVERITY -> ranking.severity().thenComparing(byId);
      case IMPACT -> ranking.impact().thenComparing(byId);
      case RAISED_AT ->
          ranking
              .by(Comparator.comparing(entry -> entry.readings().raisedAt()))
              .thenComparing(byId);
      case LAST_CHANGED -> ranking.lastChanged().thenComparing(byId);
    };
  }

  private static String id(ReportEntry entry) {
    return entry.idText();
  }
}
