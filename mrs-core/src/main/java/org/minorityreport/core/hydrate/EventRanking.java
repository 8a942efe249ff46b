package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.Comparator;
import org.minorityreport.api.view.EventQuery;
import org.minorityreport.api.view.MinorityEvent;

/** The order in which a query wants events. */
final class EventRanking {
  private EventRanking() {}

  static Comparator<MinorityEvent> of(EventQuery query) {
    Ranking<MinorityEvent> ranking = new Ranking<>(new EventReadings(), query.descending());
    Comparator<MinorityEvent> byId = Comparator.comparing(MinorityEvent::eventId);
    return switch (query.order()) {
      case ID -> ranking.by(byId);
      case SEVERITY -> ranking.severity().thenComparing(byId);
      case IMPACT -> ranking.impact().thenComparing(byId);
      case SIZE ->
          ranking.by(Comparator.comparingInt(MinorityEvent::cohortSize)).thenComparing(byId);
      case CREATED_AT ->
          ranking
              .bySome(
                  MinorityEvent::createdAt,
                  Comparator.comparing((MinorityEvent e) -> e.createdAt().orElse(Instant.MIN)))
              .thenComparing(byId);
      case LAST_CHANGED -> ranking.lastChanged().thenComparing(byId);
    };
  }
}
