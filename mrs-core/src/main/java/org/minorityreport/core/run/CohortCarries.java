package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.CohortPrediction;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.stage.CohortCarry;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.EventCarry;
import org.minorityreport.api.stage.ReportPair;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.DataCorrections;
import org.minorityreport.core.json.LogCodec;

/**
 * Makes the carry of cohorting again from the logs: the events that reports could still join after
 * a tick, with the rows of their reports.
 */
final class CohortCarries {
  private static final int TICKS_AT_ONCE = 64;

  private final LogStore store;
  private final RunId run;
  private final TickIndex ticks;
  private final LoggedReports reports;
  private final LoggedContext context;
  private final UnaryOperator<Instant> reach;
  private final BiPredicate<EventCarry, Instant> carried;

  /**
   * Takes what it reads from.
   *
   * @param reach of a tick, from when on a report had its last row whose event may come back
   * @param carried whether an event, as a tick left it, is needed by the next
   */
  CohortCarries(
      LogStore store,
      RunId run,
      TickIndex ticks,
      LoggedReports reports,
      LoggedContext context,
      UnaryOperator<Instant> reach,
      BiPredicate<EventCarry, Instant> carried) {
    this.store = store;
    this.run = run;
    this.ticks = ticks;
    this.reports = reports;
    this.context = context;
    this.reach = reach;
    this.carried = carried;
  }

  /**
   * What cohorting left at a tick.
   *
   * @param carry its carry
   * @param newest the newest row of each event of the carry
   */
  record Left(CohortCarry carry, SortedMap<EventId, EventRecord> newest) {}

  Left after(Instant tick) {
    SortedMap<EventId, EventRecord> newest = newest(live(tick), tick);
    newest.values().removeIf(row -> row.mergedInto().isPresent() || DataCorrections.isOne(row));
    List<EventCarry> events = new ArrayList<>();
    Map<ReportId, EventId> eventOf = new HashMap<>();
    newest.values().stream()
        .map(EventRecord::createdAt)
        .min(Instant::compareTo)
        .ifPresent(reports::reachBack);
    Map<ReportId, CohortMember> members = members(newest.values(), tick);
    for (EventRecord row : List.copyOf(newest.values())) {
      EventCarry event = event(row, members);
      if (carried.test(event, tick)) {
        events.add(event);
        row.reportIds().forEach(report -> eventOf.put(report, row.eventId()));
      } else {
        newest.remove(row.eventId());
      }
    }
    CohortCarry carry =
        CohortCarry.builder()
            .events(events)
            .loggedRefusals(refusals(newest.values(), eventOf, tick))
            .build();
    return new Left(carry, newest);
  }

  /** The events of the reports that had a row lately. */
  private SortedSet<EventId> live(Instant tick) {
    Instant from = reach.apply(tick);
    reports.reachBack(from);
    List<ReportId> lately = new ArrayList<>();
    for (LoggedReports.Life life : reports.all()) {
      life.newest(tick).filter(t -> !t.isBefore(from)).ifPresent(t -> lately.add(life.report()));
    }
    SortedSet<EventId> events = new TreeSet<>();
    newestOf(Logs.REPORTS_COHORTED, lately, from, tick)
        .values()
        .forEach(row -> events.add(row.reportGroupId()));
    return events;
  }

  private SortedMap<EventId, EventRecord> newest(SortedSet<EventId> wanted, Instant tick) {
    SortedMap<EventId, EventRecord> found = new TreeMap<>();
    Set<EventId> missing = new TreeSet<>(wanted);
    List<Instant> back = new ArrayList<>(ticks.all().headSet(tick, true).descendingSet());
    for (int i = 0; i < back.size() && !missing.isEmpty(); i += TICKS_AT_ONCE) {
      List<String> keys = new ArrayList<>();
      for (Instant t : back.subList(i, Math.min(back.size(), i + TICKS_AT_ONCE))) {
        missing.forEach(event -> keys.add(key(event.value(), t)));
      }
      for (EventRecord row : standing(Logs.EVENTS, keys)) {
        found.merge(row.eventId(), row, (a, b) -> a.writtenAt().isAfter(b.writtenAt()) ? a : b);
      }
      missing.removeAll(found.keySet());
    }
    return found;
  }

  /**
   * The newest row about each report. Mostly it stands under the tick of the newest detection; a
   * stage that was down has none there, or wrote it when it caught up.
   */
  private <R extends ReportSpine> Map<ReportId, R> newestOf(
      Log<R> log, List<ReportId> wanted, Instant from, Instant tick) {
    List<String> usual = new ArrayList<>();
    for (ReportId report : wanted) {
      reports
          .get(report)
          .flatMap(life -> life.newest(tick))
          .ifPresent(t -> usual.add(key(report.value(), t)));
    }
    Map<ReportId, R> found = new HashMap<>();
    standing(log, usual).forEach(row -> found.put(row.reportId(), row));
    SortedSet<ReportId> missing = new TreeSet<>(wanted);
    missing.removeAll(found.keySet());
    List<Instant> back =
        new ArrayList<>(ticks.all().headSet(tick, true).tailSet(from, true).descendingSet());
    for (int i = 0; i < back.size() && !missing.isEmpty(); i += TICKS_AT_ONCE) {
      List<String> keys = new ArrayList<>();
      for (Instant t : back.subList(i, Math.min(back.size(), i + TICKS_AT_ONCE))) {
        missing.forEach(report -> keys.add(key(report.value(), t)));
      }
      for (R row : standing(log, keys)) {
        found.merge(row.reportId(), row, (a, b) -> a.writtenAt().isAfter(b.writtenAt()) ? a : b);
      }
      missing.removeAll(found.keySet());
    }
    return found;
  }

