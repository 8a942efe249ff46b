package org.minorityreport.api.stage;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Limits for pairs. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableCohortSettings.class)
@JsonPropertyOrder({
  "max_gap",
  "max_gap_steps",
  "max_onset_spread",
  "max_onset_spread_steps",
  "accept_from"
})
public interface CohortSettings {
  /** {@return how far apart two windows may lie, at least maxGapSteps} */
  @Value.Default
  default Duration maxGap() {
    return Duration.ofHours(2);
  }

  /** {@return the same in steps; the longer of the two counts} */
  @Value.Default
  default int maxGapSteps() {
    return 2;
  }

  /** {@return how far apart two onsets may lie, at least maxOnsetSpreadSteps} */
  @Value.Default
  default Duration maxOnsetSpread() {
    return Duration.ofHours(24);
  }

  /** {@return the same in steps; the longer of the two counts} */
  @Value.Default
  default int maxOnsetSpreadSteps() {
    return 2;
  }

  /** {@return score from which a pair is accepted} */
  @Value.Default
  default double acceptFrom() {
    return 0.5;
  }

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.check(!maxGap().isNegative(), "max_gap", maxGap(), "0 or more");
    Rules.check(maxGapSteps() > 0, "max_gap_steps", maxGapSteps(), "above 0");
    Rules.check(!maxOnsetSpread().isNegative(), "max_onset_spread", maxOnsetSpread(), "0 or more");
    Rules.check(
        maxOnsetSpreadSteps() > 0, "max_onset_spread_steps", maxOnsetSpreadSteps(), "above 0");
    Rules.share("accept_from", acceptFrom());
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CohortSettings}; one thread at a time. */
  final class Builder extends ImmutableCohortSettings.Builder {
    Builder() {}
  }
}
