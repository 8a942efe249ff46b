package org.minorityreport.core.event;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one report adds to the figures of its event. Immutable.
 *
 * @param severity intensity, 0 to 1
 * @param attributed units sold in its window
 * @param expected units expected in its window
 * @param impact money above or below the baseline
 * @param cause the first proposed cause
 * @param category its category
 * @param confidence its confidence, 0 to 1
 */
public record EventPart(
    double severity,
    BigDecimal attributed,
    BigDecimal expected,
    Optional<BigDecimal> impact,
    Optional<String> cause,
    Optional<String> category,
    OptionalDouble confidence) {
  BigDecimal absoluteImpact() {
    return impact.map(BigDecimal::abs).orElse(BigDecimal.ZERO);
  }
}
