package org.minorityreport.core.hydrate;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Multiset;
import java.io.IOException;
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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.core.snapshot.Snapshot;
import org.minorityreport.core.snapshot.SnapshotWriter;
import org.minorityreport.core.work.Workers;

/**
 * The events of a run: what MELOG says of each, which were merged into which, which reports are in
 * which, and what each is computed to. A change touches only the events that it is about. Not
 * thread-safe.
 */
final class EventBook {
  /** How many events a thread computes at most before it looks for more work. */
  private static final int AT_ONCE = 256;

  private final RunId run;
  private final KeptMap<EventId, EventRows> rows = new KeptMap<>();

  /** What people did about the events about which they did anything. */
  private final KeptMap<EventId, Edits> edits = new KeptMap<>();

  /** The events that others were said to go into, once for each that says so. */
  private final Multiset<EventId> targets = HashMultiset.create();

  /** The event that each report was put into, as said, before mergers are followed. */
  private final KeptMap<ReportId, Said> said = new KeptMap<>();

  private final KeptMap<EventId, Set<ReportId>> sayers = new KeptMap<>();

  /** Reports of which no row of cohorting says the event: MELOG may list them. */
  private final Set<ReportId> unhoused = new HashSet<>();

  /** Every known event to what became of it. */
  private final KeptMap<EventId, EventId> ends = new KeptMap<>();

  /** The reverse: what each event is made of, itself included. */
  private final KeptMap<EventId, Set<EventId>> parts = new KeptMap<>();

  private final Map<EventId, EventGroup> groups = new HashMap<>();
  private final SortedByKey<EventId, EventEntry> events = new SortedByKey<>();

  EventBook(RunId run) {
    this.run = run;
  }

  /**
   * Goes on from what was kept.
   *
   * @param snapshot what was kept
   * @param rowsOf what MELOG said of events by then
   * @param editsOf what people had done about them
   */
  void goOnFrom(
      Snapshot snapshot,
      KeptMap.Base<EventId, EventRows> rowsOf,
      KeptMap.Base<EventId, Edits> editsOf) {
    rows.goOnFrom(rowsOf);
    edits.goOnFrom(editsOf);
    said.goOnFrom(KeptBook.SAID.in(snapshot));
    sayers.goOnFrom(KeptBook.SAYERS.in(snapshot));
    ends.goOnFrom(KeptBook.ENDS.in(snapshot));
    parts.goOnFrom(KeptBook.PARTS.in(snapshot));
    KeptParts.set(KeptBook.UNHOUSED, snapshot).forEach(id -> unhoused.add(ReportId.of(id)));
    KeptBook.targets(snapshot, targets);
    events.goOnFrom(KeptEvent.all(snapshot));
  }

  void keep(SnapshotWriter to) throws IOException {
    KeptBook.SAID.write(said, to);
    KeptBook.SAYERS.write(sayers, to);
    KeptBook.ENDS.write(ends, to);
    KeptBook.PARTS.write(parts, to);
    KeptParts.writeSet(
        KeptBook.UNHOUSED, Lists.transform(List.copyOf(unhoused), ReportId::value), to);
    KeptBook.writeTargets(targets, to);
    KeptEvent.write(events.list(), to);
  }

