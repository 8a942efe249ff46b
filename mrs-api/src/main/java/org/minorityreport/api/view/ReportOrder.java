package org.minorityreport.api.view;

/**
 * What reports are ordered by. Reports that lack the value come last, whichever the direction;
 * equals are ordered by id, ascending.
 */
public enum ReportOrder {
  /** By {@code report_id}. */
  ID,
  /** By {@code severity_score}. */
  SEVERITY,
  /**
   * By the absolute amount of {@code impact_estimate}; equals, and those without one, by the
   * absolute number of units above or below the baseline.
   */
  IMPACT,
  /** By age, that is {@code raised_at}: ascending is the oldest first. */
  RAISED_AT,
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
  public static ReportOrder of(String word) {
    return WireNames.find("order", values(), word);
  }
}
