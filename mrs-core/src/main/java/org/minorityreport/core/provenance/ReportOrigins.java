package org.minorityreport.core.provenance;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.core.provenance.Place.RefRow;

/**
 * Finds the rows that the values of one hydrated report come from, among those that it names. It
 * asks the report what sort of row gives a group, and takes the newest of that sort that says what
 * is shown; so it knows which row a value stands in, and not how hydration chose it.
 */
final class ReportOrigins {
  private static final String SOURCE_USED = "source_used_";
  private static final ImmutableSet<Writer> REVIEWERS =
      ImmutableSet.of(Writer.REVIEW, Writer.FINALISATION, Writer.REREVIEW);
  private static final List<Log<?>> STAGES =
      List.of(
          Logs.REPORTS_DETECTED,
          Logs.REPORTS_CLUSTERED,
          Logs.REPORTS_ATTRIBUTED,
          Logs.REPORTS_COHORTED);
  private static final ImmutableSet<String> IDENTITY = ImmutableSet.of("report_id", "run_id");

  private final Map<String, Object> shown;
  private final String id;
  private final RefRows rows;

  ReportOrigins(Map<String, Object> shown, Map<String, StoredRow> rows) {
    this.shown = shown;
    this.id = String.valueOf(shown.get("report_id"));
    this.rows = RefRows.of(shown, rows);
  }

  /** {@return where the value of a field comes from} */
  Origin of(String field) {
    if (field.startsWith(SOURCE_USED)) {
      return sourceUsed(field);
    }
    if (IDENTITY.contains(field)) {
      return structureRow()
          .map(row -> Origin.standsIn(row, field))
          .orElseGet(() -> anywhere(field));
    }
    String rule = ReportFields.RULES.get(field);
    if (rule != null) {
      return computed(field, rule);
    }
    String first = ReportFields.FIRST.get(field);
    if (first != null) {
      return first(field, first);
    }
    Optional<String> group = ReportFields.group(field);
    return group.isPresent() ? grouped(group.get(), field) : anywhere(field);
  }

  private Origin sourceUsed(String field) {
    String group = field.substring(SOURCE_USED.length());
    String rule = "the first source of the group " + group + " that has a row";
    Stream<Origin> parts =
        ReportFields.fields(group).stream()
            .filter(one -> !ReportFields.RULES.containsKey(one))
            .limit(1)
            .map(one -> grouped(group, one));
    return Origin.computed(rule, parts);
  }

  private Origin computed(String field, String rule) {
    return switch (field) {
      case "raised_at" -> Origin.computed(rule, "members", structureRow().stream());
      case "is_open", "end_reason", "temporary" -> closing(field, rule);
      case "event_status" -> Origin.computed(rule, "window_end", membersOpenOrClosed());
      case "report_status" ->
          Origin.computed(rule, "report_status", Stream.concat(furthest(), degrading()));
      case "is_degraded", "degraded_reasons" ->
          Origin.computed(rule, "degraded_reasons", Stream.concat(newestOfStages(), degrading()));
      case "model_versions" -> Origin.computed(rule, "model_versions", newestOfStages());
      case "review_state",
          "in_conflict",
          "rereview_round",
          "tick_differs",
          "assignee",
          "priority" ->
          Origin.computed(rule, field, rows.all().stream().filter(ReportOrigins::isOfReview));
      case "last_changed" ->
          Origin.computed(rule, "written_at", rows.all().stream().filter(this::isLastChange));
      default -> Origin.computed(rule, "written_at", rows.all().stream());
    };
  }

  private Origin closing(String field, String rule) {
    Optional<RefRow> closing =
        RefRows.newest(rows.about(List.of(Logs.REPORTS_ENDED), id), row -> true);
    String path = field.equals("is_open") ? "event_status" : "end_reason";
    return closing
        .map(row -> Origin.computed(rule, path, Stream.of(row)))
        .orElseGet(() -> Origin.computed(rule, "window_end", structureRow().stream()));
  }

  private Optional<RefRow> structureRow() {
    return grouped("structure", "store_id").row();
  }

  /** Of each report of the event that is named, the row that says whether it is open. */
  private Stream<RefRow> membersOpenOrClosed() {
    Map<String, RefRow> bySubject = new TreeMap<>();
    for (Log<?> log : List.of(Logs.REPORTS_DETECTED, Logs.REPORTS_ENDED)) {
      rows.of(log).forEach(row -> bySubject.put(row.stored().subject().orElse(""), row));
    }
    return bySubject.values().stream();
  }

  private Stream<RefRow> furthest() {
    List<RefRow> newest = newestOfStages().toList();
    return newest.isEmpty() ? Stream.of() : Stream.of(newest.get(newest.size() - 1));
  }

  private Stream<RefRow> newestOfStages() {
    return STAGES.stream()
        .flatMap(log -> RefRows.newest(rows.about(List.of(log), id), row -> true).stream());
  }

