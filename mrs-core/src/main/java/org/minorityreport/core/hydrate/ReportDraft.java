package org.minorityreport.core.hydrate;

import java.util.Optional;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ValueSource;

/**
 * A report with all that its own rows say; what depends on its event is still to come.
 *
 * @param report the report without event
 * @param refs the rows it was made from; not changed any more
 * @param cohort what cohorting said last of its event
 * @param membership its event by its own rows and by what people did
 * @param superseded whether it is no more and counts in no event
 * @param decidedBy the row that opened or closed it
 */
record ReportDraft(
    MinorityReport report,
    RowRefs refs,
    Optional<CohortSaid> cohort,
    Optional<Membership> membership,
    boolean superseded,
    RowPlace decidedBy) {

  /** {@return the report as it is if it has no event} */
  MinorityReport alone() {
    return MinorityReport.builder()
        .from(report)
        .rowRefs(refs.list())
        .lastChanged(refs.lastChanged())
        .build();
  }

  /** {@return the report as part of its event} */
  MinorityReport in(EventGroup event) {
    RowRefs all = new RowRefs().addAll(refs).addAll(event.refsOf(this));
    return MinorityReport.builder()
        .from(report)
        .reportGroupId(event.id())
        .eventStatus(event.status())
        .cohortName(event.nameFor(this))
        .cohortReason(event.reasonFor(this))
        .cohortConfidence(event.confidenceFor(this))
        .sourceUsedGroupId(membership.map(Membership::source).orElse(ValueSource.COHORT))
        .rowRefs(all.list())
        .lastChanged(all.lastChanged())
        .build();
  }
}
