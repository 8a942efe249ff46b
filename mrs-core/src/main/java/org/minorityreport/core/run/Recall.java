package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.minorityreport.api.stage.Placements;
import org.minorityreport.api.stage.RecalledEvent;
import org.minorityreport.api.stage.ReportPair;
import org.minorityreport.core.json.DataCorrections;

/**
 * Finds the events that an act of a person is about and that cohorting let go: people may move any
 * report, however old. Looks at nothing while people do nothing; else the cost grows with how long
 * ago those events were last written.
 */
final class Recall {
  private final LogStore store;
  private final RunId run;
  private final TickIndex ticks;

  Recall(LogStore store, RunId run, TickIndex ticks) {
    this.store = store;
    this.run = run;
    this.ticks = ticks;
  }

  /**
   * What cohorting is given back.
   *
   * @param events events, by id
   * @param rows the newest row of each that is alive
   * @param homes the event in which cohorting had last put reports that people put back, by report
   * @param refusals pairs with their reports whose refusal is logged
   */
  record Found(
      List<RecalledEvent> events,
      SortedMap<EventId, EventRecord> rows,
      SortedMap<ReportId, EventId> homes,
      List<ReportPair> refusals) {
    static final Found NOTHING = new Found(List.of(), new TreeMap<>(), new TreeMap<>(), List.of());
  }

  /**
   * Looks for what a tick needs.
   *
   * @param tick the tick; what it wrote before, if it is run again, is not looked at
   * @param carry what cohorting kept
   * @param now where people put reports and events, as the tick knows it
   * @param reported the reports of the tick
   * @param pending rows of earlier ticks that are not appended yet
   */
  Found find(
      Instant tick,
      CohortCarry carry,
      Placements now,
      Collection<CohortMember> reported,
      TickRows pending) {
    Placements before = carry.people();
    if (now.equals(before) && now.reports().isEmpty()) {
      return Found.NOTHING; // nobody did anything
    }
    Map<ReportId, EventId> carried = new HashMap<>();
    Set<EventId> alive = new HashSet<>();
    for (EventCarry event : carry.events()) {
      alive.add(event.eventId());
      event.members().keySet().forEach(report -> carried.put(report, event.eventId()));
    }
    SortedSet<ReportId> placing = new TreeSet<>(now.reports().keySet());
    placing.addAll(before.reports().keySet());
    Set<ReportId> present = new HashSet<>();
    reported.forEach(member -> present.add(member.attributed().reportId()));
    placing.removeIf(
        report ->
            Objects.equals(before.reports().get(report), now.reports().get(report))
                && (carried.containsKey(report) || !present.contains(report)));
    SortedSet<EventId> wanted = changedMergers(before, now);
    Optional<Instant> previous = ticks.before(tick);
    if ((placing.isEmpty() && wanted.isEmpty()) || previous.isEmpty()) {
      return Found.NOTHING;
    }
    KeyedRows rows = new KeyedRows(store, run, ticks, pending);
    SortedMap<ReportId, EventId> homes = new TreeMap<>();
    SortedSet<String> unknown = new TreeSet<>();
    for (ReportId report : placing) {
      EventId into = now.reports().get(report);
      if (into != null) {
        follow(into, now, wanted);
      } else {
        home(report, rows, previous.get())
            .ifPresent(
                home -> {
                  homes.put(report, home);
                  follow(home, now, wanted);
                });
      }
      if (!carried.containsKey(report)) {
        unknown.add(report.value());
      }
    }
    rows.newest(Logs.REPORTS_COHORTED, unknown, Instant.MIN, previous.get())
        .values()
        .forEach(row -> wanted.add(row.reportGroupId()));
    wanted.removeAll(alive);
    return found(wanted, alive, homes, rows, carry, previous.get());
  }

  private Found found(
      SortedSet<EventId> wanted,
      Set<EventId> alive,
      SortedMap<ReportId, EventId> homes,
      KeyedRows rows,
      CohortCarry carry,
      Instant previous) {
    LoggedEvents logged =
        new LoggedEvents(rows, ticks, new LoggedContext(store, run, ticks, false));
    SortedMap<EventId, EventRecord> newest = logged.newest(wanted, previous);
    newest.keySet().removeAll(alive);
    // Corrected away: its reports may stand in other events, and a fresh run never had it.
    newest.values().removeIf(DataCorrections::isOne);
    Map<ReportId, CohortMember> members =
        logged.members(LoggedEvents.reports(newest.values()), previous, report -> new TreeSet<>());
    List<RecalledEvent> events = new ArrayList<>();
    List<EventCarry> left = new ArrayList<>();
    for (EventRecord row : newest.values()) {
      EventCarry event = logged.event(row, members, previous);
      left.add(event);
      events.add(RecalledEvent.builder().row(row).event(event).build());
    }
    newest.values().removeIf(row -> !LoggedEvents.isAlive(row));
    return new Found(events, newest, homes, logged.refusals(left, carry.events(), previous));
  }

  /** The events of which people changed where they go, and all on both ways. */
  private static SortedSet<EventId> changedMergers(Placements before, Placements now) {
    SortedSet<EventId> changed = new TreeSet<>();
    if (before.mergers().equals(now.mergers())) {
      return changed;
    }
    SortedSet<EventId> all = new TreeSet<>(before.mergers().keySet());
    all.addAll(now.mergers().keySet());
    for (EventId event : all) {
      SortedSet<EventId> was = new TreeSet<>();
      SortedSet<EventId> is = new TreeSet<>();
      if (!follow(event, before, was).equals(follow(event, now, is))) {
        changed.addAll(was);
        changed.addAll(is);
      }
    }
    return changed;
  }

  /** Adds an event and all that people merged it into; {@return the last one} */
  private static EventId follow(EventId event, Placements people, Set<EventId> passed) {
    Set<EventId> way = new HashSet<>();
    EventId at = event;
    for (EventId next = at; next != null && way.add(next); next = people.mergers().get(next)) {
      passed.add(next);
      at = next;
    }
    return at;
  }

  /**
   * The event that cohorting itself said last, before people put the report elsewhere: the newest
   * row at a tick that knew of no such act.
   */
  private Optional<EventId> home(ReportId report, KeyedRows rows, Instant previous) {
    Optional<Instant> until = unplaced(report, Optional.of(previous));
    while (until.isPresent()) {
      ReportCohorted row =
          rows.newest(Logs.REPORTS_COHORTED, List.of(report.value()), Instant.MIN, until.get())
              .get(report.value());
      if (row == null) {
        return Optional.empty();
      }
      if (!isPlaced(report, row.writtenAt())) {
        return Optional.of(row.reportGroupId());
      }
      until = unplaced(report, ticks.before(row.writtenAt()));
    }
    return Optional.empty();
  }

  /** The newest tick up to one that knew of no act that puts a report anywhere. */
  private Optional<Instant> unplaced(ReportId report, Optional<Instant> from) {
    Optional<Instant> tick = from;
    while (tick.isPresent() && isPlaced(report, tick.get())) {
      tick = ticks.before(tick.get());
    }
    return tick;
  }

  private boolean isPlaced(ReportId report, Instant tick) {
    return ticks.placements(tick).reports().containsKey(report);
  }
}