  /** The rows that carry codes, and the runs of stages that left no row. */
  private Stream<RefRow> degrading() {
    Collection<?> codes =
        shown.get("degraded_reasons") instanceof Collection<?> said ? said : List.of();
    boolean degraded = Boolean.TRUE.equals(shown.get("is_degraded"));
    return rows.all().stream()
        .filter(row -> degraded)
        .filter(row -> row.stored().log().equals(Logs.STAGE_RUNS) || carriesOneOf(row, codes));
  }

  /** Rows that no stage of a tick wrote. */
  private static boolean isOfReview(RefRow row) {
    return row.stored().log().writers().stream().anyMatch(REVIEWERS::contains);
  }

  private static boolean carriesOneOf(RefRow row, Collection<?> codes) {
    return STAGES.contains(row.stored().log())
        && row.at("degraded_reasons") instanceof Collection<?> own
        && own.stream().anyMatch(codes::contains);
  }

  private boolean isLastChange(RefRow row) {
    return String.valueOf(shown.get("last_changed"))
        .equals(String.valueOf(row.stored().position().value()));
  }

  private Origin first(String field, String path) {
    String rule = "what the first row with a value for it said";
    List<Log<?>> logs = path.equals("severity_score") ? STAGES : List.of(Logs.REPORTS_ATTRIBUTED);
    return rows.about(logs, id)
        .filter(row -> Objects.equals(row.at(path), shown.get(field)))
        .findFirst()
        .map(row -> Origin.standsIn(row, path))
        .orElseGet(() -> Origin.computed(rule, path, Stream.of()));
  }

  private Origin grouped(String group, String field) {
    String source = String.valueOf(shown.get(SOURCE_USED + group));
    if (source.equals("none")) {
      return none(group, field);
    }
    List<Log<?>> logs = ReportFields.logs(source);
    List<String> together = new ArrayList<>(ReportFields.fields(group));
    together.removeAll(ReportFields.RULES.keySet());
    Stream<RefRow> own = rows.about(logs, id);
    return RefRows.newest(own, row -> says(row, together))
        .or(() -> RefRows.newest(rows.about(logs, id), row -> says(row, List.of(field))))
        .map(row -> Origin.standsIn(row, field))
        .orElseGet(() -> elsewhere(group, field));
  }

  private boolean says(RefRow row, List<String> fields) {
    return fields.stream().allMatch(field -> Objects.equals(row.at(field), shown.get(field)));
  }

  /** What of an event a report shows stands in the rows of the event. */
  private Origin elsewhere(String group, String field) {
    Object value = shown.get(field);
    if (field.equals("report_group_id")) {
      return Stream.of("merged_into", "event_id")
          .flatMap(path -> place(Logs.EVENTS, path, value).stream())
          .findFirst()
          .or(() -> moved(value))
          .orElseGet(() -> none(group, field));
    }
    if (field.startsWith("cohort_")) {
      return place(Logs.EVENTS, field, value)
          .or(() -> place(Logs.REPORTS_COHORTED, field, value))
          .orElseGet(() -> none(group, field));
    }
    return none(group, field);
  }

  /** A person moved it, or split its event: to an event that the act names, or that it made. */
  private Optional<Origin> moved(@Nullable Object event) {
    List<RefRow> acts = rows.all().stream().filter(ReportOrigins::isOfReview).toList();
    return RefRows.newest(acts.stream(), row -> Objects.equals(row.at("report_group_id"), event))
        .map(row -> Origin.standsIn(row, "report_group_id"))
        .or(
            () ->
                RefRows.newest(acts.stream(), row -> "new".equals(row.at("report_group_id")))
                    .map(
                        row ->
                            Origin.computed(
                                "the event that the act made, named after the report moved and the"
                                    + " act",
                                "annotation_id",
                                Stream.of(row))));
  }

  private Optional<Origin> place(Log<?> log, String path, @Nullable Object value) {
    return rows.newest(log, path, value).map(row -> Origin.standsIn(row, path));
  }

  private Origin none(String group, String field) {
    if (field.equals("window_start")) {
      return Origin.computed(
          "the onset, which every row carries", "first_detected_from", structureRow().stream());
    }
    if (field.equals("window_end")) {
      return closing("is_open", "absent while the report is open");
    }
    return new Origin(
        Optional.of("no source of the group " + group + " has a row that gives it"), List.of());
  }

  /** A field outside the groups: of the store, or of any row that names it so. */
  private Origin anywhere(String field) {
    Object value = shown.get(field);
    return place(Logs.STORES, "store." + field, value)
        .filter(found -> value != null)
        .or(
            () ->
                RefRows.newest(
                        rows.all().stream(),
                        row -> value != null && Objects.equals(row.at(field), value))
                    .map(row -> Origin.standsIn(row, field)))
        .orElseGet(
            () ->
                Origin.computed(
                    "no row gives it", field, value == null ? rows.of(Logs.STORES) : Stream.of()));
  }
}
