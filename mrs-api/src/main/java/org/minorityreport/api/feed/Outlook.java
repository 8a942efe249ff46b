package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How an open report may go on, from reports of its cluster that ended. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableOutlook.class)
@JsonPropertyOrder({
  "anomaly_id",
  "cluster_id",
  "basis",
  "confirmed",
  "expected_end",
  "end_lower",
  "end_upper",
  "expected_impact",
  "impact_lower",
  "impact_upper",
  "expected_units",
  "units_lower",
  "units_upper"
})
public interface Outlook {
  /** {@return the report} */
  ReportId anomalyId();

  /** {@return its cluster} */
  String clusterId();

  /** {@return how many ended reports of the cluster its length is made from} */
  int basis();

  /** {@return whether these are confirmed ones; if not, they are only ended} */
  boolean confirmed();

  /** {@return when it ends, as the median of them did} */
  Instant expectedEnd();

  /** {@return the tenth percentile, not before the newest step seen} */
  Instant endLower();

  /** {@return the ninetieth percentile} */
  Instant endUpper();

  /** {@return money above or below the baseline in all, by then; absent without a price} */
  Optional<BigDecimal> expectedImpact();

  /** {@return lower end of its interval} */
  Optional<BigDecimal> impactLower();

  /** {@return upper end of its interval} */
  Optional<BigDecimal> impactUpper();

  /** {@return units above or below the baseline in all, by then} */
  BigDecimal expectedUnits();

  /** {@return lower end of its interval} */
  BigDecimal unitsLower();

  /** {@return upper end of its interval} */
  BigDecimal unitsUpper();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Outlook}; one thread at a time. */
  final class Builder extends ImmutableOutlook.Builder {
    Builder() {}
  }
}
