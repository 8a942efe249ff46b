package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.EventCarry;
import org.minorityreport.api.stage.ReportPair;
import org.minorityreport.core.json.DataCorrections;

/** Events as cohorting left them at some tick, made again from the logs. One thread. */
final class LoggedEvents {
  private final KeyedRows rows;
  private final TickIndex ticks;
  private final LoggedContext context;

  /**
   * Reads from rows.
   *
   * @param context stores as they were
   */
  LoggedEvents(KeyedRows rows, TickIndex ticks, LoggedContext context) {
    this.rows = rows;
    this.ticks = ticks;
    this.context = context;
  }

  /** {@return whether an event has reports of its own: it did not go into another, nor is empty} */
  static boolean isAlive(EventRecord row) {
    return row.mergedInto().isEmpty() && !row.reportIds().isEmpty();
  }

  /** {@return the newest rows of events, and of those that they were merged into, by id} */
  SortedMap<EventId, EventRecord> newest(Collection<EventId> wanted, Instant tick) {
    SortedMap<EventId, EventRecord> found = new TreeMap<>();
    SortedSet<EventId> looked = new TreeSet<>();
    SortedSet<EventId> missing = new TreeSet<>(wanted);
    while (!missing.isEmpty()) {
      looked.addAll(missing);
      List<String> ids = missing.stream().map(EventId::value).toList();
      missing.clear();
      for (EventRecord row : rows.newest(Logs.EVENTS, ids, Instant.MIN, tick).values()) {
        found.put(row.eventId(), row);
        Optional<EventId> into = row.mergedInto().filter(it -> !looked.contains(it));
        if (into.isPresent()) {
          missing.add(into.get());
        }
      }
    }
    return found;
  }

  /** {@return the reports of events, and the reports that gave them their ids} */
  static SortedSet<ReportId> reports(Collection<EventRecord> events) {
    SortedSet<ReportId> reports = new TreeSet<>();
    events.forEach(row -> reports.addAll(row.reportIds()));
    events.forEach(row -> reports.add(row.anchorReportId()));
    return reports;
  }

  /**
   * Reports as they were at a tick.
   *
   * @param detected the ticks that detected a report, as far as they are known
   * @return those of which rows stand
   */
  Map<ReportId, CohortMember> members(
      Collection<ReportId> wanted,
      Instant tick,
      Function<ReportId, NavigableSet<Instant>> detected) {
    Function<ReportId, Optional<Instant>> usual =
        report -> Optional.ofNullable(detected.apply(report).floor(tick));
    Map<ReportId, ReportAttributed> attributed =
        newest(Logs.REPORTS_ATTRIBUTED, wanted, Instant.MIN, tick, usual);
    Instant from =
        attributed.values().stream()
            .map(ReportAttributed::firstDetectedFrom)
            .min(Instant::compareTo)
            .orElse(tick);
    Map<ReportId, ReportClustered> clusters =
        newest(Logs.REPORTS_CLUSTERED, attributed.keySet(), from, tick, usual);
    Map<ReportId, CohortMember> members = new HashMap<>();
    attributed.forEach(
        (report, row) ->
            members.put(
                report,
                CohortMember.builder()
                    .attributed(row)
                    .clustered(cluster(row, clusters.get(report), tick, detected.apply(report)))
                    .store(context.store(row.storeId(), row.writtenAt()).orElseThrow())
                    .build()));
    return members;
  }

  /**
   * The row of clustering with which a report was given to cohorting: about the same row of
   * detection as that of attribution. The newest one is another only around an outage.
   */
  private Optional<ReportClustered> cluster(
      ReportAttributed row,
      @Nullable ReportClustered newest,
      Instant tick,
      NavigableSet<Instant> detected) {
    Instant from = detected.floor(row.writtenAt());
    Instant next = detected.higher(row.writtenAt());
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
        .forEach(t -> keys.add(rows.key(row.reportId().value(), t)));
    return rows.standing(Logs.REPORTS_CLUSTERED, keys).values().stream()
        .max(Comparator.comparing(ReportClustered::writtenAt));
  }

  /**
   * The newest row about each report. Mostly it stands under the tick of the newest detection; a
   * stage that was down has none there, or wrote it when it caught up.
   */
  private <R extends ReportSpine> Map<ReportId, R> newest(
      Log<R> log,
      Collection<ReportId> wanted,
      Instant from,
      Instant tick,
      Function<ReportId, Optional<Instant>> usual) {
    Set<String> keys = new HashSet<>();
    for (ReportId report : wanted) {
      usual.apply(report).ifPresent(t -> keys.add(rows.key(report.value(), t)));
    }
    Map<ReportId, R> found = new HashMap<>();
    rows.standing(log, keys).values().forEach(row -> found.put(row.reportId(), row));
    List<String> missing =
        wanted.stream().filter(id -> !found.containsKey(id)).map(ReportId::value).toList();
    rows.newest(log, missing, from, tick).values().forEach(row -> found.put(row.reportId(), row));
    return found;
  }

  /**
   * An event as its row left it.
   *
   * @param members reports with their rows
   * @throws ContractException if rows are missing of a report that it names
   */
  EventCarry event(EventRecord row, Map<ReportId, CohortMember> members, Instant tick) {
    EventCarry.Builder event = EventCarry.builder();
    boolean alive = isAlive(row);
    for (ReportId report : alive ? row.reportIds() : List.<ReportId>of()) {
      CohortMember member = members.get(report);
      if (member != null) {
        event.putMembers(report, member);
      } else if (!DataCorrections.isOne(row)) {
        throw missing(report, row);
      }
    }
    CohortMember anchor = members.get(row.anchorReportId());
    if (anchor == null) {
      throw missing(row.anchorReportId(), row);
    }
    return event
        .eventId(row.eventId())
        .anchorReportId(row.anchorReportId())
        .anchorOnset(anchor.attributed().firstDetectedFrom())
        .createdAt(row.createdAt())
        .direction(row.direction())
        .reasons(row.cohortReason())
        .confidence(row.cohortConfidence())
        .endedAt(alive ? row.endedAt() : Optional.empty())
        .build();
  }

  private static ContractException missing(ReportId report, EventRecord row) {
    return new ContractException(
        "no rows of " + report + " stand, which " + row.eventId() + " names as its report");
  }

  /**
   * The pairs of reports of some events whose refusal is logged.
   *
   * @param events events
   * @param others more events; pairs of these alone are left out
   */
  List<ReportPair> refusals(
      Collection<EventCarry> events, Collection<EventCarry> others, Instant tick) {
    Optional<Instant> first =
        Stream.concat(events.stream(), others.stream())
            .map(EventCarry::createdAt)
            .min(Instant::compareTo);
    Set<ReportId> ours = new HashSet<>();
    events.forEach(event -> ours.addAll(event.members().keySet()));
    Set<ReportId> all = new HashSet<>(ours);
    others.forEach(event -> all.addAll(event.members().keySet()));
    SortedSet<ReportPair> pairs = new TreeSet<>();
    first.ifPresent(
        created ->
            rows.read(
                Logs.COHORT_PREDICTIONS,
                ticks.positionBefore(created),
                asked -> {
                  boolean refused = asked.output().filter(o -> !o.accepted()).isPresent();
                  ReportId one = asked.reportId();
                  ReportId other = asked.otherReportId();
                  if (refused
                      && !asked.writtenAt().isAfter(tick)
                      && (ours.contains(one) || ours.contains(other))
                      && all.contains(one)
                      && all.contains(other)) {
                    pairs.add(ReportPair.of(one, other));
                  }
                }));
    return List.copyOf(pairs);
  }
}
