package org.minorityreport.api.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** A service goal that health is compared with (spec 1.6). */
public enum Objective {
  /** Ticks at which detection ran and lacked no sales. */
  @JsonProperty("freshness")
  FRESHNESS,
  /** Reports that were raised within the stated number of ticks. */
  @JsonProperty("report_delay")
  REPORT_DELAY,
  /** Reports whose first proposal came within the stated time. */
  @JsonProperty("proposal_delay")
  PROPOSAL_DELAY,
  /** Open reports that have a cluster. */
  @JsonProperty("cluster_coverage")
  CLUSTER_COVERAGE,
  /** Open reports that have a cause other than {@code unknown}. */
  @JsonProperty("cause_coverage")
  CAUSE_COVERAGE,
  /** Rows that could be processed. */
  @JsonProperty("errors")
  ERRORS,
  /** Decided proposals that people confirmed. */
  @JsonProperty("confirmed")
  CONFIRMED,
  /** Decided reports that were not dismissed as noise. */
  @JsonProperty("no_noise")
  NO_NOISE;

  /** {@return the word on the wire} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
