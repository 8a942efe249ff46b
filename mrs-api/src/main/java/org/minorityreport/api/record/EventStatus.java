package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a report or an event still goes on. */
public enum EventStatus {
  /** It goes on. */
  @JsonProperty("active")
  ACTIVE,
  /** It is over. */
  @JsonProperty("ended")
  ENDED
}