  /**
   * Takes changes in.
   *
   * @param reports reports that changed, came or went
   * @param newRows what MELOG says now of the events that have new rows; empty if nothing stands
   * @param newEdits what people did, by now, about the events with new acts
   * @param drafts all reports; of a view that goes on from a snapshot those that were needed since
   * @param missing puts more reports into {@code drafts}
   * @param workers compute the events
   * @return the reports whose event changed in any way
   */
  Set<ReportId> refresh(
      Collection<ReportId> reports,
      SortedMap<EventId, Optional<EventRows>> newRows,
      SortedMap<EventId, Edits> newEdits,
      Map<ReportId, ReportDraft> drafts,
      Consumer<List<ReportId>> missing,
      Workers workers) {
    Set<EventId> affected = new HashSet<>();
    Set<EventId> changed = new HashSet<>(newRows.keySet());
    changed.addAll(newEdits.keySet());
    boolean mergers = take(newRows, newEdits);
    Set<ReportId> looked = new HashSet<>(reports);
    for (ReportId report : reports) {
      ReportDraft draft = drafts.get(report);
      if (draft != null && draft.membership().isEmpty()) {
        unhoused.add(report);
      } else {
        unhoused.remove(report);
      }
    }
    if (!newRows.isEmpty()) {
      require(unhoused.stream(), drafts, missing);
      looked.addAll(unhoused);
    }
    Map<ReportId, SourcedRow<EventRecord>> listing =
        Collections.disjoint(looked, unhoused) ? Map.of() : listing();
    Set<ReportId> joined = new HashSet<>();
    for (ReportId report : looked) {
      Said before = said.get(report);
      Said now = say(report, drafts.get(report), listing);
      affected.addAll(endOf(before));
      if (!Objects.equals(before, now)) {
        joined.add(report);
      }
      Set<EventId> moved = both(before, now);
      Set<EventId> there = targetsThere(moved);
      move(report, before, now);
      mergers |= !there.equals(targetsThere(moved));
      changed.addAll(moved);
    }
    changed.forEach(id -> affected.addAll(Optional.ofNullable(ends.get(id)).stream().toList()));
    affected.addAll(mergers ? followAll() : followOnly(changed));
    changed.forEach(id -> affected.addAll(Optional.ofNullable(ends.get(id)).stream().toList()));
    looked.forEach(report -> affected.addAll(endOf(said.get(report))));
    require(affected.stream().flatMap(this::reports), drafts, missing);
    joined.addAll(make(List.copyOf(affected), drafts, workers));
    return joined;
  }

  private static void require(
      Stream<ReportId> reports,
      Map<ReportId, ReportDraft> drafts,
      Consumer<List<ReportId>> missing) {
    missing.accept(reports.filter(id -> !drafts.containsKey(id)).toList());
  }

  private Stream<ReportId> reports(EventId end) {
    return parts.getOrDefault(end, Set.of()).stream()
        .flatMap(part -> sayers.getOrDefault(part, Set.of()).stream());
  }

  /** Computes events anew; {@return their reports} */
  private Set<ReportId> make(
      List<EventId> affected, Map<ReportId, ReportDraft> drafts, Workers workers) {
    List<Callable<List<Made>>> jobs = new ArrayList<>();
    for (List<EventId> some : workers.parts(affected, AT_ONCE)) {
      jobs.add(() -> some.stream().map(id -> made(id, drafts)).toList());
    }
    Set<ReportId> joined = new HashSet<>();
    for (Made made : Iterables.concat(workers.all(jobs))) {
      EventId id = made.group().id();
      groups.remove(id);
      events.remove(id);
      if (parts.getOrDefault(id, Set.of()).isEmpty()) {
        parts.remove(id);
      } else {
        groups.put(id, made.group());
        made.event().ifPresent(event -> events.put(id, new LiveEvent(event)));
        joined.addAll(made.reports());
      }
    }
    return joined;
  }

  /** {@return the event that a report is in} */
  Optional<EventGroup> groupOf(ReportId report) {
    return endOf(said.get(report)).stream().findFirst().map(groups::get);
  }

  /** {@return the events, by id} */
  List<EventEntry> all() {
    return events.list();
  }

  /** {@return each id that was ever given to what it is now} */
  KeptMap<EventId, EventId> ends() {
    return ends.copy();
  }

  /** {@return whether a merger changed, or an event appeared or vanished that others go into} */
  private boolean take(
      SortedMap<EventId, Optional<EventRows>> newRows, SortedMap<EventId, Edits> newEdits) {
    Set<EventId> ids = new TreeSet<>(newRows.keySet());
    ids.addAll(newEdits.keySet());
    boolean mergers = false;
    for (EventId id : ids) {
      List<EventId> before = saidTargets(id);
      boolean hadRows = rows.containsKey(id);
      boolean existed = exists(id);
      Optional.ofNullable(newRows.get(id)).ifPresent(now -> takeRows(id, now));
      Optional.ofNullable(newEdits.get(id)).ifPresent(now -> edits.put(id, now));
      List<EventId> now = saidTargets(id);
      if (!before.equals(now)) {
        mergers = true;
        before.forEach(targets::remove);
        targets.addAll(now);
      }
      boolean appeared = hadRows != rows.containsKey(id) || existed != exists(id);
      mergers |= appeared && targets.contains(id);
    }
    return mergers;
  }

