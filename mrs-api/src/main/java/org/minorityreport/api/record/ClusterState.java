package org.minorityreport.api.record;

import java.util.Optional;

/** What a cluster of the library is. */
public enum ClusterState {
  /** Reports are compared with it. */
  ACTIVE,
  /** Reports are compared with it no more; those that were matched keep it. */
  RETIRED,
  /** A person named it; a later library may take it in. Not a word of spec 5.12. */
  CANDIDATE;

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
  public static Optional<ClusterState> of(String word) {
    return Words.find(values(), word);
  }
}
