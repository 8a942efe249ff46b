package org.minorityreport.api.record;

import java.util.Optional;

/** Why a report is looked at again. */
public enum RereviewTrigger {
  /** Its decision is old. */
  AGE,
  /** It was decided with little confidence. */
  LOW_CONFIDENCE,
  /** Its model is no longer current. */
  MODEL_CHANGED,
  /** It was made by an older schema. */
  SCHEMA_DRIFT,
  /** A person asked for it. */
  ANALYST_REQUEST,
  /** It resembles what was confirmed since with another cause. */
  NEW_PATTERN,
  /** Context of another category now weighs more. */
  CONTRADICTION,
  /** Context came, changed or was withdrawn. */
  NEW_EVIDENCE,
  /** The proposal was rejected with a context event. */
  REJECTED_WITH_REASON,
  /** It was reopened to be attributed again. */
  REPROCESS,
  /** Its cluster was split, merged or renamed. */
  CLUSTER_CHANGED,
  /** The proposals of its cluster lost confidence. */
  CONFIDENCE_DRIFT,
  /** A source covers its window for the first time. */
  SOURCE_ADDED;

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
  public static Optional<RereviewTrigger> of(String word) {
    return Words.find(values(), word);
  }
}
