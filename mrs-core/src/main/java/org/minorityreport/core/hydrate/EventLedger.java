package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.EventRecord;

/** The events of a run: their rows, which were merged into which, and which reports they list. */
final class EventLedger {
  private final SortedMap<EventId, EventRows> rows = new TreeMap<>();
  private final SortedMap<ReportId, SourcedRow<EventRecord>> listing = new TreeMap<>();
  private final NavigableSet<EventId> known = new TreeSet<>();

  /**
   * A ledger.
   *
   * @param log MELOG
   * @param named the events that reports name
   */
  EventLedger(LogFold<EventRecord> log, Collection<EventId> named) {
    for (String id : log.subjects()) {
      EventRows.of(log.about(id).standing()).ifPresent(r -> rows.put(EventId.of(id), r));
    }
    known.addAll(named);
    known.addAll(rows.keySet());
    rows.values().forEach(r -> list(r.latest()));
  }

  /** {@return every event that has rows or reports, merged ones included, by id} */
  List<EventId> known() {
    return List.copyOf(known);
  }

  Optional<EventRows> rows(EventId id) {
    return Optional.ofNullable(rows.get(id));
  }

  /** {@return the newest row that lists a report} */
  Optional<SourcedRow<EventRecord>> listing(ReportId report) {
    return Optional.ofNullable(listing.get(report));
  }

  /**
   * Follows the mergers of an event to the end. A ring of mergers, which no stage writes, ends at
   * its smallest id; a merger into an event without rows does not count.
   *
   * @param id an event
   * @return the way
   */
  Way follow(EventId id) {
    List<EventId> passed = new ArrayList<>();
    EventId at = id;
    while (!passed.contains(at)) {
      passed.add(at);
      Optional<EventId> next =
          rows(at)
              .flatMap(r -> r.latest().row().mergedInto())
              .filter(target -> rows(target).isPresent());
      if (next.isEmpty()) {
        return new Way(at, mergers(passed.subList(0, passed.size() - 1)));
      }
      at = next.get();
    }
    EventId end = Collections.min(passed.subList(passed.indexOf(at), passed.size()));
    return new Way(end, mergers(passed));
  }

  private List<SourcedRow<EventRecord>> mergers(List<EventId> passed) {
    return passed.stream().flatMap(id -> rows(id).stream()).map(EventRows::latest).toList();
  }

  private void list(SourcedRow<EventRecord> row) {
    Instant writtenAt = row.writtenAt();
    for (ReportId report : row.row().reportIds()) {
      SourcedRow<EventRecord> before = listing.get(report);
      if (before == null || before.writtenAt().isBefore(writtenAt)) {
        listing.put(report, row);
      }
    }
  }

  /**
   * What became of an event.
   *
   * @param end the event that it is now, itself if it was not merged
   * @param mergers the rows that say so
   */
  record Way(EventId end, List<SourcedRow<EventRecord>> mergers) {}
}
