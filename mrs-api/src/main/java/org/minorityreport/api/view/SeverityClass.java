package org.minorityreport.api.view;

import org.minorityreport.api.value.Rules;

/**
 * What people call a severity: low &lt; 0.30 &lt;= medium &lt; 0.60 &lt;= high &lt; 0.85 &lt;=
 * critical. Derived where it is shown or asked for, never stored.
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

  private static final double MEDIUM_FROM = 0.30;
  private static final double HIGH_FROM = 0.60;
  private static final double CRITICAL_FROM = 0.85;

  /**
   * The class of a severity.
   *
   * @param severity 0 to 1
   * @return its class
   * @throws org.minorityreport.api.error.InvalidValueException unless {@code 0 <= severity <= 1}
   */
  public static SeverityClass of(double severity) {
    Rules.share("severity", severity);
    if (severity < MEDIUM_FROM) {
      return LOW;
    }
    if (severity < HIGH_FROM) {
      return MEDIUM;
    }
    return severity < CRITICAL_FROM ? HIGH : CRITICAL;
  }

  /** {@return the word for people and on the wire} */
  public String wireName() {
    return WireNames.of(this);
  }
}
