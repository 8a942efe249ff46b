package org.minorityreport.core.provenance;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;

/**
 * The fields of a hydrated report: which group each belongs to, and how those are made that do not
 * stand in a row as they are shown.
 */
final class ReportFields {
  /** Group to the fields that its row gives. */
  static final ImmutableListMultimap<String, String> GROUPS =
      ImmutableListMultimap.<String, String>builder()
          .putAll("window_start", "window_start")
          .putAll("window_end", "window_end", "is_open", "end_reason", "temporary")
          .putAll(
              "structure",
              "store_id",
              "sku",
              "skus",
              "first_detected_from",
              "raised_at",
              "direction",
              "severity_score",
              "suppressed_by")
          .putAll(
              "totals",
              "members",
              "attributed_sales_total",
              "baseline_sales_total",
              "attributed_revenue_total",
              "baseline_revenue_total",
              "impact_estimate")
          .putAll(
              "cluster",
              "cluster_id",
              "cluster_name",
              "similarity_score",
              "cluster_match_confidence",
              "nearest_cluster_id",
              "nearest_distance",
              "embedding_x",
              "embedding_y")
          .putAll(
              "proposed",
              "proposed_cause",
              "proposed_cause_category",
              "confidence_score",
              "proposed_cause_2",
              "proposed_cause_category_2",
              "confidence_score_2",
              "proposed_cause_3",
              "proposed_cause_category_3",
              "confidence_score_3",
              "supporting_evidence",
              "abstain_reason")
          .putAll(
              "group_id",
              "report_group_id",
              "event_status",
              "cohort_name",
              "cohort_reason",
              "cohort_confidence")
          .putAll(
              "final",
              "final_decision",
              "final_cause",
              "final_cause_category",
              "final_confidence",
              "finalized_at",
              "annotation_id",
              "decided_by",
              "decision_level")
          .build();

  /** What was said first, and the field of the row that said it. */
  static final ImmutableMap<String, String> FIRST =
      ImmutableMap.of(
          "first_severity", "severity_score",
          "first_cause", "proposed_cause",
          "first_confidence", "confidence_score");

  private static final String REVIEW =
      "from the acts of people, decisions and rounds of re-review about it; without any, nobody"
          + " looked at it yet";

  /** Computed fields, and how. */
  static final ImmutableMap<String, String> RULES =
      ImmutableMap.<String, String>builder()
          .put("raised_at", "the earliest raised_at of the members")
          .put(
              "is_open",
              "open unless the newest closing row says ended, or, where there is none, the newest"
                  + " row about the report has a window_end")
          .put("end_reason", "what the newest closing row says; absent while open")
          .put(
              "temporary",
              "false once the newest closing row says structural_change; absent if it closed and"
                  + " closing rows are missing")
          .put("event_status", "active while a report of the event is open")
          .put(
              "report_status",
              "the furthest stage that has rows about it, with the first of degraded_reasons")
          .put("is_degraded", "true if a row that counts is degraded or a stage left no row")
          .put("degraded_reasons", "the codes of the rows that count and of failed stages, sorted")
          .put("model_versions", "those that the newest row of each stage names")
          .put("review_state", REVIEW)
          .put("in_conflict", REVIEW)
          .put("rereview_round", REVIEW)
          .put("tick_differs", REVIEW)
          .put("assignee", REVIEW)
          .put("priority", REVIEW)
          .put("row_refs", "the rows that contributed")
          .put("last_changed", "the commit position of the newest row that contributed")
          .build();

  /** Word of {@code source_used_*} to the logs that it stands for. */
  private static final ImmutableListMultimap<String, String> SOURCES =
      ImmutableListMultimap.<String, String>builder()
          .putAll("detected", Logs.REPORTS_DETECTED.wireName())
          .putAll("ended", Logs.REPORTS_ENDED.wireName())
          .putAll("clustered", Logs.REPORTS_CLUSTERED.wireName())
          .putAll("attribution", Logs.REPORTS_ATTRIBUTED.wireName())
          .putAll("cohort", Logs.REPORTS_COHORTED.wireName(), Logs.EVENTS.wireName())
          .putAll("finalised", "minority_reports_finalised_log")
          .putAll("ui", "user_edits_log", "user_minority_events_edits_log")
          .putAll(
              "rereview",
              "minority_reports_clustered_rereview_log",
              "minority_reports_proposed_attribution_rereview_log")
          .build();

  private ReportFields() {}

  static Optional<String> group(String field) {
    return GROUPS.entries().stream()
        .filter(entry -> entry.getValue().equals(field))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** {@return the logs that a source of values stands for, as far as they exist} */
  static List<Log<?>> logs(String source) {
    return Logs.all().stream()
        .filter(log -> SOURCES.containsEntry(source, log.wireName()))
        .<Log<?>>map(log -> log)
        .toList();
  }
}
