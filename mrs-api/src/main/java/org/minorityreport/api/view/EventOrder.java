package org.minorityreport.api.view;

/**
 * What events are ordered by. Events that lack the value come last, whichever the direction; equals
 * are ordered by id, ascending.
 */
public enum EventOrder {
  /** By {@code event_id}. */
  ID,
  /** By {@code severity_score}. */
  SEVERITY,
  /**
   * By the absolute amount of {@code impact_estimate}; equals, and those without one, by the
   * absolute number of units above or below the baseline.
   */
  IMPACT,
  /** By {@code cohort_size}. */
  SIZE,
  /** By age, that is {@code created_at}: ascending is the oldest first. */
  CREATED_AT,
  /** By {@code last_changed}. */
  LAST_CHANGED;

  /** {@return the word on the wire} */
  public String wireName() {
    return WireNames.of(this);
  }

  /**
   * The order that a word means.
   *
   * @param word a wire name
   * @return the order
   * @throws org.minorityreport.api.error.InvalidValueException if there is no such order
   */
  public static EventOrder of(String word) {
    return WireNames.find("order", values(), word);
  }
}
