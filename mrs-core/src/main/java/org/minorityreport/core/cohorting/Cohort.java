package org.minorityreport.core.cohorting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.EventCarry;
import org.minorityreport.core.identity.Identity;

/**
 * An event while a tick works on it. One that no tick has written yet has no fixed anchor: until
 * the tick ends it is the member raised first. Mutable, one thread.
 */
final class Cohort {
  private static final Comparator<EventCarry> WRITTEN_FIRST =
      Comparator.comparing(EventCarry::createdAt).thenComparing(EventCarry::eventId);

  /** The event written first stays when two merge; those not yet written come last, by anchor. */
  static final Comparator<Cohort> AGE =
      Comparator.<Cohort, Boolean>comparing(cohort -> cohort.written == null)
          .thenComparing(
              (a, b) ->
                  a.written == null || b.written == null
                      ? a.anchor().compareTo(b.anchor())
                      : WRITTEN_FIRST.compare(a.written, b.written));

  private final @Nullable EventCarry written;
  private final @Nullable EventId made;
  private final Direction direction;
  private final NavigableMap<Onset, CohortMember> members = new TreeMap<>();
  private final SortedSet<String> reasons = new TreeSet<>();
  private @Nullable CohortMember raisedFirst;
  private double confidence = 1;
  private boolean touched;

  private Cohort(
      @Nullable EventCarry written,
      @Nullable EventId made,
      Direction direction,
      Collection<CohortMember> members) {
    this.written = written;
    this.made = made;
    this.direction = direction;
    this.raisedFirst = members.isEmpty() ? null : Collections.min(members, Onset.RAISED_FIRST);
    members.forEach(member -> this.members.put(Onset.of(member), member));
  }

  /** {@return a new event of one report} */
  static Cohort of(CohortMember member) {
    return made(null, member);
  }

  /**
   * A new event of one report that a person put into it.
   *
   * @param id what the act says; null if no person did
   * @param member the report
   * @return the event
   */
  static Cohort made(@Nullable EventId id, CohortMember member) {
    Cohort cohort = new Cohort(null, id, member.attributed().direction(), List.of(member));
    cohort.touch();
    return cohort;
  }

  /**
   * An event of the tick before.
   *
   * @param written as it was left
   * @param members its reports as they are now; a single one gives the event its direction; none if
   *     people took them all away
   * @return the event
   */
  static Cohort of(EventCarry written, Collection<CohortMember> members) {
    Direction direction =
        members.size() == 1
            ? members.iterator().next().attributed().direction()
            : written.direction();
    Cohort cohort = new Cohort(written, null, direction, members);
    cohort.reasons.addAll(written.reasons());
    cohort.confidence = written.confidence();
    return cohort;
  }

  /** Adds a report. */
  void put(CohortMember member) {
    members.put(Onset.of(member), member);
    raisedFirst = raisedFirst == null ? member : first(raisedFirst, member);
    touch();
  }

  /** Takes a report out. */
  void take(CohortMember member) {
    members.remove(Onset.of(member));
    raisedFirst = members.values().stream().min(Onset.RAISED_FIRST).orElse(null);
    touch();
  }

  /** {@return its report of that id} */
  Optional<CohortMember> member(ReportId report) {
    return members.values().stream()
        .filter(member -> member.attributed().reportId().equals(report))
        .findFirst();
  }

  /** {@return whether a person made it} */
  boolean isMade() {
    return made != null;
  }

  /** {@return whether people took all reports away} */
  boolean isEmpty() {
    return members.isEmpty();
  }

  /** Notes that the event has something new to say. */
  void touch() {
    touched = true;
  }

  boolean isTouched() {
    return touched;
  }

  /** Notes the pair that joined a report or an event to this one. */
  void accept(List<String> pairReasons, double score) {
    reasons.addAll(pairReasons);
    confidence = Math.min(confidence, score);
    touch();
  }

  /** Takes in all that another event has. */
  void takeIn(Cohort other) {
    other.members.values().forEach(this::put);
    accept(List.copyOf(other.reasons), other.confidence);
  }

  /** Whether a report may join without stretching the event. */
  boolean mayTakeIn(CohortMember member, Limits limits) {
    Onset onset = Onset.of(member);
    if (written != null || Onset.RAISED_FIRST.compare(raisedFirst(), member) < 0) {
      return limits.near(anchor().at(), onset.at());
    }
    return isWithin(onset, limits);
  }

  /** Whether this event and another may merge without being stretched. */
  boolean mayMerge(Cohort other, Limits limits) {
    if (written != null || other.written != null) {
      return limits.near(anchor().at(), other.anchor().at());
    }
    boolean stays = Onset.RAISED_FIRST.compare(raisedFirst(), other.raisedFirst()) < 0;
    Onset anchor = stays ? anchor() : other.anchor();
    return isWithin(anchor, limits) && other.isWithin(anchor, limits);
  }

  private boolean isWithin(Onset anchor, Limits limits) {
    return limits.near(anchor.at(), members.firstKey().at())
        && limits.near(anchor.at(), members.lastKey().at());
  }

  /** {@return the members whose onset lies close to a time, by onset and id} */
  List<CohortMember> membersNear(Instant onset, Limits limits) {
    return new ArrayList<>(
        members
            .subMap(
                Onset.least(onset.minus(limits.spread())),
                true,
                Onset.greatest(onset.plus(limits.spread())),
                true)
            .values());
  }

  Onset anchor() {
    return written == null
        ? Onset.of(raisedFirst())
        : new Onset(written.anchorOnset(), written.anchorReportId());
  }

  private CohortMember raisedFirst() {
    return Objects.requireNonNull(raisedFirst, "a new event has a report");
  }

  private static CohortMember first(CohortMember a, CohortMember b) {
    return Onset.RAISED_FIRST.compare(a, b) <= 0 ? a : b;
  }

  Optional<EventCarry> written() {
    return Optional.ofNullable(written);
  }

  EventId eventId() {
    Onset anchor = anchor();
    if (written != null) {
      return written.eventId();
    }
    return made == null ? Identity.eventId(anchor.reportId(), anchor.at()) : made;
  }

  Direction direction() {
    return direction;
  }

  /** {@return its reports, by onset and id} */
  Collection<CohortMember> members() {
    return Collections.unmodifiableCollection(members.values());
  }

  /** {@return the latest onset} */
  Onset last() {
    return members.lastKey();
  }

  /** {@return the latest end of its windows} */
  Instant lastEnd(Limits limits) {
    return members.values().stream()
        .map(member -> limits.end(member.attributed()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  boolean isActive() {
    return members.values().stream().anyMatch(member -> member.attributed().windowEnd().isEmpty());
  }

  /** {@return the event as this tick leaves it} */
  EventCarry carry(Instant tick) {
    TreeMap<ReportId, CohortMember> byId = new TreeMap<>();
    members.values().forEach(member -> byId.put(member.attributed().reportId(), member));
    Onset anchor = anchor();
    EventCarry.Builder carry = EventCarry.builder();
    carry
        .eventId(eventId())
        .anchorReportId(anchor.reportId())
        .anchorOnset(anchor.at())
        .createdAt(written().map(EventCarry::createdAt).orElse(tick))
        .direction(direction)
        .members(byId)
        .reasons(reasons)
        .confidence(confidence);
    if (!isActive()) {
      carry.endedAt(written().flatMap(EventCarry::endedAt).orElse(tick));
    }
    return carry.build();
  }
}
