package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What an optimiser should do with the sales of a report. */
public enum Recommendation {
  /** Leave them out, or use what was expected instead. */
  @JsonProperty("exclude")
  EXCLUDE,
  /** Keep them: they were paid for. */
  @JsonProperty("maintain_strategy")
  MAINTAIN_STRATEGY,
  /** Keep them for now; nobody knows yet. */
  @JsonProperty("investigate")
  INVESTIGATE;

  /** {@return the word in the feed} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
