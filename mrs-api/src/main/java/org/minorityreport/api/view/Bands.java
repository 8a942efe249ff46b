package org.minorityreport.api.view;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * From where on a confidence is called medium or high, and a severity medium, high or critical
 * (spec 3.9). What they are called is derived where it is asked for, never stored. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableBands.class)
@JsonPropertyOrder({
  "confidence_medium",
  "confidence_high",
  "severity_medium",
  "severity_high",
  "severity_critical"
})
public interface Bands {
  /** Those that hold unless a run sets others. */
  Bands USUAL = builder().build();

  /** {@return the least medium confidence, 0 to 1; 0.5 unless said} */
  @Value.Default
  default double confidenceMedium() {
    return 0.50;
  }

  /** {@return the least high confidence, 0 to 1; 0.7 unless said} */
  @Value.Default
  default double confidenceHigh() {
    return 0.70;
  }

  /** {@return the least medium severity, 0 to 1; 0.3 unless said} */
  @Value.Default
  default double severityMedium() {
    return 0.30;
  }

  /** {@return the least high severity, 0 to 1; 0.6 unless said} */
  @Value.Default
  default double severityHigh() {
    return 0.60;
  }

  /** {@return the least critical severity, 0 to 1; 0.85 unless said} */
  @Value.Default
  default double severityCritical() {
    return 0.85;
  }

  /**
   * The tier of a confidence.
   *
   * @param confidence 0 to 1
   * @return its tier
   * @throws org.minorityreport.api.error.InvalidValueException unless {@code 0 <= confidence <= 1}
   */
  default ConfidenceTier tier(double confidence) {
    Rules.share("confidence", confidence);
    if (confidence < confidenceMedium()) {
      return ConfidenceTier.LOW;
    }
    return confidence < confidenceHigh() ? ConfidenceTier.MEDIUM : ConfidenceTier.HIGH;
  }

  /**
   * The tier of a confidence that may be absent.
   *
   * @param confidence 0 to 1, or empty
   * @return its tier; empty if there is no confidence
   * @throws org.minorityreport.api.error.InvalidValueException if it is given and not within [0, 1]
   */
  default Optional<ConfidenceTier> tier(OptionalDouble confidence) {
    return confidence.isPresent() ? Optional.of(tier(confidence.getAsDouble())) : Optional.empty();
  }

  /**
   * The class of a severity.
   *
   * @param severity 0 to 1
   * @return its class
   * @throws org.minorityreport.api.error.InvalidValueException unless {@code 0 <= severity <= 1}
   */
  default SeverityClass severity(double severity) {
    Rules.share("severity", severity);
    if (severity < severityMedium()) {
      return SeverityClass.LOW;
    }
    if (severity < severityHigh()) {
      return SeverityClass.MEDIUM;
    }
    return severity < severityCritical() ? SeverityClass.HIGH : SeverityClass.CRITICAL;
  }

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default Bands check() {
    Rules.share("confidence_medium", confidenceMedium());
    Rules.share("confidence_high", confidenceHigh());
    Rules.share("severity_medium", severityMedium());
    Rules.share("severity_high", severityHigh());
    Rules.share("severity_critical", severityCritical());
    Rules.check(
        confidenceMedium() < confidenceHigh(),
        "confidence_high",
        confidenceHigh(),
        "more than confidence_medium (" + confidenceMedium() + ")");
    Rules.check(
        severityMedium() < severityHigh() && severityHigh() < severityCritical(),
        "severity_high",
        severityHigh(),
        "between severity_medium ("
            + severityMedium()
            + ") and severity_critical ("
            + severityCritical()
            + ")");
    boolean rounded =
        Num.isRounded(confidenceMedium())
            && Num.isRounded(confidenceHigh())
            && Num.isRounded(severityMedium())
            && Num.isRounded(severityHigh())
            && Num.isRounded(severityCritical());
    return rounded
        ? this
        : builder()
            .confidenceMedium(Num.round(confidenceMedium()))
            .confidenceHigh(Num.round(confidenceHigh()))
            .severityMedium(Num.round(severityMedium()))
            .severityHigh(Num.round(severityHigh()))
            .severityCritical(Num.round(severityCritical()))
            .build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Bands}; one thread at a time. */
  final class Builder extends ImmutableBands.Builder {
    Builder() {}
  }
}
