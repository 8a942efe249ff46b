package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** One step of the sales behind a report or event, summed over its series. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableSeriesPoint.class)
@JsonPropertyOrder({
  "timestamp",
  "actual_units",
  "expected_units",
  "expected_lower",
  "expected_upper",
  "unknown",
  "excluded",
  "stores_known"
})
public interface SeriesPoint {
  /** {@return start of the step} */
  Instant timestamp();

  /** {@return units sold; absent if unknown} */
  Optional<BigDecimal> actualUnits();

  /** {@return units expected of the same stores; absent if unknown} */
  Optional<BigDecimal> expectedUnits();

  /** {@return lower end of the interval of the expectation} */
  Optional<BigDecimal> expectedLower();

  /** {@return upper end of it} */
  Optional<BigDecimal> expectedUpper();

  /** {@return whether no store is known} */
  boolean unknown();

  /** {@return whether the feed excludes the step for one of its series} */
  boolean excluded();

  /** {@return number of stores of which all series are known} */
  int storesKnown();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SeriesPoint}; one thread at a time. */
  final class Builder extends ImmutableSeriesPoint.Builder {
    Builder() {}
  }
}
