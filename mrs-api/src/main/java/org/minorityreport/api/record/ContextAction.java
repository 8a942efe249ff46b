package org.minorityreport.api.record;

import java.util.Optional;

/** What a person does about a context event. */
public enum ContextAction {
  /** It is told for the first time. */
  RECORD,
  /** It was otherwise. */
  CORRECT,
  /** It was not so. */
  WITHDRAW;

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
  public static Optional<ContextAction> of(String word) {
    return Words.find(values(), word);
  }
}
