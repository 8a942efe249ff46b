package org.minorityreport.api.lineage;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a part of the lineage of a run is. */
public enum LineageKind {
  /** What the host hands in. */
  @JsonProperty("input")
  INPUT,
  /** What writes rows. */
  @JsonProperty("stage")
  STAGE,
  /** Rows. */
  @JsonProperty("log")
  LOG,
  /** What is made of the logs for people to read. */
  @JsonProperty("dataset")
  DATASET
}
