package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.KeepsUnknownFields;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** One series of a report: one SKU that deviates with the report's onset. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableReportMember.class)
@JsonPropertyOrder({
  "sku",
  "direction",
  "raised_at",
  "window_end",
  "severity_score",
  "attributed_sales_total",
  "baseline_sales_total",
  "impact_estimate"
})
public interface ReportMember extends KeepsUnknownFields {
  /** {@return what} */
  Sku sku();

  /** {@return the side of the expectation on which it deviates} */
  Direction direction();

  /** {@return the tick that raised it} */
  Instant raisedAt();

  /** {@return the first step after its last deviating one; absent while open} */
  Optional<Instant> windowEnd();

  /** {@return intensity, 0 to 1} */
  double severityScore();

  /** {@return units sold from onset to the end of its last deviating step} */
  BigDecimal attributedSalesTotal();

  /** {@return units expected in the same steps} */
  BigDecimal baselineSalesTotal();

  /** {@return (attributed - baseline) x price, scale 2; absent without a price} */
  Optional<BigDecimal> impactEstimate();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ReportMember check() {
    Rules.share("severity_score", severityScore());
    Rules.units("attributed_sales_total", attributedSalesTotal());
    Rules.units("baseline_sales_total", baselineSalesTotal());
    impactEstimate().ifPresent(v -> Rules.money("impact_estimate", v));
    return Num.isRounded(severityScore())
        ? this
        : builder().from(this).severityScore(Num.round(severityScore())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReportMember}; one thread at a time. */
  final class Builder extends ImmutableReportMember.Builder {
    Builder() {}
  }
}
