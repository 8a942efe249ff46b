package org.minorityreport.api.record;

import java.util.Optional;

/** What a decision was made about. */
public enum DecisionLevel {
  /** The report itself. */
  REPORT,
  /** The event that it belongs to. */
  EVENT;

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
  public static Optional<DecisionLevel> of(String word) {
    return Words.find(values(), word);
  }
}
