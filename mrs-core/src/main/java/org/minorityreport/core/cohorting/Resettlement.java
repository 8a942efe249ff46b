package org.minorityreport.core.cohorting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.CohortingTask;
import org.minorityreport.api.stage.EventCarry;
import org.minorityreport.api.stage.Placements;
import org.minorityreport.api.stage.RecalledEvent;

/**
 * What people did about events since the tick before: first reports go where they were put, or back
 * where they were, then events are merged, or come back with the reports that they had. Mutable,
 * one thread.
 */
final class Resettlement {
  private final CohortBook book;
  private final CohortingTask task;
  private final Placements before;
  private final Placements now;
  private final Map<ReportId, CohortMember> reported;
  private final Map<EventId, RecalledEvent> recalled = new TreeMap<>();
  private final Mergers mergers;
  private final SortedSet<ReportId> moved = new TreeSet<>();
  private final List<CohortMember> homeless = new ArrayList<>();
  private final Map<Cohort, Cohort> merged = new HashMap<>();

  /**
   * Prepares.
   *
   * @param book the events of the carry, and the recalled ones that are alive
   * @param reported the reports of the tick
   */
  Resettlement(CohortingTask task, CohortBook book, Map<ReportId, CohortMember> reported) {
    this.book = book;
    this.task = task;
    this.before = task.carry().people();
    this.now = task.people();
    this.reported = reported;
    Map<EventId, EventRecord> rows = new HashMap<>();
    for (RecalledEvent event : task.recalled()) {
      recalled.put(event.row().eventId(), event);
      rows.put(event.row().eventId(), event.row());
    }
    this.mergers = new Mergers(book, rows, before, now);
  }

  void run() {
    if (before.equals(now) && now.reports().isEmpty()) {
      return;
    }
    SortedSet<ReportId> changed = new TreeSet<>(changed(before.reports(), now.reports()));
    for (ReportId report : reported.keySet()) {
      if (book.of(report).isEmpty() && now.reports().containsKey(report)) {
        changed.add(report);
      }
    }
    changed.forEach(this::settle);
    if (!before.mergers().equals(now.mergers())) {
      mergeAll();
    }
  }

  /** {@return the reports whose event people changed at this tick} */
  Set<ReportId> moved() {
    return moved;
  }

  /** {@return reports that were put back and have no event to go to: they join like new ones} */
  List<CohortMember> homeless() {
    return homeless;
  }

  /** {@return the events that people merged, each with the one that it went into} */
  Map<Cohort, Cohort> merged() {
    return merged;
  }

  private static <K, V> Set<K> changed(Map<K, V> before, Map<K, V> now) {
    Set<K> keys = new HashSet<>(before.keySet());
    keys.addAll(now.keySet());
    keys.removeIf(key -> Objects.equals(before.get(key), now.get(key)));
    return keys;
  }

  private void settle(ReportId report) {
    Optional<Cohort> from = book.of(report);
    CohortMember member =
        from.flatMap(cohort -> cohort.member(report)).orElseGet(() -> reported.get(report));
    if (member == null) {
      return; // nothing is known of it, or not any more
    }
    EventId said = now.reports().getOrDefault(report, task.homes().get(report));
    if (said != null) {
      put(member, mergers.end(said));
    } else if (from.isPresent()) {
      book.take(from.get(), member);
      moved.add(report);
      homeless.add(member);
    }
  }

  private void put(CohortMember member, EventId to) {
    ReportId report = member.attributed().reportId();
    Optional<Cohort> from = book.of(report);
    Optional<Cohort> target = alive(to);
    if (from.isPresent() && from.equals(target)) {
      return;
    }
    from.ifPresent(cohort -> book.take(cohort, member));
    target.ifPresentOrElse(
        cohort -> book.put(cohort, member), () -> book.add(Cohort.made(to, member)));
    moved.add(report);
  }

  /** The event of an id; one that had gone into another comes back without reports. */
  private Optional<Cohort> alive(EventId id) {
    Optional<Cohort> there = book.of(id);
    if (there.isEmpty() && recalled.containsKey(id)) {
      EventCarry left = Objects.requireNonNull(recalled.get(id)).event();
      book.add(Cohort.of(left, List.of()));
    }
    return book.of(id);
  }

  private void mergeAll() {
    SortedSet<EventId> affected = new TreeSet<>(before.mergers().keySet());
    affected.addAll(now.mergers().keySet());
    // What went last had what went into it before, so it comes back first.
    affected.stream()
        .sorted(Comparator.comparing(this::lastWritten).reversed())
        .forEachOrdered(this::merge);
  }

  private Instant lastWritten(EventId id) {
    RecalledEvent event = recalled.get(id);
    return event == null ? Instant.MAX : event.row().writtenAt();
  }

  /** Puts what an event has, or had when it went, where it belongs now. */
  private void merge(EventId id) {
    EventId is = mergers.logged(id, 0);
    EventId should = mergers.end(id);
    Optional<Cohort> source = book.of(is);
    if (is.equals(should) || source.isEmpty()) {
      return;
    }
    if (is.equals(id)) {
      Optional<Cohort> target = alive(should);
      if (target.isPresent() && target.get() != source.get()) {
        book.merge(source.get(), target.get());
        merged.put(source.get(), target.get());
      }
      return;
    }
    RecalledEvent gone = recalled.get(id);
    SortedMap<ReportId, CohortMember> own = new TreeMap<>();
    for (CohortMember member : source.get().members()) {
      ReportId report = member.attributed().reportId();
      if (gone != null && gone.row().reportIds().contains(report) && belongs(report, should)) {
        own.put(report, member);
      }
    }
    own.values().forEach(member -> put(member, should));
  }

  /** Whether a report goes with its event: not if a person put it elsewhere. */
  private boolean belongs(ReportId report, EventId event) {
    EventId placed = now.reports().get(report);
    return placed == null || mergers.end(placed).equals(event);
  }
}
