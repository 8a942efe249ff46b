package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far a report may be relied on. */
public enum AssessmentStatus {
  /** Nobody has decided, or the decision was taken back. */
  @JsonProperty("provisional")
  PROVISIONAL,
  /** A person or a policy confirmed a cause. */
  @JsonProperty("confirmed")
  CONFIRMED,
  /** The proposed cause is wrong; the anomaly is real. */
  @JsonProperty("rejected")
  REJECTED,
  /** The data were corrected and it is no more; only a withdrawal says so. */
  @JsonProperty("superseded")
  SUPERSEDED;

  /** {@return the word in the feed} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
