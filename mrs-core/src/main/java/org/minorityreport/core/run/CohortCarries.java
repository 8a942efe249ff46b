package org.minorityreport.core.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.stage.CohortCarry;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.EventCarry;

/**
 * Makes the carry of cohorting again from the logs: the events that reports could still join after
 * a tick, with the rows of their reports.
 */
final class CohortCarries {
  private final TickIndex ticks;
  private final KeyedRows rows;
  private final LoggedEvents logged;
  private final LoggedReports reports;
  private final Duration reach;
  private final BiPredicate<EventCarry, Instant> carried;

  /**
   * Takes what it reads from.
   *
   * @param reach how long before a tick the last row of a report may lie whose event may come back
   * @param carried whether an event, as a tick left it, is needed by the next
   */
  CohortCarries(
      LogStore store,
      RunId run,
      TickIndex ticks,
      LoggedReports reports,
      LoggedContext context,
      Duration reach,
      BiPredicate<EventCarry, Instant> carried) {
    this.ticks = ticks;
    this.rows = new KeyedRows(store, run, ticks, new TickRows());
    this.logged = new LoggedEvents(rows, ticks, context);
    this.reports = reports;
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
    SortedMap<EventId, EventRecord> newest = logged.newest(live(tick), tick);
    newest.values().removeIf(row -> !LoggedEvents.isAlive(row) || isCorrection(row));
    List<EventCarry> events = new ArrayList<>();
    newest.values().stream()
        .map(EventRecord::createdAt)
        .min(Instant::compareTo)
        .ifPresent(reports::reachBack);
    Map<ReportId, CohortMember> members =
        logged.members(
            newest.values(),
            tick,
            report -> reports.get(report).flatMap(life -> life.newest(tick)));
    for (EventRecord row : List.copyOf(newest.values())) {
      EventCarry event = logged.event(row, members, tick);
      if (carried.test(event, tick)) {
        events.add(event);
      } else {
        newest.remove(row.eventId());
      }
    }
    CohortCarry carry =
        CohortCarry.builder()
            .events(events)
            .loggedRefusals(logged.refusals(events, List.of(), tick))
            .people(ticks.placements(tick))
            .build();
    return new Left(carry, newest);
  }

  static boolean isCorrection(EventRecord row) {
    return row.resolutionReason().filter("data_correction"::equals).isPresent();
  }

  /** The events of the reports that had a row lately. */
  private SortedSet<EventId> live(Instant tick) {
    Instant from = tick.minus(reach);
    reports.reachBack(from);
    SortedMap<String, Instant> lately = new TreeMap<>();
    for (LoggedReports.Life life : reports.all()) {
      life.newest(tick)
          .filter(t -> !t.isBefore(from))
          .ifPresent(t -> lately.put(life.report().value(), t));
    }
    SortedSet<EventId> events = new TreeSet<>();
    Map<String, ReportCohorted> said = new HashMap<>();
    if (!ticks.isMoved(tick)) { // people give reports rows at ticks of their own
      List<String> usual = new ArrayList<>();
      lately.forEach((report, t) -> usual.add(rows.key(report, t)));
      rows.standing(Logs.REPORTS_COHORTED, usual)
          .values()
          .forEach(row -> said.put(row.reportId().value(), row));
    }
    lately.keySet().removeAll(said.keySet());
    said.putAll(rows.newest(Logs.REPORTS_COHORTED, lately.keySet(), from, tick));
    said.values().forEach(row -> events.add(row.reportGroupId()));
    return events;
  }
}
