package org.minorityreport.core.hydrate;

import java.util.List;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.record.ReportCohorted;

/**
 * What cohorting said of the event that a report is in.
 *
 * @param event the event
 * @param name its name
 * @param reason what joined its reports, sorted
 * @param confidence how sure it is, 0 to 1
 * @param place the row
 */
record CohortSaid(
    EventId event, String name, List<String> reason, double confidence, RowPlace place) {

  static CohortSaid of(SourcedRow<? extends ReportCohorted> from) {
    ReportCohorted row = from.row();
    return new CohortSaid(
        row.reportGroupId(),
        row.cohortName(),
        row.cohortReason(),
        row.cohortConfidence(),
        from.place());
  }
}
