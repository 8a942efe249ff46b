package org.minorityreport.core.cohorting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.CohortingTask;
import org.minorityreport.api.stage.EventCarry;
import org.minorityreport.api.stage.ReportPair;

/**
 * One tick of the fold over events: first the events of the tick before with the newest rows of
 * their reports, merged where a pair of theirs is accepted now; then each new report in the order
 * of onset and id, into the events that accept it or into one of its own. Mutable, one thread.
 */
final class CohortFold {
  private final Limits limits;
  private final PairJudge judge;
  private final Map<ReportId, Cohort> byReport = new HashMap<>();
  private final Map<Direction, NavigableMap<Onset, Cohort>> byAnchor =
      new EnumMap<>(Direction.class);
  private final List<Cohort> merged = new ArrayList<>();

  CohortFold(Limits limits, PairJudge judge) {
    this.limits = limits;
    this.judge = judge;
    for (Direction direction : Direction.values()) {
      byAnchor.put(direction, new TreeMap<>());
    }
  }

  void run(CohortingTask task) {
    SortedMap<Onset, CohortMember> reported = new TreeMap<>();
    Map<ReportId, CohortMember> newest = new HashMap<>();
    for (CohortMember member : task.reports()) {
      reported.put(Onset.of(member), member);
      newest.put(member.attributed().reportId(), member);
    }
    task.carry().events().stream()
        .sorted((a, b) -> a.eventId().compareTo(b.eventId()))
        .forEach(event -> restore(event, newest));
    List<CohortMember> joining = new ArrayList<>();
    for (CohortMember member : reported.values()) {
      if (byReport.containsKey(member.attributed().reportId())) {
        mergeAround(member);
      } else {
        joining.add(member);
      }
    }
    joining.forEach(this::place);
  }

  private void restore(EventCarry event, Map<ReportId, CohortMember> newest) {
    List<CohortMember> members = new ArrayList<>();
    boolean touched = false;
    for (Map.Entry<ReportId, CohortMember> member : event.members().entrySet()) {
      CohortMember now = newest.get(member.getKey());
      members.add(now == null ? member.getValue() : now);
      touched |= now != null;
    }
    Cohort cohort = Cohort.of(event, members);
    if (touched) {
      cohort.touch();
    }
    add(cohort);
  }

  private void place(CohortMember member) {
    Instant onset = member.attributed().firstDetectedFrom();
    for (Cohort cohort : anchoredNear(member.attributed().direction(), onset)) {
      if (cohort.mayTakeIn(member, limits)) {
        Optional<CohortAnswer> answer = firstAccepted(member, cohort);
        if (answer.isPresent()) {
          join(cohort, member, answer.get());
          mergeAround(member);
          return;
        }
      }
    }
    add(Cohort.of(member));
  }

  private void join(Cohort cohort, CohortMember member, CohortAnswer answer) {
    index(cohort.direction()).remove(cohort.anchor());
    cohort.put(member);
    cohort.accept(answer.reasons(), answer.score());
    index(cohort.direction()).put(cohort.anchor(), cohort);
    byReport.put(member.attributed().reportId(), cohort);
  }

  /** Merges the event of a report with others until no pair of the report is accepted any more. */
  private void mergeAround(CohortMember member) {
    boolean again = true;
    while (again) {
      again = false;
      Cohort own = cohortOf(member.attributed().reportId());
      for (Cohort other : anchoredNear(member.attributed().direction(), own.anchor().at())) {
        if (other != own && other.direction() == own.direction() && own.mayMerge(other, limits)) {
          Optional<CohortAnswer> answer = firstAccepted(member, other);
          if (answer.isPresent()) {
            merge(own, other, answer.get());
            again = true;
            break;
          }
        }
      }
    }
  }

  private void merge(Cohort one, Cohort other, CohortAnswer answer) {
    boolean stays = Cohort.AGE.compare(one, other) <= 0;
    Cohort staying = stays ? one : other;
    Cohort going = stays ? other : one;
    NavigableMap<Onset, Cohort> index = index(staying.direction());
    index.remove(going.anchor());
    index.remove(staying.anchor());
    staying.takeIn(going);
    staying.accept(answer.reasons(), answer.score());
    index.put(staying.anchor(), staying);
    going.members().forEach(it -> byReport.put(it.attributed().reportId(), staying));
    if (going.written().isPresent()) {
      merged.add(going);
    }
  }

  private Optional<CohortAnswer> firstAccepted(CohortMember member, Cohort cohort) {
    for (CohortMember other : cohort.membersNear(Onset.of(member).at(), limits)) {
      if (limits.near(member, other)) {
        Optional<CohortAnswer> answer = judge.accept(member, other);
        if (answer.isPresent()) {
          return answer;
        }
      }
    }
    return Optional.empty();
  }

  /** The events of a direction whose anchor lies close to a time, oldest first; a copy. */
  private List<Cohort> anchoredNear(Direction direction, Instant onset) {
    return index(direction)
        .subMap(
            Onset.least(onset.minus(limits.spread())),
            true,
            Onset.greatest(onset.plus(limits.spread())),
            true)
        .values()
        .stream()
        .sorted(Cohort.AGE)
        .toList();
  }

  private void add(Cohort cohort) {
    index(cohort.direction()).put(cohort.anchor(), cohort);
    cohort.members().forEach(member -> byReport.put(member.attributed().reportId(), cohort));
  }

  @SuppressWarnings("NullAway") // the constructor fills the map for every direction
  private NavigableMap<Onset, Cohort> index(Direction direction) {
    return byAnchor.get(direction);
  }

  @SuppressWarnings("NullAway") // asked only about reports that have been placed
  Cohort cohortOf(ReportId report) {
    return byReport.get(report);
  }

  /** {@return the events as they are now, by id} */
  List<Cohort> cohorts() {
    SortedMap<EventId, Cohort> cohorts = new TreeMap<>();
    for (NavigableMap<Onset, Cohort> events : byAnchor.values()) {
      events.values().forEach(cohort -> cohorts.put(cohort.eventId(), cohort));
    }
    return List.copyOf(cohorts.values());
  }

  /** {@return the written events that were taken in, as they were before that} */
  List<Cohort> merged() {
    return List.copyOf(merged);
  }

  /** {@return whether a pair may be asked about at a later tick, which has these events} */
  boolean isLive(ReportPair pair, Set<Cohort> kept) {
    Cohort one = byReport.get(pair.one());
    Cohort other = byReport.get(pair.other());
    return one != null
        && other != null
        && one != other
        && kept.contains(one)
        && kept.contains(other);
  }
}
