package org.minorityreport.api.record;

import java.time.Instant;
import java.util.OptionalDouble;
import org.minorityreport.api.value.Rules;

/** The rules of the groups of fields that several records share. */
final class SpineRules {
  private SpineRules() {}

  static void spine(ReportSpine row) {
    Rules.share("severity_score", row.severityScore());
    Rules.ascending("skus", row.skus());
    Rules.check(row.skus().contains(row.sku()), "sku", row.sku(), "one of skus " + row.skus());
    Rules.check(
        row.members().stream().map(ReportMember::sku).toList().equals(row.skus()),
        "members",
        row.members().stream().map(ReportMember::sku).toList(),
        "one per SKU of skus, in their order");
    Instant start = row.windowStart();
    row.windowEnd()
        .ifPresent(
            end ->
                Rules.check(
                    end.isAfter(start), "window_end", end, "after window_start (" + start + ")"));
    Rules.units("attributed_sales_total", row.attributedSalesTotal());
    Rules.units("baseline_sales_total", row.baselineSalesTotal());
    row.attributedRevenueTotal().ifPresent(v -> Rules.money("attributed_revenue_total", v));
    row.baselineRevenueTotal().ifPresent(v -> Rules.money("baseline_revenue_total", v));
    row.impactEstimate().ifPresent(v -> Rules.money("impact_estimate", v));
    Rules.ascending("degraded_reasons", row.degradedReasons());
    Rules.check(row.version() >= 1, "version", row.version(), "1 or more");
  }

  static void cluster(ClusterFields row) {
    Rules.share("similarity_score", row.similarityScore());
    Rules.share("cluster_match_confidence", row.clusterMatchConfidence());
  }

  static void causes(CauseFields row) {
    Rules.share("confidence_score", row.confidenceScore());
    descending("confidence_score_2", row.confidenceScore(), row.confidenceScore2());
    descending("confidence_score_3", row.confidenceScore2(), row.confidenceScore3());
  }

  private static void descending(String field, OptionalDouble before, OptionalDouble value) {
    Rules.share(field, value);
    if (value.isPresent()) {
      Rules.check(
          before.isPresent() && before.getAsDouble() >= value.getAsDouble(),
          field,
          value.getAsDouble(),
          "not above the confidence before it (" + before + ")");
    }
  }
}
