package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Direction;

/** What every row about a report carries. */
@JsonPropertyOrder({
  "report_id",
  "version",
  "run_id",
  "written_at",
  "store_id",
  "sku",
  "skus",
  "first_detected_from",
  "window_start",
  "window_end",
  "direction",
  "severity_score",
  "members",
  "attributed_revenue_total",
  "baseline_revenue_total",
  "impact_estimate",
  "attributed_sales_total",
  "baseline_sales_total",
  "report_status",
  "is_degraded",
  "degraded_reasons",
  "model_versions",
  "suppressed_by"
})
public interface ReportSpine extends LogRecord {
  /** {@return the report} */
  ReportId reportId();

  /** {@return where} */
  StoreId storeId();

  /**
   * {@return the lead product: the member with the greatest severity, of equals the smaller SKU}
   */
  Sku sku();

  /** {@return all products that deviate, sorted} */
  List<Sku> skus();

  /** {@return the onset, fixed when the report was first raised} */
  Instant firstDetectedFrom();

  /** {@return start of the anomaly window: the onset unless a person re-framed it} */
  Instant windowStart();

  /** {@return end of the anomaly window; absent while the report is open} */
  Optional<Instant> windowEnd();

  /** {@return the sign of attributed minus baseline; of zero, that of the lead product} */
  Direction direction();

  /** {@return the greatest severity of the members, 0 to 1} */
  double severityScore();

  /** {@return one per series with this onset, by SKU} */
  List<ReportMember> members();

  /** {@return money taken in the window, scale 2} */
  Optional<BigDecimal> attributedRevenueTotal();

  /** {@return money expected in the window, scale 2} */
  Optional<BigDecimal> baselineRevenueTotal();

  /**
   * {@return money above (+) or below (-) the baseline, scale 2; absent if no member has a price}
   */
  Optional<BigDecimal> impactEstimate();

  /** {@return units sold from the onset to the end of the last deviating step known} */
  BigDecimal attributedSalesTotal();

  /** {@return units expected in the same steps} */
  BigDecimal baselineSalesTotal();

  /** {@return the plain word of the stage that wrote the row} */
  String reportStatus();

  /** {@return whether something that should have contributed did not} */
  @JsonProperty("is_degraded")
  boolean isDegraded();

  /** {@return codes of what was missing, sorted} */
  List<String> degradedReasons();

  /** {@return role to name@version of the models that contributed} */
  @Value.NaturalOrder
  SortedMap<String, String> modelVersions();

  /** {@return rule@version that keeps the report out of alerts, work list and feed} */
  Optional<String> suppressedBy();
}
