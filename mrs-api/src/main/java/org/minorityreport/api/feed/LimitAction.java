package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What comes of a limit that is exceeded. */
public enum LimitAction {
  /** The safety report says so. */
  @JsonProperty("warn")
  WARN,
  /** Protected sales and masks are refused as well. */
  @JsonProperty("refuse")
  REFUSE;

  /** {@return the word in the feed} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
