package org.minorityreport.core.cohorting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.stage.CohortMember;

/**
 * The events of a tick by what they are looked up by: report, id, and direction with the onset of
 * the anchor, which several events may share, as people may move an anchor away. Mutable, one
 * thread.
 */
final class CohortBook {
  private final Map<ReportId, Cohort> byReport = new HashMap<>();
  private final Map<EventId, Cohort> written = new HashMap<>();
  private final Map<Direction, NavigableMap<Onset, List<Cohort>>> byAnchor =
      new EnumMap<>(Direction.class);

  CohortBook() {
    for (Direction direction : Direction.values()) {
      byAnchor.put(direction, new TreeMap<>());
    }
  }

  /** Adds an event with its reports. */
  void add(Cohort cohort) {
    index(cohort);
    cohort.members().forEach(member -> byReport.put(member.attributed().reportId(), cohort));
    if (cohort.written().isPresent() || cohort.isMade()) {
      written.put(cohort.eventId(), cohort);
    }
  }

  /** Adds a report to an event. */
  void put(Cohort cohort, CohortMember member) {
    unindex(cohort);
    cohort.put(member);
    index(cohort);
    byReport.put(member.attributed().reportId(), cohort);
  }

  /** Takes a report out of its event, which may be left empty. */
  void take(Cohort cohort, CohortMember member) {
    unindex(cohort);
    cohort.take(member);
    index(cohort);
    byReport.remove(member.attributed().reportId());
  }

  /** Puts all reports of an event into another; it is no more. */
  void merge(Cohort going, Cohort staying) {
    unindex(going);
    unindex(staying);
    staying.takeIn(going);
    index(staying);
    written.remove(going.eventId(), going);
    going.members().forEach(it -> byReport.put(it.attributed().reportId(), staying));
  }

  private void index(Cohort cohort) {
    byAnchor(cohort.direction())
        .computeIfAbsent(cohort.anchor(), k -> new ArrayList<>(1))
        .add(cohort);
  }

  private void unindex(Cohort cohort) {
    byAnchor(cohort.direction())
        .computeIfPresent(
            cohort.anchor(),
            (anchor, cohorts) -> {
              cohorts.remove(cohort);
              return cohorts.isEmpty() ? null : cohorts;
            });
  }

  /** {@return the events of a direction whose anchor lies close to a time, oldest first; a copy} */
  List<Cohort> anchoredNear(Direction direction, Instant onset, Limits limits) {
    return byAnchor(direction)
        .subMap(
            Onset.least(onset.minus(limits.spread())),
            true,
            Onset.greatest(onset.plus(limits.spread())),
            true)
        .values()
        .stream()
        .flatMap(List::stream)
        .sorted(Cohort.AGE)
        .toList();
  }

  /** {@return the event of a report} */
  Optional<Cohort> of(ReportId report) {
    return Optional.ofNullable(byReport.get(report));
  }

  /** {@return the event of an id that was written before, or that a person made} */
  Optional<Cohort> of(EventId event) {
    return Optional.ofNullable(written.get(event));
  }

  /** {@return the events as they are now, by id} */
  List<Cohort> all() {
    SortedMap<EventId, Cohort> cohorts = new TreeMap<>();
    for (NavigableMap<Onset, List<Cohort>> events : byAnchor.values()) {
      events.values().forEach(some -> some.forEach(c -> cohorts.put(c.eventId(), c)));
    }
    return List.copyOf(cohorts.values());
  }

  @SuppressWarnings("NullAway") // the constructor fills the map for every direction
  private NavigableMap<Onset, List<Cohort>> byAnchor(Direction direction) {
    return byAnchor.get(direction);
  }
}
