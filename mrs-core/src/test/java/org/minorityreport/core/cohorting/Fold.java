package org.minorityreport.core.cohorting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.stage.CohortCarry;
import org.minorityreport.api.stage.CohortSettings;
import org.minorityreport.api.stage.CohortingResult;
import org.minorityreport.api.stage.CohortingTask;
import org.minorityreport.api.stage.EventCarry;
import org.minorityreport.api.stage.Placements;
import org.minorityreport.api.stage.RecalledEvent;

/** Ticks of the stage one after the other, with steps of a quarter of an hour. */
final class Fold {
  private final RuleModel model = new RuleModel();
  private List<String> placeless = List.of();
  private CohortCarry carry = CohortCarry.builder().build();
  private final TreeMap<ReportId, EventId> placed = new TreeMap<>();
  private final TreeMap<EventId, EventId> merged = new TreeMap<>();
  private final TreeMap<ReportId, EventId> homes = new TreeMap<>();
  private List<RecalledEvent> recalled = List.of();

  /** Says which context events name no place. */
  Fold placeless(String... ids) {
    placeless = Stream.of(ids).map(id -> "context_event:" + id).toList();
    return this;
  }

  /** From the next tick on people have a report in an event. */
  Fold put(Report report, EventId event) {
    placed.put(report.id(), event);
    return this;
  }

  /** From the next tick on they do not any more; it was in an event before they did. */
  Fold putBack(Report report, EventId home) {
    placed.remove(report.id());
    homes.put(report.id(), home);
    return this;
  }

  /** Nobody knows where reports were before people put them somewhere. */
  Fold withoutHomes() {
    homes.clear();
    return this;
  }

  /** From the next tick on people have an event in another; null: not any more. */
  Fold merge(EventId event, @Nullable EventId into) {
    if (into == null) {
      merged.remove(event);
    } else {
      merged.put(event, into);
    }
    return this;
  }

  /** The next ticks are given an event that had left the carry. */
  Fold recall(EventRecord row, EventCarry event) {
    recalled = List.of(RecalledEvent.builder().row(row).event(event).build());
    return this;
  }

  CohortingResult tick(String time, Report... reports) {
    CohortingResult result = new Cohorting().join(task(time, reports), model);
    carry = result.carry();
    return result;
  }

  CohortingResult tickWith(ModelRoute<CohortModel> models, String time, Report... reports) {
    CohortingResult result = new Cohorting().join(task(time, reports), models);
    carry = result.carry();
    return result;
  }

  CohortingTask task(String time, Report... reports) {
    return CohortingTask.builder()
        .runId(RunId.of("R1"))
        .tick(Instant.parse("2025-08-" + time + ":00Z"))
        .cadence(Cadence.parse("PT15M"))
        .addAllReports(Stream.of(reports).map(Report::member).toList())
        .carry(carry)
        .placelessRefs(new TreeSet<>(placeless))
        .people(Placements.builder().reports(placed).mergers(merged).build())
        .homes(homes)
        .recalled(recalled)
        .settings(CohortSettings.builder().build())
        .build();
  }

  RuleModel model() {
    return model;
  }

  CohortCarry carry() {
    return carry;
  }

  static EventId eventOf(CohortingResult result, Report report) {
    return row(result, report).reportGroupId();
  }

  static ReportCohorted row(CohortingResult result, Report report) {
    return result.cohorted().stream()
        .filter(row -> row.reportId().equals(report.id()))
        .findFirst()
        .orElseThrow();
  }

  static EventRecord event(CohortingResult result, EventId id) {
    return result.events().stream()
        .filter(event -> event.eventId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static EventRecord onlyEvent(CohortingResult result) {
    assertThat(result.events()).hasSize(1);
    return result.events().get(0);
  }
}
