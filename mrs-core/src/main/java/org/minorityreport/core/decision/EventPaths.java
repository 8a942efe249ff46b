package org.minorityreport.core.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.stage.Placements;
import org.minorityreport.core.json.LogCodec;

/**
 * Of which events each report inherits decisions, commit by commit: what cohorting says, and at
 * once what people say (spec 4.4, 4.6). Mutable, one thread; grows with the reports.
 */
public final class EventPaths {
  private final Map<ReportId, EventPath<Long>> paths = new HashMap<>();
  private final Map<EventId, Set<ReportId>> reportsOf = new HashMap<>();
  private final Map<ReportId, Instant> newestSaid = new HashMap<>();
  private final PlacingActs placing = new PlacingActs();
  private Placements placements = Placements.none();
  private long edits;
  private long eventEdits;

  /** Paths of no report yet. */
  public EventPaths() {}

  /**
   * The events of a report.
   *
   * @param report a report
   * @return the one it joined, then those that this was merged into
   */
  public List<InEvent<Long>> of(ReportId report) {
    return paths.getOrDefault(report, EventPath.empty()).events();
  }

  /**
   * The reports that a decision about an event may concern.
   *
   * @param event an event
   * @return those that are in it, or were before it was merged into another
   */
  public Set<ReportId> reportsOf(EventId event) {
    return reportsOf.getOrDefault(event, Set.of());
  }

  /**
   * Takes in rows of cohorting of one commit.
   *
   * @param events rows of MELOG
   * @param cohorted rows of MRCH
   * @param number the number of the step
   * @return the reports whose events changed
   */
  public Set<ReportId> cohorted(List<StoredRow> events, List<StoredRow> cohorted, long number) {
    Set<ReportId> changed = new LinkedHashSet<>();
    for (StoredRow row : events) { // before the rows of reports, which say where they are now
      if (!row.isRetracted() && row.text().contains("\"merged_into\"")) {
        EventRecord event = LogCodec.read(Logs.EVENTS, row);
        event
            .mergedInto()
            .ifPresent(
                into ->
                    changed.addAll(
                        update(event.eventId(), p -> p.merged(event.eventId(), into, number))));
      }
    }
    forget(cohorted);
    for (StoredRow row : cohorted) {
      if (!row.isRetracted()) {
        ReportCohorted said = LogCodec.read(Logs.REPORTS_COHORTED, row);
        ReportId report = said.reportId();
        Instant newest = newestSaid.getOrDefault(report, Instant.MIN);
        if (!said.writtenAt().isBefore(newest)) {
          newestSaid.put(report, said.writtenAt());
          EventId event = said.reportGroupId();
          boolean byPerson = placements.reports().containsKey(report);
          if (update(report, p -> byPerson ? p.home(event, number) : p.in(event, number))) {
            changed.add(report);
          }
        }
      }
    }
    return changed;
  }

  /** Of a report whose newest rows were taken back an earlier one may speak again. */
  private void forget(List<StoredRow> cohorted) {
    for (StoredRow row : cohorted) {
      if (row.isRetracted()) {
        ReportId report = ReportId.of(row.subject().orElseThrow());
        newestSaid.computeIfPresent(
            report,
            (id, newest) ->
                row.writtenAt().isAfter(newest) ? newest : row.writtenAt().minusNanos(1));
      }
    }
  }

  /**
   * Takes in acts of people.
   *
   * @param rows rows of user_edits_log and user_minority_events_edits_log, in the order of each
   * @param number the number of the step
   * @return the reports whose events changed
   */
  public Set<ReportId> acted(List<StoredRow> rows, long number) {
    for (StoredRow row : rows) {
      boolean ofReport = row.log() == Logs.USER_EDITS;
      placing.add(row, ofReport ? edits++ : eventEdits++);
    }
    if (!placing.isAny(edits, eventEdits)) {
      return Set.of();
    }
    Placements was = placements;
    placements = placing.after(edits, eventEdits);
    if (placements.equals(was)) {
      return Set.of();
    }
    Set<ReportId> changed = new TreeSet<>();
    Set<ReportId> named = new TreeSet<>(was.reports().keySet());
    named.addAll(placements.reports().keySet());
    for (ReportId report : named) {
      @Nullable EventId before = was.reports().get(report);
      @Nullable EventId now = placements.reports().get(report);
      if (update(report, p -> p.placed(before, now, number))) {
        changed.add(report);
      }
    }
    Set<EventId> merged = new TreeSet<>(was.mergers().keySet());
    merged.addAll(placements.mergers().keySet());
    for (EventId gone : merged) {
      @Nullable EventId before = was.mergers().get(gone);
      @Nullable EventId into = placements.mergers().get(gone);
      if (before != null && !before.equals(into)) {
        changed.addAll(update(gone, p -> p.parted(gone, before)));
      }
      if (into != null && !into.equals(before)) {
        changed.addAll(update(gone, p -> p.merged(gone, into, number)));
      }
    }
    return changed;
  }

  private Set<ReportId> update(EventId event, UnaryOperator<EventPath<Long>> change) {
    Set<ReportId> changed = new TreeSet<>();
    for (ReportId report : List.copyOf(reportsOf(event))) {
      if (update(report, change)) {
        changed.add(report);
      }
    }
    return changed;
  }

  private boolean update(ReportId report, UnaryOperator<EventPath<Long>> change) {
    EventPath<Long> before = paths.getOrDefault(report, EventPath.empty());
    EventPath<Long> now = change.apply(before);
    if (now.equals(before)) {
      return false;
    }
    events(before).forEach(e -> reportsOf.getOrDefault(e, new TreeSet<>()).remove(report));
    paths.put(report, now);
    events(now).forEach(e -> reportsOf.computeIfAbsent(e, k -> new TreeSet<>()).add(report));
    return true;
  }

  private static Set<EventId> events(EventPath<Long> path) {
    Map<EventId, Boolean> events = new TreeMap<>();
    path.events().forEach(e -> events.put(e.event(), true));
    path.before().forEach(e -> events.put(e.event(), true));
    return events.keySet();
  }
}
