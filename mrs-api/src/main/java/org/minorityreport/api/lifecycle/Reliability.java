package org.minorityreport.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What the confidence of proposals is worth: of those at 0.8, how many did people confirm? Counts
 * are always told; figures only where there are enough decisions. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableReliability.class)
@JsonPropertyOrder({
  "model",
  "category",
  "proposals",
  "confirmed",
  "bins",
  "share_confirmed",
  "brier_score",
  "expected_calibration_error",
  "note"
})
public interface Reliability {
  /** What {@link #note()} says where there are too few decisions. */
  String NOT_ENOUGH = "not enough decisions";

  /** {@return name@version of the model that proposed} */
  String model();

  /** {@return category of the causes proposed; absent for all together} */
  Optional<String> category();

  /** {@return proposals that people judged} */
  int proposals();

  /** {@return proposals that they confirmed} */
  int confirmed();

  /** {@return ten bins of confidence, ascending} */
  List<ReliabilityBin> bins();

  /** {@return share confirmed, 0 to 1} */
  OptionalDouble shareConfirmed();

  /**
   * Mean squared difference of confidence and outcome (1 confirmed, 0 not), 0 (best) to 1 (Brier,
   * <i>Verification of forecasts expressed in terms of probability</i>, Monthly Weather Review
   * 78(1), 1950, in its form for two outcomes).
   *
   * @return the score; absent if there are not enough decisions
   */
  OptionalDouble brierScore();

  /**
   * Mean difference of mean confidence and share confirmed over the bins, each weighted by its
   * proposals, 0 (best) to 1 (Naeini, Cooper, Hauskrecht, <i>Obtaining well calibrated
   * probabilities using Bayesian binning</i>, AAAI 2015).
   *
   * @return the error; absent if there are not enough decisions
   */
  OptionalDouble expectedCalibrationError();

  /** {@return {@value #NOT_ENOUGH}; absent if there are enough} */
  Optional<String> note();

  /**
   * What a confidence is worth.
   *
   * @param confidence 0 to 1
   * @return the bin it lies in
   * @throws org.minorityreport.api.error.InvalidValueException if it is no share
   */
  default ReliabilityBin at(double confidence) {
    Rules.share("confidence", confidence);
    int last = bins().size() - 1;
    return bins().get(Math.min(last, (int) (confidence * bins().size())));
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Reliability}; one thread at a time. */
  final class Builder extends ImmutableReliability.Builder {
    Builder() {}
  }
}
