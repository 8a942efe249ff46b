package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What sort of thing speaks for a cause. */
public enum EvidenceKind {
  /** A campaign of the host. */
  @JsonProperty("campaign")
  CAMPAIGN,
  /** A context event of a source. */
  @JsonProperty("context_event")
  CONTEXT_EVENT,
  /** The shape of the anomaly. */
  @JsonProperty("cluster")
  CLUSTER,
  /** A script of the mock models. */
  @JsonProperty("narrative")
  NARRATIVE,
  /** Something that a person recorded. */
  @JsonProperty("human")
  HUMAN;

  /** {@return the name of the kind in rows: lower case} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
