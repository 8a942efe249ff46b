package org.minorityreport.api.view;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the values of a group of fields come from. */
public enum ValueSource {
  /** Rows of detection. */
  @JsonProperty("detected")
  DETECTED,
  /** Rows about closing. */
  @JsonProperty("ended")
  ENDED,
  /** Rows of clustering. */
  @JsonProperty("clustered")
  CLUSTERED,
  /** Rows of attribution. */
  @JsonProperty("attribution")
  ATTRIBUTION,
  /** Rows of cohorting. */
  @JsonProperty("cohort")
  COHORT,
  /** Rows of finalisation. */
  @JsonProperty("finalised")
  FINALISED,
  /** What a person entered. */
  @JsonProperty("ui")
  UI,
  /** Rows of re-review. */
  @JsonProperty("rereview")
  REREVIEW,
  /** Nothing: there is no value. */
  @JsonProperty("none")
  NONE
}
