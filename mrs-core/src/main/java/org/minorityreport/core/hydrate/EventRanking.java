package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.minorityreport.api.view.EventOrder;
import org.minorityreport.api.view.EventQuery;
import org.minorityreport.api.view.MinorityEvent;

/** The order in which a query wants events. */
final class EventRanking {
  private EventRanking() {}

  /** {@return the order; empty if it is that of views, by id} */
  static Optional<Comparator<MinorityEvent>> of(EventQuery query) {
    boolean asTheyCome = query.order() == EventOrder.ID && !query.descending();
    return asTheyCome ? Optional.empty() : Optional.of(sorted(query));
  }

  private static Comparator<MinorityEvent> sorted(EventQuery query) {
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
