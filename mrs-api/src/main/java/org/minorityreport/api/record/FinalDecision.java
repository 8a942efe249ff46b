package org.minorityreport.api.record;

import java.util.Optional;

/** What became of a report. */
public enum FinalDecision {
  /** The proposal was approved. */
  APPROVED,
  /** The proposed cause is wrong. */
  REJECTED,
  /** Nothing happened here. */
  DISMISSED,
  /** A person said what it was. */
  EDITED,
  /** A policy approved the proposal. */
  AUTO_APPROVED,
  /** The decision was taken back to be made again. */
  REOPENED,
  /** Nothing decides it any more. */
  WITHDRAWN;

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
  public static Optional<FinalDecision> of(String word) {
    return Words.find(values(), word);
  }
}
