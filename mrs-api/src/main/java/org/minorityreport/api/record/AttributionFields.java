package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;

/** What attribution says about a report. */
@JsonPropertyOrder({"supporting_evidence", "abstain_reason"})
public interface AttributionFields extends CauseFields {
  /** {@return what speaks for the first cause} */
  List<Evidence> supportingEvidence();

  /** {@return why the cause is unknown: no_candidate, weak_evidence or conflicting_evidence} */
  Optional<String> abstainReason();
}
