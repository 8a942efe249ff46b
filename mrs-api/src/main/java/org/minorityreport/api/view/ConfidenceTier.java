package org.minorityreport.api.view;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What people call a confidence: low &lt; 0.50 &lt;= medium &lt; 0.70 &lt;= high, unless the run
 * has other {@link Bands}. Derived where it is shown or asked for, never stored.
 */
public enum ConfidenceTier {
  /** Below 0.50. */
  LOW,
  /** From 0.50, below 0.70. */
  MEDIUM,
  /** From 0.70. */
  HIGH;

  /**
   * The tier of a confidence.
   *
   * @param confidence 0 to 1
   * @return its tier
   * @throws org.minorityreport.api.error.InvalidValueException unless {@code 0 <= confidence <= 1}
   */
  public static ConfidenceTier of(double confidence) {
    return Bands.USUAL.tier(confidence);
  }

  /**
   * The tier of a confidence that may be absent.
   *
   * @param confidence 0 to 1, or empty
   * @return its tier; empty if there is no confidence
   * @throws org.minorityreport.api.error.InvalidValueException if it is given and not within [0, 1]
   */
  public static Optional<ConfidenceTier> of(OptionalDouble confidence) {
    return Bands.USUAL.tier(confidence);
  }

  /** {@return the word for people and on the wire} */
  public String wireName() {
    return WireNames.of(this);
  }
}
