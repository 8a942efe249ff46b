package org.minorityreport.api.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What the thresholds of an alert rule are about. Of a report unless it says otherwise. */
public enum AlertMeasure {
  /** {@code severity_score} of a report. */
  @JsonProperty("report_severity")
  REPORT_SEVERITY,
  /** Absolute {@code impact_estimate} of a report. */
  @JsonProperty("report_impact")
  REPORT_IMPACT,
  /** Units of a report above or below the expectation. */
  @JsonProperty("report_units")
  REPORT_UNITS,
  /** {@code severity_score} of an event. */
  @JsonProperty("event_severity")
  EVENT_SEVERITY,
  /** Absolute {@code impact_estimate} of an event. */
  @JsonProperty("event_impact")
  EVENT_IMPACT,
  /** Units of an event above or below the expectation. */
  @JsonProperty("event_units")
  EVENT_UNITS,
  /** Reports of an event. */
  @JsonProperty("event_size")
  EVENT_SIZE,
  /** A reading of health. */
  @JsonProperty("health")
  HEALTH;

  /** {@return the word in settings} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return whether it is one of reports} */
  public boolean isOfReports() {
    return this == REPORT_SEVERITY || this == REPORT_IMPACT || this == REPORT_UNITS;
  }

  /** {@return whether it is one of events} */
  public boolean isOfEvents() {
    return this != HEALTH && !isOfReports();
  }
}
