package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What the safety report measures. */
public enum SafetyMeasure {
  /** Share of the known steps of a store, product and week that is left out, 0 to 1. */
  @JsonProperty("share_left_out")
  SHARE_LEFT_OUT,
  /** Hours of the longest stretch of a series that is left out without a kept step in it. */
  @JsonProperty("longest_left_out")
  LONGEST_LEFT_OUT,
  /** How far the share left out in one region lies from that of all, 0 to 1. */
  @JsonProperty("imbalance")
  IMBALANCE,
  /** Whether the run has no decision at all: 1 if so. */
  @JsonProperty("no_decisions")
  NO_DECISIONS;

  /** {@return the word in the feed} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
