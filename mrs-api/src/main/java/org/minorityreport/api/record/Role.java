package org.minorityreport.api.record;

import java.util.Optional;

/** What somebody may do (spec 7.1), the least first. */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Decides. */
  MARKETER,
  /** Edits windows and events, adjudicates, runs models again. */
  DATA_SCIENTIST,
  /** Models, policies and runs. */
  ADMIN,
  /** Automatic approval, under an active policy. */
  SYSTEM;

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
  public static Optional<Role> of(String word) {
    return Words.find(values(), word);
  }
}
