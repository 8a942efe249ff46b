package org.minorityreport.api.record;

import java.util.Optional;

/** What became of an alert, or what its subscriber did about it. */
public enum NotificationOutcome {
  /** Its channel took it. */
  DELIVERED,
  /** Its channel did not take it. */
  FAILED,
  /** It was not sent, because a rule keeps its subject out of alerts. */
  SUPPRESSED,
  /** The subscriber read it. */
  READ,
  /** The subscriber takes care of it. */
  ACKNOWLEDGED,
  /** The subscriber wants to see it later. */
  SNOOZED,
  /** Nobody acknowledged it in time: it went on to the next. */
  ESCALATED;

  /** {@return the word in rows} */
  public String wireName() {
    return Words.of(this);
  }

  /**
   * What a word in a row means.
   *
   * @param word any word
   * @return empty if only a newer library knows it
   */
  public static Optional<NotificationOutcome> of(String word) {
    return Words.find(values(), word);
  }
}