  private Map<ReportId, CohortMember> members(Collection<EventRecord> rows, Instant tick) {
    List<ReportId> wanted = rows.stream().flatMap(row -> row.reportIds().stream()).toList();
    return members(
        wanted,
        rows.stream().map(EventRecord::createdAt).min(Instant::compareTo).orElse(tick),
        tick);
  }

  private Map<ReportId, CohortMember> members(List<ReportId> wanted, Instant from, Instant tick) {
    Map<ReportId, ReportClustered> clusters = newestOf(Logs.REPORTS_CLUSTERED, wanted, from, tick);
    Map<ReportId, CohortMember> members = new HashMap<>();
    newestOf(Logs.REPORTS_ATTRIBUTED, wanted, from, tick)
        .forEach(
            (report, row) ->
                members.put(
                    report,
                    CohortMember.builder()
                        .attributed(row)
                        .clustered(cluster(row, clusters.get(report), tick))
                        .store(context.store(row.storeId(), row.writtenAt()).orElseThrow())
                        .build()));
    return members;
  }

  /** {@return reports as they were given to cohorting at the ticks of some rows of it} */
  List<CohortMember> given(Collection<? extends ReportSpine> joined) {
    List<CohortMember> given = new ArrayList<>();
    for (ReportSpine row : joined) {
      List<ReportId> report = List.of(row.reportId());
      Instant tick = row.writtenAt();
      reports.reachBack(row.firstDetectedFrom());
      given.addAll(members(report, row.firstDetectedFrom(), tick).values());
    }
    return given;
  }

  /**
   * The row of clustering with which a report was given to cohorting: about the same row of
   * detection as that of attribution. The newest one is another only around an outage.
   */
  private Optional<ReportClustered> cluster(
      ReportAttributed row, @Nullable ReportClustered newest, Instant tick) {
    NavigableMap<Instant, StoredRow> detected =
        reports.get(row.reportId()).map(LoggedReports.Life::rows).orElseGet(TreeMap::new);
    Instant from = detected.floorKey(row.writtenAt());
    Instant next = detected.higherKey(row.writtenAt());
    Instant to = next == null || next.isAfter(tick) ? tick.plusNanos(1) : next;
    if (from == null || newest == null || newest.writtenAt().isBefore(from)) {
      return Optional.ofNullable(from == null ? newest : null);
    }
    if (newest.writtenAt().isBefore(to)) {
      return Optional.of(newest);
    }
    List<String> keys = new ArrayList<>();
    ticks
        .all()
        .subSet(from, true, to, false)
        .forEach(t -> keys.add(key(row.reportId().value(), t)));
    return standing(Logs.REPORTS_CLUSTERED, keys).stream()
        .max(Comparator.comparing(ReportClustered::writtenAt));
  }

  private static EventCarry event(EventRecord row, Map<ReportId, CohortMember> members) {
    EventCarry.Builder event = EventCarry.builder();
    for (ReportId report : row.reportIds()) {
      CohortMember member = members.get(report);
      if (member == null) {
        throw new ContractException(
            "no rows of " + report + " stand, which " + row.eventId() + " names as its report");
      }
      event.putMembers(report, member);
      if (report.equals(row.anchorReportId())) {
        event.anchorOnset(member.attributed().firstDetectedFrom());
      }
    }
    return event
        .eventId(row.eventId())
        .anchorReportId(row.anchorReportId())
        .createdAt(row.createdAt())
        .direction(row.direction())
        .reasons(row.cohortReason())
        .confidence(row.cohortConfidence())
        .endedAt(row.endedAt())
        .build();
  }

  /** The pairs of different events whose refusal is logged. */
  private List<ReportPair> refusals(
      Collection<EventRecord> events, Map<ReportId, EventId> eventOf, Instant tick) {
    Optional<Instant> first = events.stream().map(EventRecord::createdAt).min(Instant::compareTo);
    if (first.isEmpty()) {
      return List.of();
    }
    Map<String, StoredRow> rows = new LinkedHashMap<>();
    store.read(
        Logs.COHORT_PREDICTIONS,
        run,
        ticks.positionBefore(first.get()),
        store.head(),
        row -> rows.put(row.key(), row));
    SortedSet<ReportPair> pairs = new TreeSet<>();
    for (StoredRow row : rows.values()) {
      if (row.isRetracted() || row.writtenAt().isAfter(tick)) {
        continue;
      }
      CohortPrediction asked = LogCodec.read(Logs.COHORT_PREDICTIONS, row);
      EventId one = eventOf.get(asked.reportId());
      EventId other = eventOf.get(asked.otherReportId());
      boolean refused = asked.output().filter(o -> !o.accepted()).isPresent();
      if (refused && one != null && other != null && !one.equals(other)) {
        pairs.add(ReportPair.of(asked.reportId(), asked.otherReportId()));
      }
    }
    return List.copyOf(pairs);
  }

  private <R extends LogRecord> List<R> standing(Log<R> log, Collection<String> keys) {
    List<R> records = new ArrayList<>();
    Map<String, StoredRow> found = store.latest(log, new HashSet<>(keys), store.head());
    for (StoredRow row : new TreeMap<>(found).values()) {
      if (!row.isRetracted()) {
        records.add(LogCodec.read(log, row));
      }
    }
    return records;
  }

  private String key(String subject, Instant tick) {
    return CanonicalJson.text(List.of(run.value(), subject, tick.toString()));
  }
}
