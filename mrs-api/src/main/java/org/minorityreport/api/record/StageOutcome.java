package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a stage fared at a tick. */
public enum StageOutcome {
  /** All was there and worked. */
  @JsonProperty("ok")
  OK,
  /** It worked with something missing. */
  @JsonProperty("degraded")
  DEGRADED,
  /** It wrote nothing. */
  @JsonProperty("failed")
  FAILED,
  /** It had nothing to do. */
  @JsonProperty("skipped")
  SKIPPED
}
