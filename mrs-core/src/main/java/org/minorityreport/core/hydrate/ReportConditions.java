package org.minorityreport.core.hydrate;

import java.util.Optional;
import java.util.function.Function;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.view.Bands;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReportFacet;
import org.minorityreport.api.view.ReportQuery;

/** Which reports a query finds: read from what their rows say, before they are made. */
final class ReportConditions {
  private static final String SUPERSEDED = "superseded";

  private ReportConditions() {}

  /** {@return the conditions of a query; one thread at a time} */
  static Conditions<ReportEntry> of(ReportQuery query, Bands bands) {
    Conditions<ReportEntry> conditions =
        new Conditions<ReportEntry>()
            .is(query.open(), entry -> report(entry).isOpen())
            .is(query.suppressed(), entry -> report(entry).suppressedBy().isPresent())
            .is(query.superseded(), entry -> report(entry).reportStatus().equals(SUPERSEDED))
            .someOneOf(query.eventIds(), ReportConditions::eventId)
            .oneOf(query.storeIds(), entry -> report(entry).storeId())
            .anyOf(query.skus(), entry -> report(entry).skus())
            .someOneOf(query.retailers(), facet(ReportFacet.RETAILER))
            .someOneOf(query.regions(), facet(ReportFacet.REGION))
            .someOneOf(query.cities(), facet(ReportFacet.CITY))
            .someOneOf(query.assignees(), facet(ReportFacet.ASSIGNEE))
            .someOneOf(query.priorities(), facet(ReportFacet.PRIORITY))
            .someOneOf(query.statuses(), facet(ReportFacet.STATUS))
            .common(query, new ReportReadings(), bands);
    query.without().forEach(f -> conditions.add(entry -> f.valueIn(report(entry)).isEmpty()));
    return conditions.text(query.text(), search -> entry -> holds(entry, search));
  }

  private static MinorityReport report(ReportEntry entry) {
    return entry.readings();
  }

  private static Function<ReportEntry, Optional<String>> facet(ReportFacet facet) {
    return entry -> facet.valueIn(report(entry));
  }

  private static Optional<EventId> eventId(ReportEntry entry) {
    return entry.eventId();
  }

  private static boolean holds(ReportEntry entry, TextSearch search) {
    MinorityReport report = report(entry);
    return search.in(report.proposedCause())
        || search.in(report.proposedCauseCategory())
        || search.in(report.proposedCause2())
        || search.in(report.proposedCauseCategory2())
        || search.in(report.proposedCause3())
        || search.in(report.proposedCauseCategory3())
        || search.in(report.finalCause())
        || search.in(report.finalCauseCategory())
        || search.in(report.clusterId())
        || search.in(report.clusterName())
        || search.inPlace(report)
        || search.inAny(report.skus())
        || search.in(entry.eventName())
        || search.inId(report.reportId().value())
        || eventId(entry).filter(event -> search.inId(event.value())).isPresent();
  }
}
