package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What became of a part of the feed. */
public enum ChangeKind {
  /** It is new. */
  @JsonProperty("added")
  ADDED,
  /** It was there and says something else now. */
  @JsonProperty("revised")
  REVISED,
  /** It is no more. */
  @JsonProperty("withdrawn")
  WITHDRAWN;

  /** {@return the word in the feed} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
