package org.minorityreport.api.record;

import java.util.Optional;

/** How a reopened report goes on. */
public enum ReopenMode {
  /** A person gives the new cause. */
  MANUAL,
  /** Attribution runs again. */
  REPROCESS;

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
  public static Optional<ReopenMode> of(String word) {
    return Words.find(values(), word);
  }
}
