package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Predicate;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.record.LogRecord;

/**
 * The rows of one subject in one log that stand, by tick; read only when looked at, because mostly
 * the newest and the first suffice. Not thread-safe.
 *
 * @param <R> type of the rows
 */
final class Standing<R extends LogRecord> {
  private final Log<R> log;
  private final NavigableMap<Instant, Pick> rows;
  private final RowSource.Rows reader;
  private final Map<Instant, SourcedRow<R>> read = new HashMap<>();

  Standing(Log<R> log, NavigableMap<Instant, Pick> rows, RowSource.Rows reader) {
    this.log = log;
    this.rows = rows;
    this.reader = reader;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** {@return the ticks that have a row} */
  NavigableSet<Instant> ticks() {
    return rows.navigableKeySet();
  }

  /** {@return the newest row} */
  Optional<SourcedRow<R>> latest() {
    return latest(row -> true);
  }

  /** {@return the newest row of some kind} */
  Optional<SourcedRow<R>> latest(Predicate<? super R> wanted) {
    return find(rows.descendingMap().values(), wanted);
  }

  /** {@return the oldest row} */
  Optional<SourcedRow<R>> first() {
    return first(row -> true);
  }

  /** {@return the oldest row of some kind} */
  Optional<SourcedRow<R>> first(Predicate<? super R> wanted) {
    return find(rows.values(), wanted);
  }

  /** {@return the rows of a tick and of those after it, oldest first} */
  List<SourcedRow<R>> since(Instant tick) {
    return rows.tailMap(tick, true).values().stream().map(this::read).toList();
  }

  private Optional<SourcedRow<R>> find(Collection<Pick> from, Predicate<? super R> wanted) {
    return from.stream().map(this::read).filter(row -> wanted.test(row.row())).findFirst();
  }

  private SourcedRow<R> read(Pick row) {
    return read.computeIfAbsent(row.writtenAt(), tick -> SourcedRow.read(log, row, reader));
  }
}
