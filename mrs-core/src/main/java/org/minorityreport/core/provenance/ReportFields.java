package org.minorityreport.core.provenance;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.hydrate.FieldGroup;
import org.minorityreport.core.hydrate.FieldGroups;

/**
 * The fields of a hydrated report: which group each belongs to, and how those are made that do not
 * stand in a row as they are shown.
 */
final class ReportFields {
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
  private static final ImmutableListMultimap<String, Log<?>> SOURCES =
      ImmutableListMultimap.<String, Log<?>>builder()
          .putAll("detected", Logs.REPORTS_DETECTED)
          .putAll("ended", Logs.REPORTS_ENDED)
          .putAll("clustered", Logs.REPORTS_CLUSTERED)
          .putAll("attribution", Logs.REPORTS_ATTRIBUTED)
          .putAll("cohort", Logs.REPORTS_COHORTED, Logs.EVENTS)
          .putAll("finalised", Logs.REPORTS_FINALISED)
          .putAll("ui", Logs.USER_EDITS, Logs.USER_EVENT_EDITS)
          .putAll("rereview", Logs.REPORTS_RECLUSTERED, Logs.REPORTS_REATTRIBUTED)
          .build();

  private ReportFields() {}

  /** {@return the group of which a row gives a field; empty if the field is computed} */
  static Optional<String> group(String field) {
    return FieldGroups.OF_REPORTS
        .of(field)
        .filter(group -> fields(group.wireName()).contains(field))
        .map(FieldGroup::wireName);
  }

  /** {@return the fields that the row of a group gives; none of a group that is computed} */
  static List<String> fields(String group) {
    return FieldGroups.OF_REPORTS.givenBy(group);
  }

  /** {@return the logs that a source of values stands for} */
  static List<Log<?>> logs(String source) {
    return SOURCES.get(source);
  }
}
