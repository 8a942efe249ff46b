package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.minorityreport.api.id.EventId;

/** The event that a report belongs to. */
@JsonPropertyOrder({
  "report_group_id",
  "event_status",
  "cohort_name",
  "cohort_confidence",
  "cohort_reason",
  "cohort_size"
})
public interface CohortFields {
  /** {@return the event} */
  EventId reportGroupId();

  /** {@return whether the event is active} */
  EventStatus eventStatus();

  /** {@return name of the event} */
  String cohortName();

  /** {@return how sure it is that its reports belong together, 0 to 1} */
  double cohortConfidence();

  /** {@return what joined them, sorted} */
  List<String> cohortReason();

  /** {@return number of reports in the event} */
  int cohortSize();
}
