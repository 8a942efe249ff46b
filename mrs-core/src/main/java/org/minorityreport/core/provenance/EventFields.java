package org.minorityreport.core.provenance;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/** The fields of a hydrated event: which are computed from its reports, and how. */
final class EventFields {
  /** The group that MELOG gives. */
  static final ImmutableSet<String> COHORT =
      ImmutableSet.of("cohort_name", "cohort_reason", "cohort_confidence");

  private static final String SECOND = "that of the cause of the second most absolute impact";
  private static final String THIRD = "that of the cause of the third most absolute impact";

  /** Field of the event to how it is computed from the reports, and from which of their fields. */
  static final ImmutableMap<String, Sum> SUMS =
      ImmutableMap.<String, Sum>builder()
          .put("event_status", new Sum("active while a report of it is open", "is_open"))
          .put("cohort_size", new Sum("the number of its reports", "report_group_id"))
          .put("report_ids", new Sum("its reports, sorted", "report_group_id"))
          .put("store_ids", new Sum("the stores of its reports, sorted", "store_id"))
          .put("regions", new Sum("the regions of its reports, sorted", "region"))
          .put("retailers", new Sum("the retailers of its reports, sorted", "retailer"))
          .put("cities", new Sum("the cities of its reports, sorted", "city"))
          .put(
              "direction",
              new Sum(
                  "the sign of attributed minus baseline, summed over its reports",
                  "attributed_sales_total"))
          .put("window_start", new Sum("the earliest of its reports", "window_start"))
          .put(
              "window_end",
              new Sum("the latest of its reports; absent while it is active", "window_end"))
          .put(
              "severity_score",
              new Sum(
                  "the mean of its reports weighted by absolute impact; without impacts the"
                      + " maximum",
                  "severity_score"))
          .put("impact_estimate", new Sum("the sum over its reports", "impact_estimate"))
          .put(
              "attributed_sales_total",
              new Sum("the sum over its reports", "attributed_sales_total"))
          .put("baseline_sales_total", new Sum("the sum over its reports", "baseline_sales_total"))
          .put("proposed_cause", new Sum("the cause of the most absolute impact", "proposed_cause"))
          .put(
              "proposed_cause_category",
              new Sum("that of the cause of the most absolute impact", "proposed_cause_category"))
          .put(
              "confidence_score",
              new Sum(
                  "the greatest among the reports that name its cause first", "confidence_score"))
          .put(
              "reports_agreeing",
              new Sum("the number of its reports that name its cause first", "proposed_cause"))
          .put("proposed_cause_2", new Sum(SECOND, "proposed_cause"))
          .put("proposed_cause_category_2", new Sum(SECOND, "proposed_cause_category"))
          .put("confidence_score_2", new Sum(SECOND, "confidence_score"))
          .put("proposed_cause_3", new Sum(THIRD, "proposed_cause"))
          .put("proposed_cause_category_3", new Sum(THIRD, "proposed_cause_category"))
          .put("confidence_score_3", new Sum(THIRD, "confidence_score"))
          .put("cluster_id", new Sum("the commonest of its reports", "cluster_id"))
          .put("embedding_x", new Sum("the mean of its reports", "embedding_x"))
          .put("embedding_y", new Sum("the mean of its reports", "embedding_y"))
          .put("reports_by_review_state", new Sum("counts of its reports", "review_state"))
          .put(
              "is_degraded", new Sum("true if one of its reports or its own row is", "is_degraded"))
          .put(
              "degraded_reasons",
              new Sum("those of its reports and of its own row, sorted", "degraded_reasons"))
          .put(
              "source_used_structure",
              new Sum("the last of the sources of its reports", "source_used_totals"))
          .build();

  private EventFields() {}

  /**
   * How a field of an event is made.
   *
   * @param rule in words
   * @param field the field of its reports
   */
  record Sum(String rule, String field) {}
}
