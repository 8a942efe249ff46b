package org.minorityreport.api.view;

/**
 * What people call a severity: low &lt; 0.30 &lt;= medium &lt; 0.60 &lt;= high &lt; 0.85 &lt;=
 * critical, unless the run has other {@link Bands}. Derived where it is shown or asked for, never
 * stored.
 */
public enum SeverityClass {
  /** Below 0.30. */
  LOW,
  /** From 0.30, below 0.60. */
  MEDIUM,
  /** From 0.60, below 0.85. */
  HIGH,
  /** From 0.85. */
  CRITICAL;

  /**
   * The class of a severity.
   *
   * @param severity 0 to 1
   * @return its class
   * @throws org.minorityreport.api.error.InvalidValueException unless {@code 0 <= severity <= 1}
   */
  public static SeverityClass of(double severity) {
    return Bands.USUAL.severity(severity);
  }

  /** {@return the word for people and on the wire} */
  public String wireName() {
    return WireNames.of(this);
  }
}
