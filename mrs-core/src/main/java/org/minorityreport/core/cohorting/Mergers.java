package org.minorityreport.core.cohorting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.stage.Placements;

/**
 * Where events went: of each the word of a person, else what its newest row says. A merger of a
 * person into what does not exist does not count; a ring of mergers ends at its smallest id.
 * Hydration follows mergers in the same way. Immutable.
 */
final class Mergers {
  private final CohortBook book;
  private final Map<EventId, EventRecord> rows;
  private final Placements before;
  private final Placements now;
  private final Set<EventId> placedInto;

  /**
   * What mergers are followed through.
   *
   * @param book the events that are there
   * @param rows the newest rows of recalled events
   * @param before what the tick before knew of people: of the events that they had merged the row
   *     says what they did, which may be taken back since
   * @param now what this tick knows
   */
  Mergers(CohortBook book, Map<EventId, EventRecord> rows, Placements before, Placements now) {
    this.book = book;
    this.rows = rows;
    this.before = before;
    this.now = now;
    this.placedInto = new HashSet<>(now.reports().values());
  }

  /** {@return the event that an id stands for now} */
  EventId end(EventId id) {
    List<EventId> passed = new ArrayList<>();
    EventId at = id;
    while (!passed.contains(at)) {
      passed.add(at);
      Optional<EventId> next = byPerson(at);
      if (next.isEmpty() && !before.mergers().containsKey(at)) {
        next = logged(at);
      }
      if (next.isEmpty()) {
        return at;
      }
      at = next.get();
    }
    return Collections.min(passed.subList(passed.indexOf(at), passed.size()));
  }

  /** {@return the event that holds what an event had when it was last written} */
  EventId logged(EventId id, int depth) {
    Optional<EventId> next = depth > rows.size() ? Optional.empty() : logged(id);
    return next.isEmpty() ? id : logged(next.get(), depth + 1);
  }

  private Optional<EventId> byPerson(EventId id) {
    return Optional.ofNullable(now.mergers().get(id)).filter(this::exists);
  }

  private Optional<EventId> logged(EventId id) {
    return book.of(id).isPresent()
        ? Optional.empty()
        : Optional.ofNullable(rows.get(id)).flatMap(EventRecord::mergedInto);
  }

  private boolean exists(EventId id) {
    return book.of(id).isPresent()
        || rows.containsKey(id)
        || placedInto.contains(id)
        || now.mergers().containsKey(id);
  }
}
