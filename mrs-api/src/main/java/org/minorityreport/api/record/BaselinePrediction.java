package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.NumColumn;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A row of the baseline prediction log: actual, expected and spread over some steps of a series.
 * Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableBaselinePrediction.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "store_id",
  "sku",
  "from",
  "cadence",
  "actual_units",
  "expected_units",
  "spread",
  "model_name",
  "model_version",
  "role",
  "route",
  "input_digest",
  "quality_score",
  "outcome",
  "message"
})
public interface BaselinePrediction extends LogRecord, ModelColumns {
  /** {@return where} */
  StoreId storeId();

  /** {@return what} */
  Sku sku();

  /** {@return start of the first step} */
  @JsonProperty("from")
  Instant firstStep();

  /** {@return length of a step} */
  Cadence cadence();

  /** {@return units sold per step} */
  UnitsColumn actualUnits();

  /** {@return units expected per step} */
  UnitsColumn expectedUnits();

  /** {@return one standard deviation of actual minus expected per step} */
  NumColumn spread();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default BaselinePrediction check() {
    int steps = actualUnits().size();
    Rules.check(
        expectedUnits().size() == steps,
        "expected_units",
        expectedUnits().size(),
        "as long as actual_units");
    Rules.check(spread().size() == steps, "spread", spread().size(), "as long as actual_units");
    Rules.check(cadence().onGrid(firstStep()), "from", firstStep(), "on the grid of " + cadence());
    return Num.isRounded(qualityScore())
        ? this
        : builder().from(this).qualityScore(Num.round(qualityScore())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link BaselinePrediction}; one thread at a time. */
  final class Builder extends ImmutableBaselinePrediction.Builder {
    Builder() {}
  }
}
