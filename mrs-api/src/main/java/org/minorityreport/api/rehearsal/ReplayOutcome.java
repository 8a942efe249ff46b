package org.minorityreport.api.rehearsal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What came of running the stages again for a report. */
public enum ReplayOutcome {
  /** Every row is as logged. */
  @JsonProperty("equal")
  EQUAL,
  /** A row is not as logged, though the source is. */
  @JsonProperty("differs")
  DIFFERS,
  /** A row is not as logged, and the source is not what it was. */
  @JsonProperty("source_changed")
  SOURCE_CHANGED
}
