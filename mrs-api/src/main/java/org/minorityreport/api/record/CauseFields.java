package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.OptionalDouble;

/** Up to three proposed causes, best first. */
@JsonPropertyOrder({
  "proposed_cause",
  "proposed_cause_category",
  "confidence_score",
  "proposed_cause_2",
  "proposed_cause_category_2",
  "confidence_score_2",
  "proposed_cause_3",
  "proposed_cause_category_3",
  "confidence_score_3"
})
public interface CauseFields {
  /** {@return the cause, unknown if none is viable} */
  String proposedCause();

  /** {@return its category} */
  String proposedCauseCategory();

  /** {@return confidence, 0 to 1; absent if inputs or model failed} */
  OptionalDouble confidenceScore();

  /** {@return the second cause} */
  @JsonProperty("proposed_cause_2")
  Optional<String> proposedCause2();

  /** {@return its category} */
  @JsonProperty("proposed_cause_category_2")
  Optional<String> proposedCauseCategory2();

  /** {@return its confidence, not above the first} */
  @JsonProperty("confidence_score_2")
  OptionalDouble confidenceScore2();

  /** {@return the third cause} */
  @JsonProperty("proposed_cause_3")
  Optional<String> proposedCause3();

  /** {@return its category} */
  @JsonProperty("proposed_cause_category_3")
  Optional<String> proposedCauseCategory3();

  /** {@return its confidence, not above the second} */
  @JsonProperty("confidence_score_3")
  OptionalDouble confidenceScore3();
}
