package org.minorityreport.api.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How far people are with a report or an event (spec 3.9, 7.2). */
public enum ReviewState {
  /** Nobody has looked at it. */
  @JsonProperty("unreviewed")
  UNREVIEWED,
  /** Somebody was asked about it. */
  @JsonProperty("review_requested")
  REVIEW_REQUESTED,
  /** It is put off. */
  @JsonProperty("deferred")
  DEFERRED,
  /** It is decided and needs a second person. */
  @JsonProperty("awaiting_second")
  AWAITING_SECOND,
  /** Nothing happened here. */
  @JsonProperty("dismissed")
  DISMISSED,
  /** It is decided, and a later look proposes something else. */
  @JsonProperty("reproposed")
  REPROPOSED,
  /** Its cause is known: the proposed one, or what a person said. */
  @JsonProperty("approved")
  APPROVED,
  /** The proposed cause is wrong. */
  @JsonProperty("rejected")
  REJECTED,
  /** A policy approved the proposal. */
  @JsonProperty("auto_approved")
  AUTO_APPROVED,
  /** Its decision was taken back to be made again. */
  @JsonProperty("reopened")
  REOPENED,
  /** Two people decided differently. */
  @JsonProperty("conflict")
  CONFLICT,
  /** It is put away. */
  @JsonProperty("archived")
  ARCHIVED;

  /** {@return the word on the wire} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
