package org.minorityreport.api.rehearsal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What the reports and events of a run come to. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableRunFigures.class)
@JsonPropertyOrder({
  "reports",
  "open",
  "events",
  "with_cluster",
  "with_cause",
  "degraded",
  "attributed_sales_total",
  "baseline_sales_total",
  "impact_estimate"
})
public interface RunFigures {
  /** {@return reports} */
  long reports();

  /** {@return of them, those that are open} */
  long open();

  /** {@return events} */
  long events();

  /** {@return reports with a cluster} */
  long withCluster();

  /** {@return reports with a cause other than unknown} */
  long withCause();

  /** {@return reports that are marked as degraded} */
  long degraded();

  /** {@return units sold, summed over the reports} */
  BigDecimal attributedSalesTotal();

  /** {@return units expected, summed over the reports} */
  BigDecimal baselineSalesTotal();

  /** {@return money above or below the baseline, summed over the reports that have it} */
  Optional<BigDecimal> impactEstimate();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RunFigures}; one thread at a time. */
  final class Builder extends ImmutableRunFigures.Builder {
    Builder() {}
  }
}
