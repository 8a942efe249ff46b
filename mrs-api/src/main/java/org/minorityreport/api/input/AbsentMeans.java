package org.minorityreport.api.input;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a source means by a step without a row. */
public enum AbsentMeans {
  /** Nothing is known of the step. */
  @JsonProperty("unknown")
  UNKNOWN,
  /** Nothing was sold if any other series of the store has a row in the step, else unknown. */
  @JsonProperty("zero_if_open")
  ZERO_IF_OPEN
}
