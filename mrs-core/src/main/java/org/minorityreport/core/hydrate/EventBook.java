package org.minorityreport.core.hydrate;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.view.MinorityEvent;

/**
 * The events of a run: what MELOG says of each, which were merged into which, which reports are in
 * which, and what each is computed to. A change touches only the events that it is about. Not
 * thread-safe.
 */
final class EventBook {
  private final RunId run;
  private final SortedMap<EventId, EventRows> rows = new TreeMap<>();

  /** The events that others were merged into, once for each. */
  private final Multiset<EventId> targets = HashMultiset.create();

  /** The event that each report was put into, as said, before mergers are followed. */
  private final Map<ReportId, Said> said = new HashMap<>();

  private final SortedMap<EventId, SortedSet<ReportId>> sayers = new TreeMap<>();

  /** Reports of which no row of cohorting says the event: MELOG may list them. */
  private final SortedSet<ReportId> unhoused = new TreeSet<>();

  /** Every known event to what became of it. */
  private final SortedMap<EventId, EventId> ends = new TreeMap<>();

  /** The reverse: what each event is made of, itself included. */
  private final Map<EventId, SortedSet<EventId>> parts = new HashMap<>();

  private final Map<EventId, EventGroup> groups = new HashMap<>();
  private final SortedMap<EventId, MinorityEvent> events = new TreeMap<>();

  EventBook(RunId run) {
    this.run = run;
  }

  /**
   * Takes changes in.
   *
   * @param reports reports that changed, came or went
   * @param newRows what MELOG says now of the events that have new rows; empty if nothing stands
   * @param drafts all reports
   * @return the reports whose event changed in any way
   */
  Set<ReportId> refresh(
      Collection<ReportId> reports,
      SortedMap<EventId, Optional<EventRows>> newRows,
      Map<ReportId, ReportDraft> drafts) {
    Set<EventId> affected = new HashSet<>();
    Set<EventId> changed = new HashSet<>(newRows.keySet());
    boolean mergers = takeRows(newRows);
    Set<ReportId> looked = new HashSet<>(reports);
    for (ReportId report : reports) {
      ReportDraft draft = drafts.get(report);
      if (draft != null && draft.cohort().isEmpty()) {
        unhoused.add(report);
      } else {
        unhoused.remove(report);
      }
    }
    if (!newRows.isEmpty()) {
      looked.addAll(unhoused);
    }
    Map<ReportId, SourcedRow<EventRecord>> listing =
        Collections.disjoint(looked, unhoused) ? Map.of() : listing();
    for (ReportId report : looked) {
      Said before = said.get(report);
      Said now = say(report, drafts.get(report), listing);
      affected.addAll(endOf(before));
      changed.addAll(move(report, before, now));
    }
    changed.forEach(id -> affected.addAll(Optional.ofNullable(ends.get(id)).stream().toList()));
    affected.addAll(mergers ? followAll() : followOnly(changed));
    changed.forEach(id -> affected.addAll(Optional.ofNullable(ends.get(id)).stream().toList()));
    looked.forEach(report -> affected.addAll(endOf(said.get(report))));
    Set<ReportId> joined = new HashSet<>();
    affected.forEach(id -> joined.addAll(make(id, drafts)));
    return joined;
  }

  /** {@return the event that a report is in} */
  Optional<EventGroup> groupOf(ReportId report) {
    return endOf(said.get(report)).stream().findFirst().map(groups::get);
  }

  /** {@return the events, by id} */
  List<MinorityEvent> all() {
    return List.copyOf(events.values());
  }

  /** {@return each id that was ever given to what it is now} */
  SortedMap<EventId, EventId> ends() {
    return new TreeMap<>(ends);
  }

  /** {@return whether a merger changed, or an event appeared or vanished that others go into} */
  private boolean takeRows(SortedMap<EventId, Optional<EventRows>> newRows) {
    boolean mergers = false;
    for (Map.Entry<EventId, Optional<EventRows>> entry : newRows.entrySet()) {
      EventRows before = rows.get(entry.getKey());
      EventRows now = entry.getValue().orElse(null);
      if (now == null) {
        rows.remove(entry.getKey());
      } else {
        rows.put(entry.getKey(), now);
      }
      if (!Objects.equals(target(before), target(now))) {
        mergers = true;
        Optional.ofNullable(target(before)).ifPresent(targets::remove);
        Optional.ofNullable(target(now)).ifPresent(targets::add);
      }
      mergers |= (before == null) != (now == null) && targets.contains(entry.getKey());
    }
    return mergers;
  }

  private static @Nullable EventId target(@Nullable EventRows of) {
    return of == null ? null : of.mergedInto().orElse(null);
  }

  private @Nullable Said say(
      ReportId id, @Nullable ReportDraft draft, Map<ReportId, SourcedRow<EventRecord>> listing) {
    if (draft == null) {
      return null;
    }
    return draft
        .cohort()
        .map(row -> new Said(row.event(), row.place()))
        .or(
            () ->
                Optional.ofNullable(listing.get(id))
                    .map(row -> new Said(row.row().eventId(), row.place())))
        .orElse(null);
  }

