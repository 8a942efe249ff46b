package org.minorityreport.core.provenance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.provenance.Place.RefRow;

/** Finds the rows that the values of one hydrated event come from, its reports' among them. */
final class EventOrigins {
  private final Map<String, Object> shown;
  private final List<ReportOrigins> reports;
  private final RefRows rows;

  EventOrigins(
      Map<String, Object> shown, List<ReportOrigins> reports, Map<String, StoredRow> rows) {
    this.shown = shown;
    this.reports = reports;
    this.rows = RefRows.of(shown, rows);
  }

  /** {@return where the value of a field comes from} */
  Origin of(String field) {
    EventFields.Sum sum = EventFields.SUMS.get(field);
    if (sum != null) {
      return reports.isEmpty()
          ? ofEmpty(field)
          : Origin.computed(sum.rule(), reports.stream().map(report -> report.of(sum.field())));
    }
    if (field.equals("source_used_cohort")) {
      return Origin.computed(
          "the first source of the group cohort that has a row", Stream.of(of("cohort_name")));
    }
    if (field.equals("source_used_final")) {
      return Origin.computed(
          "the first source of the group final that has a row", Stream.of(of("final_decision")));
    }
    if (field.equals("merged_from")) {
      return Origin.computed(
          "the events whose rows name it in merged_into",
          "merged_into",
          rows.of(Logs.EVENTS).filter(row -> isThis(row.at("merged_into"))));
    }
    if (field.equals("review_state") || field.equals("in_conflict")) {
      return Origin.computed(
          "from the acts of people about it; without any, nobody looked at it yet",
          "action",
          rows.all().stream().filter(row -> row.at("action") != null));
    }
    if (field.equals("row_refs") || field.equals("last_changed")) {
      return Origin.computed(
          ReportFields.RULES.getOrDefault(field, ""),
          "written_at",
          rows.all().stream().filter(row -> field.equals("row_refs") || isLastChange(row)));
    }
    return logged(field);
  }

  private boolean isThis(@Nullable Object event) {
    return event != null && event.equals(shown.get("event_id"));
  }

  private boolean isLastChange(RefRow row) {
    return String.valueOf(shown.get("last_changed"))
        .equals(String.valueOf(row.stored().position().value()));
  }

  /** An event that lost all its reports keeps what its rows last said; sums are over nothing. */
  private Origin ofEmpty(String field) {
    return Origin.computed(
        "it has no reports left: sums are zero, the rest is what its newest row says",
        field,
        RefRows.newest(rows.of(Logs.EVENTS), row -> true).stream());
  }

  private Origin logged(String field) {
    Object value = shown.get(field);
    return Stream.of(Logs.EVENTS, Logs.REPORTS_COHORTED)
        .flatMap(
            log ->
                RefRows.newest(rows.of(log), row -> Objects.equals(row.at(field), value)).stream())
        .findFirst()
        .or(() -> key(field, value))
        .or(() -> anywhere(field, value))
        .map(row -> Origin.standsIn(row, path(row, field, value)))
        .orElseGet(
            () ->
                new Origin(
                    Optional.of(
                        field.equals("resolution_reason")
                            ? "why it ended, if not because its reports did"
                            : "no row gives it"),
                    List.of()));
  }

  private Optional<RefRow> anywhere(String field, @Nullable Object value) {
    return RefRows.newest(
        rows.all().stream(), row -> value != null && Objects.equals(row.at(field), value));
  }

  private Optional<RefRow> key(String field, @Nullable Object value) {
    return field.equals("event_id")
        ? rows.newest(Logs.REPORTS_COHORTED, "report_group_id", value)
        : Optional.empty();
  }

  private static String path(RefRow row, String field, @Nullable Object value) {
    return Objects.equals(row.at(field), value) ? field : "report_group_id";
  }
}
