package org.minorityreport.api.provenance;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a question of provenance is about. */
public enum SubjectKind {
  /** A report. */
  @JsonProperty("report")
  REPORT,
  /** An event. */
  @JsonProperty("event")
  EVENT
}