  private void takeRows(EventId id, Optional<EventRows> now) {
    rows.remove(id);
    now.ifPresent(of -> rows.put(id, of));
  }

  private Edits edits(EventId id) {
    return edits.getOrDefault(id, Edits.NONE);
  }

  private Optional<SourcedRow<UserEdit>> merge(EventId id) {
    return edits(id).latest(act -> Edits.is(act, EditAction.MERGE));
  }

  /** Where an event goes by the last act of a person, and by MELOG, whether that counts or not. */
  private List<EventId> saidTargets(EventId id) {
    List<EventId> said = new ArrayList<>(2);
    merge(id)
        .flatMap(act -> act.row().reportGroupId())
        .flatMap(Membership::eventId)
        .ifPresent(said::add);
    Optional.ofNullable(target(rows.get(id))).ifPresent(said::add);
    return said;
  }

  private static @Nullable EventId target(@Nullable EventRows of) {
    return of == null ? null : of.mergedInto().orElse(null);
  }

  /** Whether an event has rows or reports, or went into another by the act of a person. */
  private boolean exists(EventId id) {
    return isKnown(id) || merge(id).isPresent();
  }

  /** Those of some events that exist and that others go into. */
  private Set<EventId> targetsThere(Set<EventId> ids) {
    if (targets.isEmpty()) {
      return Set.of();
    }
    Set<EventId> there = new HashSet<>(ids);
    there.removeIf(id -> !targets.contains(id) || !exists(id));
    return there;
  }

  private static Set<EventId> both(@Nullable Said before, @Nullable Said now) {
    if (before == null || now == null || before.event().equals(now.event())) {
      Said one = now == null ? before : now;
      return one == null ? Set.of() : Set.of(one.event());
    }
    return Set.of(before.event(), now.event());
  }

  private @Nullable Said say(
      ReportId id, @Nullable ReportDraft draft, Map<ReportId, SourcedRow<EventRecord>> listing) {
    if (draft == null) {
      return null;
    }
    return draft
        .membership()
        .map(of -> new Said(of.event(), of.said()))
        .or(
            () ->
                Optional.ofNullable(listing.get(id))
                    .map(row -> new Said(row.row().eventId(), List.of(row.place()))))
        .orElse(null);
  }

  private void move(ReportId report, @Nullable Said before, @Nullable Said now) {
    if (before != null) {
      Set<ReportId> of = sayers.held(before.event());
      if (of != null && of.remove(report) && of.isEmpty()) {
        sayers.remove(before.event());
      }
    }
    if (now == null) {
      said.remove(report);
    } else {
      said.put(report, now);
      sayers.held(now.event(), () -> new HashSet<>(4)).add(report);
    }
  }

  /** The newest row of MELOG that lists each report; of one tick, that of the smaller event. */
  private Map<ReportId, SourcedRow<EventRecord>> listing() {
    Map<ReportId, SourcedRow<EventRecord>> listing = new HashMap<>();
    for (EventId id : rows.keys()) {
      EventRows of = rows.get(id);
      if (of == null) {
        continue;
      }
      SourcedRow<EventRecord> row = of.latest();
      Instant writtenAt = row.writtenAt();
      for (ReportId report : row.row().reportIds()) {
        if (unhoused.contains(report)) {
          listing.merge(report, row, (a, b) -> isListedBy(a, writtenAt, b) ? b : a);
        }
      }
    }
    return listing;
  }

  private static boolean isListedBy(
      SourcedRow<EventRecord> known, Instant writtenAt, SourcedRow<EventRecord> row) {
    int order = known.writtenAt().compareTo(writtenAt);
    return order < 0 || (order == 0 && row.row().eventId().compareTo(known.row().eventId()) < 0);
  }

  private List<EventId> endOf(@Nullable Said of) {
    EventId end = of == null ? null : ends.get(of.event());
    return end == null ? List.of() : List.of(end);
  }

