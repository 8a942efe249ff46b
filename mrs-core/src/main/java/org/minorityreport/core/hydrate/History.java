package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.LogRecord;

/**
 * The keys of one subject in one log, by tick, each with its newest version. A fold: rows may come
 * in any order. Not thread-safe.
 *
 * @param <R> type of the rows
 */
final class History<R extends LogRecord> {
  private final Log<R> log;
  private final NavigableMap<Instant, Slot> slots = new TreeMap<>();

  History(Log<R> log) {
    this.log = log;
  }

  /** Takes a row in. Key and tick are one here: the keys hold nothing but subject and tick. */
  void accept(StoredRow row) {
    slots.computeIfAbsent(row.writtenAt(), tick -> new Slot()).accept(row);
  }

  /** {@return the rows that stand} */
  Standing<R> standing() {
    NavigableMap<Instant, StoredRow> rows = new TreeMap<>();
    slots.forEach((tick, slot) -> slot.standing().ifPresent(row -> rows.put(tick, row)));
    return new Standing<>(log, rows);
  }

  /** {@return the newest commit whose retraction of a key still holds} */
  Optional<CommitPosition> retractedAt() {
    return slots.values().stream()
        .flatMap(slot -> slot.retraction().stream())
        .map(StoredRow::position)
        .max(CommitPosition::compareTo);
  }

  /**
   * The rows that one commit took away.
   *
   * @param position the commit
   * @return the rows that stood before it
   */
  Standing<R> retractedBy(CommitPosition position) {
    NavigableMap<Instant, StoredRow> rows = new TreeMap<>();
    slots.forEach(
        (tick, slot) -> {
          if (slot.retraction().filter(r -> r.position().equals(position)).isPresent()) {
            slot.content().ifPresent(row -> rows.put(tick, row));
          }
        });
    return new Standing<>(log, rows);
  }

  /** The newest version of a key and, if that is a retraction, the newest with content. */
  private static final class Slot {
    private @Nullable StoredRow content;
    private @Nullable StoredRow retraction;

    void accept(StoredRow row) {
      if (row.isRetracted()) {
        retraction = newer(retraction, row);
      } else {
        content = newer(content, row);
      }
    }

    Optional<StoredRow> content() {
      return Optional.ofNullable(content);
    }

    Optional<StoredRow> retraction() {
      return Optional.ofNullable(retraction)
          .filter(r -> content == null || r.version() > content.version());
    }

    Optional<StoredRow> standing() {
      return retraction().isPresent() ? Optional.empty() : content();
    }

    private static StoredRow newer(@Nullable StoredRow known, StoredRow row) {
      return known == null || row.version() > known.version() ? row : known;
    }
  }
}
