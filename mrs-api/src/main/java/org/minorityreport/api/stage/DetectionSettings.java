package org.minorityreport.api.stage;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Bounds of detection, the same for every classifier. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableDetectionSettings.class)
@JsonPropertyOrder({
  "max_backdate_steps",
  "persistence_steps",
  "persistence",
  "max_event_duration",
  "min_event_duration"
})
public interface DetectionSettings {
  /** {@return how many steps before the tick that raises it an onset may lie} */
  @Value.Default
  default int maxBackdateSteps() {
    return 12;
  }

  /** {@return known quiet steps after the last deviating one that close a window} */
  @Value.Default
  default int persistenceSteps() {
    return 4;
  }

  /** {@return time that those steps must span} */
  @Value.Default
  default Duration persistence() {
    return Duration.ofHours(4);
  }

  /** {@return how long a report may stay open} */
  @Value.Default
  default Duration maxEventDuration() {
    return Duration.ofDays(28);
  }

  /** {@return shorter windows are suppressed as too_short; above hourly cadence one step} */
  @Value.Default
  default Duration minEventDuration() {
    return Duration.ofHours(2);
  }

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.check(maxBackdateSteps() > 0, "max_backdate_steps", maxBackdateSteps(), "above 0");
    Rules.check(persistenceSteps() > 0, "persistence_steps", persistenceSteps(), "above 0");
    Rules.check(!persistence().isNegative(), "persistence", persistence(), "0 or more");
    Rules.check(
        !maxEventDuration().isNegative(), "max_event_duration", maxEventDuration(), "0 or more");
    Rules.check(
        !minEventDuration().isNegative(), "min_event_duration", minEventDuration(), "0 or more");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link DetectionSettings}; one thread at a time. */
  final class Builder extends ImmutableDetectionSettings.Builder {
    Builder() {}
  }
}
