package org.minorityreport.api.record;

import java.util.Optional;

/** What happened to a version of a model (spec 3.11). */
public enum RegistryKind {
  /** It became known. */
  REGISTERED,
  /** Somebody said that it may be used in governed runs. */
  APPROVED,
  /** It was put in its place on a route. */
  ROUTED,
  /** Somebody took its approval back. */
  ROLLED_BACK,
  /** It is not to be used any more. */
  RETIRED;

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
  public static Optional<RegistryKind> of(String word) {
    return Words.find(values(), word);
  }
}
