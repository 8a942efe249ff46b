package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** One step of a series as an optimiser should see it. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableProtectedStep.class)
@JsonPropertyOrder({
  "store_id",
  "sku",
  "timestamp",
  "cadence",
  "actual_units",
  "expected_units",
  "expected_lower",
  "expected_upper",
  "weight",
  "excluded_units",
  "kept_units",
  "report_id"
})
public interface ProtectedStep {
  /** {@return where} */
  StoreId storeId();

  /** {@return what} */
  Sku sku();

  /** {@return start of the step} */
  Instant timestamp();

  /** {@return length of the step} */
  Cadence cadence();

  /** {@return units sold; absent if unknown} */
  Optional<BigDecimal> actualUnits();

  /** {@return units expected; absent if unknown} */
  Optional<BigDecimal> expectedUnits();

  /** {@return lower end of the interval of the expectation} */
  Optional<BigDecimal> expectedLower();

  /** {@return upper end of it} */
  Optional<BigDecimal> expectedUpper();

  /** {@return 0 to leave the step out, 1 to keep it; 0 if it is unknown} */
  double weight();

  /** {@return actual - expected of a step to be excluded, else 0; absent if the step is unknown} */
  Optional<BigDecimal> excludedUnits();

  /** {@return actual - (1 - weight) x excluded; absent if the step is unknown} */
  Optional<BigDecimal> keptUnits();

  /** {@return the report that the step belongs to} */
  Optional<ReportId> reportId();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ProtectedStep check() {
    Rules.share("weight", weight());
    return Num.isRounded(weight())
        ? this
        : builder().from(this).weight(Num.round(weight())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ProtectedStep}; one thread at a time. */
  final class Builder extends ImmutableProtectedStep.Builder {
    Builder() {}
  }
}