  private List<EventId> move(ReportId report, @Nullable Said before, @Nullable Said now) {
    List<EventId> changed = new ArrayList<>(2);
    if (before != null) {
      SortedSet<ReportId> of = sayers.get(before.event());
      if (of != null && of.remove(report) && of.isEmpty()) {
        sayers.remove(before.event());
      }
      changed.add(before.event());
    }
    if (now == null) {
      said.remove(report);
    } else {
      said.put(report, now);
      sayers.computeIfAbsent(now.event(), id -> new TreeSet<>()).add(report);
      changed.add(now.event());
    }
    return changed;
  }

  /** The newest row of MELOG that lists each report; of one tick, that of the smaller event. */
  private Map<ReportId, SourcedRow<EventRecord>> listing() {
    Map<ReportId, SourcedRow<EventRecord>> listing = new HashMap<>();
    for (EventRows of : rows.values()) {
      SourcedRow<EventRecord> row = of.latest();
      Instant writtenAt = row.writtenAt();
      for (ReportId report : row.row().reportIds()) {
        if (unhoused.contains(report)) {
          listing.merge(report, row, (a, b) -> a.writtenAt().isBefore(writtenAt) ? b : a);
        }
      }
    }
    return listing;
  }

  private List<EventId> endOf(@Nullable Said of) {
    EventId end = of == null ? null : ends.get(of.event());
    return end == null ? List.of() : List.of(end);
  }

  private boolean isKnown(EventId id) {
    return rows.containsKey(id) || sayers.containsKey(id);
  }

  private Set<EventId> followAll() {
    Set<EventId> all = new TreeSet<>(rows.keySet());
    all.addAll(sayers.keySet());
    all.addAll(ends.keySet());
    return followOnly(all);
  }

  /** Follows mergers anew; {@return the ends that were and those that are} */
  private Set<EventId> followOnly(Set<EventId> ids) {
    Set<EventId> affected = new HashSet<>();
    for (EventId id : ids) {
      EventId before = ends.get(id);
      EventId now = isKnown(id) ? follow(id).end() : null;
      if (!Objects.equals(before, now)) {
        if (before != null) {
          ends.remove(id);
          SortedSet<EventId> of = parts.getOrDefault(before, new TreeSet<>());
          of.remove(id);
          affected.add(before);
        }
        if (now != null) {
          ends.put(id, now);
          parts.computeIfAbsent(now, end -> new TreeSet<>()).add(id);
          affected.add(now);
        }
      }
    }
    return affected;
  }

  /** Computes an event anew; {@return its reports} */
  private Collection<ReportId> make(EventId end, Map<ReportId, ReportDraft> drafts) {
    SortedSet<EventId> of = parts.getOrDefault(end, new TreeSet<>());
    if (of.isEmpty()) {
      parts.remove(end);
      groups.remove(end);
      events.remove(end);
      return List.of();
    }
    SortedMap<ReportId, RowRefs> members = new TreeMap<>();
    for (EventId part : of) {
      List<RowPlace> mergers = follow(part).mergers();
      for (ReportId report : sayers.getOrDefault(part, new TreeSet<>())) {
        RowRefs refs = new RowRefs();
        Optional.ofNullable(said.get(report)).ifPresent(s -> refs.add(s.place()));
        mergers.forEach(refs::add);
        members.put(report, refs);
      }
    }
    EventGroup group = new EventGroup(end, Optional.ofNullable(rows.get(end)));
    members.forEach(
        (report, refs) ->
            Optional.ofNullable(drafts.get(report)).ifPresent(draft -> group.add(draft, refs)));
    groups.put(end, group);
    events.put(end, EventProjection.of(group, run));
    return members.keySet();
  }

  /**
   * Follows the mergers of an event to the end. A ring of mergers, which no stage writes, ends at
   * its smallest id; a merger into an event without rows does not count.
   */
  private Way follow(EventId id) {
    List<EventId> passed = new ArrayList<>();
    EventId at = id;
    while (!passed.contains(at)) {
      passed.add(at);
      EventId next = target(rows.get(at));
      if (next == null || !rows.containsKey(next)) {
        return new Way(at, mergers(passed.subList(0, passed.size() - 1)));
      }
      at = next;
    }
    EventId end = Collections.min(passed.subList(passed.indexOf(at), passed.size()));
    return new Way(end, mergers(passed));
  }

  private List<RowPlace> mergers(List<EventId> passed) {
    return passed.stream()
        .flatMap(id -> Optional.ofNullable(rows.get(id)).stream())
        .map(r -> r.latest().place())
        .toList();
  }

  /**
   * What became of an event.
   *
   * @param end the event that it is now, itself if it was not merged
   * @param mergers the rows that say so
   */
  private record Way(EventId end, List<RowPlace> mergers) {}

  /**
   * Which event a report was put into.
   *
   * @param event the event
   * @param place the row that says so
   */
  private record Said(EventId event, RowPlace place) {}
}
