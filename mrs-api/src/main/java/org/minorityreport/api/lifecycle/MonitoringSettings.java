package org.minorityreport.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How models are monitored. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableMonitoringSettings.class)
@JsonPropertyOrder({
  "window",
  "reference",
  "minimum_samples",
  "minimum_decisions",
  "input_drift",
  "residual_drift",
  "confidence_decay",
  "share_confirmed",
  "precision",
  "recall"
})
public interface MonitoringSettings {
  /** {@return what is measured: so much time before the tick; 28 days unless said} */
  @Value.Default
  default Duration window() {
    return Duration.ofDays(28);
  }

  /**
   * What it is measured against: so much time from the first answer of the model on; 28 days unless
   * said. It never moves, so that a slow drift is seen as well as a sudden one.
   *
   * @return the length of the reference window
   */
  @Value.Default
  default Duration reference() {
    return Duration.ofDays(28);
  }

  /**
   * How many observations each window must hold before drift is measured; 200 unless said. Of equal
   * distributions the population stability index in 10 bins has an expectation of 9 (1/n + 1/m):
   * with fewer samples chance alone would cross the threshold (Yurdakul, <i>Statistical Properties
   * of Population Stability Index</i>, Western Michigan University 2018).
   *
   * @return 1 or more
   */
  @Value.Default
  default int minimumSamples() {
    return 200;
  }

  /**
   * {@return how many decisions there must be before a share is told, 1 or more; 20 unless said}
   */
  @Value.Default
  default int minimumDecisions() {
    return 20;
  }

  /** {@return the greatest population stability index that is good; 0.25 unless said} */
  @Value.Default
  default double inputDrift() {
    return 0.25;
  }

  /** {@return the greatest move of the mean residual that is good; 0.5 unless said} */
  @Value.Default
  default double residualDrift() {
    return 0.5;
  }

  /** {@return the greatest fall of the mean confidence that is good; 0.15 unless said} */
  @Value.Default
  default double confidenceDecay() {
    return 0.15;
  }

  /** {@return the least share confirmed that is good; 0.8 unless said} */
  @Value.Default
  default double shareConfirmed() {
    return 0.8;
  }

  /** {@return the least precision that is good; 0.7 unless said} */
  @Value.Default
  default double precision() {
    return 0.7;
  }

  /** {@return the least recall that is good; 0.7 unless said} */
  @Value.Default
  default double recall() {
    return 0.7;
  }

  /**
   * The threshold of a measure.
   *
   * @param metric the measure
   * @return where it begins to be bad
   */
  default double threshold(Metric metric) {
    return switch (metric) {
      case INPUT_DRIFT -> inputDrift();
      case RESIDUAL_DRIFT -> residualDrift();
      case CONFIDENCE_DECAY -> confidenceDecay();
      case SHARE_CONFIRMED -> shareConfirmed();
      case PRECISION -> precision();
      case RECALL -> recall();
    };
  }

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.check(window().compareTo(Duration.ZERO) > 0, "window", window(), "longer than nothing");
    Rules.check(
        reference().compareTo(Duration.ZERO) > 0, "reference", reference(), "longer than nothing");
    Rules.check(minimumSamples() >= 1, "minimum_samples", minimumSamples(), "1 or more");
    Rules.check(minimumDecisions() >= 1, "minimum_decisions", minimumDecisions(), "1 or more");
    Rules.check(inputDrift() > 0, "input_drift", inputDrift(), "above 0");
    Rules.check(residualDrift() > 0, "residual_drift", residualDrift(), "above 0");
    Rules.share("confidence_decay", confidenceDecay());
    Rules.share("share_confirmed", shareConfirmed());
    Rules.share("precision", precision());
    Rules.share("recall", recall());
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link MonitoringSettings}; one thread at a time. */
  final class Builder extends ImmutableMonitoringSettings.Builder {
    Builder() {}
  }
}
