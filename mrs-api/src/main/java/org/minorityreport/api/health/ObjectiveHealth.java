package org.minorityreport.api.health;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * How a run compares with a goal. The burn rate is the share that was not good, divided by the
 * share that may be: above 1 the goal is missed if it goes on like this. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableObjectiveHealth.class)
@JsonPropertyOrder({"objective", "goal", "good", "burn_rate", "lately", "burn_rate_lately", "note"})
public interface ObjectiveHealth {
  /** {@return the goal's name} */
  Objective objective();

  /** {@return the share that is to be good, below 1} */
  double goal();

  /** {@return how much was good: over the long window, or of what is open or decided now} */
  Rate good();

  /** {@return the burn rate over that, 0 or more; absent if nothing was to be judged} */
  OptionalDouble burnRate();

  /** {@return how much was good over the short window; absent where there is no window} */
  Optional<Rate> lately();

  /** {@return the burn rate over the short window, 0 or more} */
  OptionalDouble burnRateLately();

  /** {@return why there is no burn rate, such as {@code not enough decisions}} */
  Optional<String> note();

  /** {@return whether a burn rate is above 1} */
  default boolean isMissed() {
    return burnRate().orElse(0) > 1 || burnRateLately().orElse(0) > 1;
  }

  /** {@return this value, its numbers rounded} */
  @Value.Check
  default ObjectiveHealth check() {
    return Num.isRounded(burnRate()) && Num.isRounded(burnRateLately())
        ? this
        : builder()
            .from(this)
            .burnRate(Num.round(burnRate()))
            .burnRateLately(Num.round(burnRateLately()))
            .build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link ObjectiveHealth}; one thread at a time. */
  final class Builder extends ImmutableObjectiveHealth.Builder {
    Builder() {}
  }
}
