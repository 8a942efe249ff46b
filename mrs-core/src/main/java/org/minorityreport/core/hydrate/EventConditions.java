package org.minorityreport.core.hydrate;

import org.minorityreport.api.view.Bands;
import org.minorityreport.api.view.EventQuery;
import org.minorityreport.api.view.MinorityEvent;

/** Which events a query finds. */
final class EventConditions {
  private EventConditions() {}

  /** {@return the conditions of a query; one thread at a time} */
  static Conditions<MinorityEvent> of(EventQuery query, Bands bands) {
    Conditions<MinorityEvent> conditions =
        new Conditions<MinorityEvent>()
            .oneOf(query.statuses(), MinorityEvent::eventStatus)
            .is(query.merged(), event -> event.mergedInto().isPresent())
            .anyOf(query.storeIds(), MinorityEvent::storeIds)
            .anyOf(query.retailers(), MinorityEvent::retailers)
            .anyOf(query.regions(), MinorityEvent::regions)
            .anyOf(query.cities(), MinorityEvent::cities)
            .common(query, new EventReadings(), bands);
    query.sizeFrom().ifPresent(least -> conditions.add(event -> event.cohortSize() >= least));
    query.without().forEach(f -> conditions.add(event -> f.valuesIn(event).isEmpty()));
    return conditions.text(query.text(), search -> event -> holds(event, search));
  }

  private static boolean holds(MinorityEvent event, TextSearch search) {
    return search.in(event.cohortName())
        || search.in(event.proposedCause())
        || search.in(event.proposedCauseCategory())
        || search.in(event.finalCause())
        || search.in(event.finalCauseCategory())
        || event.retailers().stream().anyMatch(search::in)
        || event.regions().stream().anyMatch(search::in)
        || event.cities().stream().anyMatch(search::in)
        || event.storeIds().stream().anyMatch(store -> search.in(store.value()))
        || search.inId(event.eventId().value())
        || event.reportIds().stream().anyMatch(report -> search.inId(report.value()));
  }
}
