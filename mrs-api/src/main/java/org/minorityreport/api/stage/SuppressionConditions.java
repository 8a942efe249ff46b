package org.minorityreport.api.stage;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Which reports a suppression rule keeps out of alerts, work list and feed (spec 4.10): those that
 * everything said of direction, times, stores, products and known events fits, and that miss one of
 * the minima, if there are any. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableSuppressionConditions.class)
@JsonPropertyOrder({
  "minimum_severity",
  "minimum_impact",
  "minimum_duration",
  "direction",
  "times_of_week",
  "store_ids",
  "skus",
  "known_events"
})
public interface SuppressionConditions {
  /** {@return the severity, 0 to 1, below which a report is suppressed} */
  OptionalDouble minimumSeverity();

  /** {@return the absolute impact below which one is; what has no impact misses nothing} */
  Optional<BigDecimal> minimumImpact();

  /** {@return the time from onset to end below which one is; what is open misses nothing} */
  Optional<Duration> minimumDuration();

  /** {@return the direction that it is about; both unless said} */
  Optional<Direction> direction();

  /** {@return times in which the onset lies, at the store; any unless said} */
  List<TimeOfWeek> timesOfWeek();

  /** {@return the stores that it is about; all unless said} */
  List<StoreId> storeIds();

  /** {@return products: all of a report's are among them; any unless said} */
  List<Sku> skus();

  /** {@return events in one of which the onset lies; any time unless said} */
  List<KnownEvent> knownEvents();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default SuppressionConditions check() {
    Rules.share("minimum_severity", minimumSeverity());
    minimumImpact().ifPresent(v -> Rules.check(v.signum() >= 0, "minimum_impact", v, "0 or more"));
    minimumDuration()
        .ifPresent(v -> Rules.check(!v.isNegative(), "minimum_duration", v, "0 or more"));
    boolean says =
        minimumSeverity().isPresent()
            || minimumImpact().isPresent()
            || minimumDuration().isPresent()
            || direction().isPresent()
            || !timesOfWeek().isEmpty()
            || !storeIds().isEmpty()
            || !skus().isEmpty()
            || !knownEvents().isEmpty();
    Rules.check(says, "conditions", "none", "at least one: else every report were suppressed");
    return Num.isRounded(minimumSeverity())
        ? this
        : builder().from(this).minimumSeverity(Num.round(minimumSeverity())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SuppressionConditions}; one thread at a time. */
  final class Builder extends ImmutableSuppressionConditions.Builder {
    Builder() {}
  }
}
