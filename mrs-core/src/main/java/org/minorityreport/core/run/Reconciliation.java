package org.minorityreport.core.run;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.core.json.DataCorrections;
import org.minorityreport.core.json.LogCodec;

/**
 * Says of reports and events that a correction left nothing of that they are no more, and takes
 * that back when they are raised again (spec 4.9). It remembers which are superseded: memory grows
 * with those of the look-back. One thread.
 */
final class Reconciliation {
  private final LogStore store;
  private final RunId run;
  private final TickIndex ticks;
  private CommitPosition knownFrom;
  private final Map<String, StoredRow> rows = new HashMap<>();

  Reconciliation(LogStore store, RunId run, TickIndex ticks) {
    this.store = store;
    this.run = run;
    this.ticks = ticks;
    this.knownFrom = store.head();
  }

  /** Sees to it that what was said at all ticks from a moment on is known. */
  void reachBack(Instant moment) {
    CommitPosition from =
        ticks.newest().isEmpty() ? CommitPosition.START : ticks.positionBefore(moment);
    if (from.compareTo(knownFrom) >= 0) {
      return;
    }
    rows.clear();
    for (Log<?> log : List.of(Logs.REPORTS_ENDED, Logs.EVENTS)) {
      store.read(log, run, from, store.head(), this::note);
    }
    knownFrom = from;
  }

  private void note(StoredRow row) {
    if (DataCorrections.isOne(row)) {
      rows.put(row.key(), row);
    } else {
      rows.remove(row.key());
    }
  }

  /**
   * Adds what is to be said.
   *
   * @param tick the tick that found it
   * @param reruns the ticks that were run again, or null
   * @param now the rows of the tick itself
   * @param to where to
   */
  void settle(Instant tick, @Nullable Reruns reruns, TickRows now, TickRows to) {
    Set<String> reports = subjects(Logs.REPORTS_DETECTED, now);
    Set<String> events = subjects(Logs.EVENTS, now);
    if (reruns != null) {
      reports.addAll(subjects(Logs.REPORTS_DETECTED, reruns.rows()));
      events.addAll(subjects(Logs.EVENTS, reruns.rows()));
      supersede(tick, reruns, reports, events, to);
    }
    for (StoredRow row : new TreeMap<>(rows).values()) {
      if (to.keys(row.log()).contains(row.key())) {
        continue; // something else is said under the same tick now
      }
      Set<String> raised = row.log() == Logs.EVENTS ? events : reports;
      if (raised.contains(row.subject().orElseThrow())) {
        to.add(row.log(), writer(row.log()), LogCodec.retraction(row));
      }
    }
  }

  private void supersede(
      Instant tick, Reruns reruns, Set<String> reports, Set<String> events, TickRows to) {
    SortedMap<String, ReportDetected> lostReports = new TreeMap<>();
    SortedMap<String, EventRecord> lostEvents = new TreeMap<>();
    for (StoredRow row : reruns.gone()) { // by tick, so the last one stays
      String subject = row.subject().orElseThrow();
      if (row.log() == Logs.REPORTS_DETECTED && !reports.contains(subject)) {
        lostReports.put(subject, LogCodec.read(Logs.REPORTS_DETECTED, row));
      } else if (row.log() == Logs.EVENTS && !events.contains(subject)) {
        lostEvents.put(subject, LogCodec.read(Logs.EVENTS, row));
      }
    }
    lostReports
        .values()
        .removeIf(
            r ->
                r.members().stream().anyMatch(m -> m.raisedAt().isBefore(reruns.first()))
                    || reruns.stands(Logs.REPORTS_DETECTED, r.reportId().value()));
    lostEvents
        .values()
        .removeIf(
            e ->
                e.createdAt().isBefore(reruns.first())
                    || reruns.stands(Logs.EVENTS, e.eventId().value()));
    to.add(
        Logs.REPORTS_ENDED,
        Writer.RECONCILIATION,
        lostReports.values().stream().map(r -> ended(r, tick)).toList());
    to.add(
        Logs.EVENTS,
        Writer.COHORTING,
        lostEvents.values().stream().map(e -> ended(e, tick)).toList());
  }

  private static ReportEnded ended(ReportDetected report, Instant tick) {
    return ReportEnded.builder()
        .runId(report.runId())
        .writtenAt(tick)
        .reportId(report.reportId())
        .storeId(report.storeId())
        .windowEnd(report.windowEnd())
        .eventStatus(EventStatus.ENDED)
        .endReason(EndReason.DATA_CORRECTION)
        .build();
  }

  /** As it last was, since nothing is left of which to make another. */
  private static EventRecord ended(EventRecord event, Instant tick) {
    return EventRecord.builder()
        .from(event)
        .version(1)
        .writtenAt(tick)
        .eventStatus(EventStatus.ENDED)
        .endedAt(tick)
        .resolutionReason(DataCorrections.REASON)
        .build();
  }

  /** {@return whether anything is superseded} */
  boolean isAny() {
    return !rows.isEmpty();
  }

  /** Takes note of what was appended. */
  void appended(TickRows all) {
    for (Log<?> log : List.of(Logs.REPORTS_ENDED, Logs.EVENTS)) {
      List<String> keys =
          all.of(log).stream()
              .filter(r -> rows.containsKey(r.key()) || DataCorrections.isOne(log, r))
              .map(LogRow::key)
              .toList();
      if (!keys.isEmpty()) {
        store.latest(log, keys, store.head()).values().forEach(this::note);
      }
    }
  }

  private static Writer writer(Log<?> log) {
    return log == Logs.EVENTS ? Writer.COHORTING : Writer.RECONCILIATION;
  }

  private static Set<String> subjects(Log<?> log, TickRows rows) {
    Set<String> subjects = new HashSet<>();
    for (LogRow row : rows.of(log)) {
      if (!row.isRetracted()) {
        row.subject().ifPresent(subjects::add);
      }
    }
    return subjects;
  }
}
