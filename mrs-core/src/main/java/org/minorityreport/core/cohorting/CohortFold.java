package org.minorityreport.core.cohorting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.CohortingTask;
import org.minorityreport.api.stage.EventCarry;
import org.minorityreport.api.stage.RecalledEvent;
import org.minorityreport.api.stage.ReportPair;

/**
 * One tick of the fold over events: first the events of the tick before with the newest rows of
 * their reports, then what people did about them since, then mergers where a pair of theirs is
 * accepted now; then each new report in the order of onset and id, into the events that accept it
 * or into one of its own. A report that a person put somewhere is asked about no more. Mutable, one
 * thread.
 */
final class CohortFold {
  private final Limits limits;
  private final PairJudge judge;
  private final CohortBook book = new CohortBook();
  private final Map<Cohort, Cohort> merged = new LinkedHashMap<>();
  private final Set<ReportId> placed = new HashSet<>();
  private Set<ReportId> moved = Set.of();

  CohortFold(Limits limits, PairJudge judge) {
    this.limits = limits;
    this.judge = judge;
  }

  void run(CohortingTask task) {
    SortedMap<Onset, CohortMember> reported = new TreeMap<>();
    Map<ReportId, CohortMember> newest = new HashMap<>();
    for (CohortMember member : task.reports()) {
      reported.put(Onset.of(member), member);
      newest.put(member.attributed().reportId(), member);
    }
    events(task).forEach(event -> restore(event, newest));
    placed.addAll(task.people().reports().keySet());
    Resettlement people = new Resettlement(task, book, newest);
    people.run();
    moved = people.moved();
    merged.putAll(people.merged());
    people.homeless().forEach(member -> reported.put(Onset.of(member), member));
    join(reported);
  }

  /** The events of the carry, and those recalled that are not part of others, by id. */
  private static List<EventCarry> events(CohortingTask task) {
    SortedMap<String, EventCarry> events = new TreeMap<>();
    for (RecalledEvent event : task.recalled()) {
      if (event.row().mergedInto().isEmpty()) {
        events.put(event.event().eventId().value(), event.event());
      }
    }
    task.carry().events().forEach(event -> events.put(event.eventId().value(), event));
    return List.copyOf(events.values());
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
    book.add(cohort);
  }

  private void join(SortedMap<Onset, CohortMember> reported) {
    List<CohortMember> joining = new ArrayList<>();
    for (CohortMember member : reported.values()) {
      if (book.of(member.attributed().reportId()).isEmpty()) {
        joining.add(member);
      } else if (!isPlaced(member)) {
        mergeAround(member);
      }
    }
    joining.forEach(this::place);
  }

  private boolean isPlaced(CohortMember member) {
    return placed.contains(member.attributed().reportId());
  }

  private void place(CohortMember member) {
    for (Cohort cohort :
        book.anchoredNear(
            member.attributed().direction(), member.attributed().firstDetectedFrom(), limits)) {
      if (cohort.mayTakeIn(member, limits)) {
        Optional<CohortAnswer> answer = firstAccepted(member, cohort);
        if (answer.isPresent()) {
          book.put(cohort, member);
          cohort.accept(answer.get().reasons(), answer.get().score());
          mergeAround(member);
          return;
        }
      }
    }
    book.add(Cohort.of(member));
  }

  /** Merges the event of a report with others until no pair of the report is accepted any more. */
  private void mergeAround(CohortMember member) {
    boolean again = true;
    while (again) {
      again = false;
      Cohort own = cohortOf(member.attributed().reportId());
      for (Cohort other :
          book.anchoredNear(member.attributed().direction(), own.anchor().at(), limits)) {
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
    book.merge(going, staying);
    staying.accept(answer.reasons(), answer.score());
    if (going.written().isPresent()) {
      merged.put(going, staying);
    }
  }

  private Optional<CohortAnswer> firstAccepted(CohortMember member, Cohort cohort) {
    for (CohortMember other : cohort.membersNear(Onset.of(member).at(), limits)) {
      if (!isPlaced(other) && limits.near(member, other)) {
        Optional<CohortAnswer> answer = judge.accept(member, other);
        if (answer.isPresent()) {
          return answer;
        }
      }
    }
    return Optional.empty();
  }

  private Cohort cohortOf(ReportId report) {
    return book.of(report).orElseThrow();
  }

  /** {@return the events as they are now, by id} */
  List<Cohort> cohorts() {
    return book.all();
  }

  /** {@return the reports whose event people changed} */
  Set<ReportId> moved() {
    return moved;
  }

  /** {@return the written events that were taken in, as they were before that} */
  List<Cohort> merged() {
    return merged.keySet().stream().filter(going -> going.written().isPresent()).toList();
  }

  /** {@return the event that an event is part of now} */
  Cohort staying(Cohort going) {
    Cohort at = going;
    for (Cohort next = merged.get(at); next != null; next = merged.get(at)) {
      at = next;
    }
    return at;
  }

  /** {@return whether a pair may be asked about at a later tick, which has these events} */
  boolean isLive(ReportPair pair, Set<Cohort> kept) {
    return book.of(pair.one()).filter(kept::contains).isPresent()
        && book.of(pair.other()).filter(kept::contains).isPresent();
  }
}