  private boolean isKnown(EventId id) {
    return rows.containsKey(id) || sayers.containsKey(id);
  }

  private Set<EventId> followAll() {
    Set<EventId> all = new TreeSet<>(rows.keys());
    all.addAll(sayers.keys());
    all.addAll(ends.keys());
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
          Optional.ofNullable(parts.held(before)).ifPresent(of -> of.remove(id));
          affected.add(before);
        }
        if (now != null) {
          ends.put(id, now);
          parts.held(now, () -> new HashSet<>(4)).add(id);
          affected.add(now);
        }
      }
    }
    return affected;
  }

  /** Computes an event; changes nothing, so several threads may do so at once. */
  private Made made(EventId end, Map<ReportId, ReportDraft> drafts) {
    SortedMap<ReportId, RowRefs> members = new TreeMap<>();
    SortedMap<EventId, Edits> mergedFrom = new TreeMap<>();
    RowRefs allMergers = new RowRefs();
    for (EventId part : parts.getOrDefault(end, Set.of()).stream().sorted().toList()) {
      List<RowPlace> mergers = follow(part).mergers();
      if (!part.equals(end)) {
        mergedFrom.put(part, edits(part));
        mergers.forEach(allMergers::add);
      }
      for (ReportId report : sayers.getOrDefault(part, Set.of())) {
        RowRefs refs = new RowRefs();
        Optional.ofNullable(said.get(report)).ifPresent(s -> s.places().forEach(refs::add));
        mergers.forEach(refs::add);
        members.put(report, refs);
      }
    }
    EventGroup group =
        new EventGroup(end, Optional.ofNullable(rows.get(end)), edits(end), mergedFrom, allMergers);
    members.forEach(
        (report, refs) ->
            Optional.ofNullable(drafts.get(report)).ifPresent(draft -> group.add(draft, refs)));
    return new Made(
        group,
        group.isShown() ? Optional.of(EventProjection.of(group, run)) : Optional.empty(),
        members.keySet());
  }

  /**
   * Follows the mergers of an event to the end: of each event the last act of a person, else what
   * MELOG says. A ring of mergers ends at its smallest id.
   */
  private Way follow(EventId id) {
    List<EventId> passed = new ArrayList<>();
    List<RowPlace> mergers = new ArrayList<>();
    EventId at = id;
    while (!passed.contains(at)) {
      passed.add(at);
      Optional<Merger> next = merger(at);
      if (next.isEmpty()) {
        return new Way(at, mergers);
      }
      mergers.addAll(next.get().places());
      at = next.get().into();
    }
    return new Way(Collections.min(passed.subList(passed.indexOf(at), passed.size())), mergers);
  }

  /** A merger into what does not exist does not count, of MELOG into what MELOG does not know. */
  private Optional<Merger> merger(EventId id) {
    Optional<SourcedRow<UserEdit>> act = merge(id);
    Optional<Merger> byPerson =
        act.flatMap(row -> row.row().reportGroupId())
            .flatMap(Membership::eventId)
            .filter(this::exists)
            .map(
                into ->
                    new Merger(
                        into,
                        Stream.concat(act.stream(), merge(into).stream())
                            .map(SourcedRow::place)
                            .toList()));
    EventRows of = rows.get(id);
    EventId into = target(of);
    EventRows there = into == null ? null : rows.get(into);
    if (byPerson.isPresent() || of == null || into == null || there == null) {
      return byPerson;
    }
    return Optional.of(new Merger(into, List.of(of.latest().place(), there.latest().place())));
  }

  /**
   * An event that was computed.
   *
   * @param group what it is made of
   * @param event what it is; empty if there is nothing to show
   * @param reports its reports
   */
  private record Made(EventGroup group, Optional<MinorityEvent> event, Set<ReportId> reports) {}

  /**
   * Where an event went.
   *
   * @param into the event that took it in
   * @param places the rows that say so, and that there is what it went into
   */
  private record Merger(EventId into, List<RowPlace> places) {}

  /**
   * What became of an event.
   *
   * @param end the event that it is now, itself if it was not merged
   * @param mergers the rows that say so
   */
  private record Way(EventId end, List<RowPlace> mergers) {}
}
