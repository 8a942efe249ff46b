package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.stage.CohortCarry;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.EventCarry;
import org.minorityreport.core.json.DataCorrections;

/**
 * Makes the carry of cohorting again from the logs: the events that reports could still join after
 * a tick, with the rows of their reports.
 */
final class CohortCarries {
  private final TickIndex ticks;
  private final KeyedRows rows;
  private final LoggedEvents logged;
  private final LoggedReports reports;
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
    newest.values().removeIf(row -> !LoggedEvents.isAlive(row) || DataCorrections.isOne(row));
    List<EventCarry> events = new ArrayList<>();
    newest.values().stream()
        .map(EventRecord::createdAt)
        .min(Instant::compareTo)
        .ifPresent(reports::reachBack);
    Map<ReportId, CohortMember> members =
        logged.members(LoggedEvents.reports(newest.values()), tick, this::detected);
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

  /** {@return reports as they were given to cohorting at the ticks of some rows of it} */
  List<CohortMember> given(Collection<? extends ReportSpine> joined) {
    List<CohortMember> given = new ArrayList<>();
    for (ReportSpine row : joined) {
      reports.reachBack(row.firstDetectedFrom());
      given.addAll(
          logged.members(List.of(row.reportId()), row.writtenAt(), this::detected).values());
    }
    return given;
  }

  /** The ticks that detected a report. */
  private NavigableSet<Instant> detected(ReportId report) {
    return reports.get(report).map(life -> life.rows().navigableKeySet()).orElseGet(TreeSet::new);
  }

  /** The events of the reports that had a row lately. */
  private SortedSet<EventId> live(Instant tick) {
    Instant from = reach.apply(tick);
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
