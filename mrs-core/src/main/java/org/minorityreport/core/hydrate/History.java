package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.record.LogRecord;

/**
 * The keys of one subject in one log, by tick, each with its newest version. A fold: rows may come
 * in any order. Not thread-safe.
 *
 * @param <R> type of the rows
 */
final class History<R extends LogRecord> {
  private final Log<R> log;
  private final RowSource.Rows rows;
  private final NavigableMap<Instant, Slot> slots = new TreeMap<>();

  /**
   * The history of a subject.
   *
   * @param log the log
   * @param rows reads the rows that are looked at
   */
  History(Log<R> log, RowSource.Rows rows) {
    this.log = log;
    this.rows = rows;
  }

  /** Takes a row in. Key and tick are one here: the keys hold nothing but subject and tick. */
  void accept(Pick row) {
    slots.computeIfAbsent(row.writtenAt(), tick -> new Slot()).accept(row);
  }

  /** {@return the rows that stand} */
  Standing<R> standing() {
    return new Standing<>(log, standingRows(), rows);
  }

  /** {@return the rows that stand, by tick} */
  NavigableMap<Instant, Pick> standingRows() {
    NavigableMap<Instant, Pick> standing = new TreeMap<>();
    slots.forEach((tick, slot) -> slot.standing().ifPresent(row -> standing.put(tick, row)));
    return standing;
  }

  /** {@return the newest commit whose retraction of a key still holds} */
  Optional<CommitPosition> retractedAt() {
    return slots.values().stream()
        .flatMap(slot -> slot.retraction().stream())
        .map(row -> row.position())
        .max(CommitPosition::compareTo);
  }

  /**
   * The rows that one commit took away.
   *
   * @param position the commit
   * @return the rows that stood before it
   */
  Standing<R> retractedBy(CommitPosition position) {
    NavigableMap<Instant, Pick> before = new TreeMap<>();
    slots.forEach(
        (tick, slot) -> {
          if (slot.retraction().filter(r -> r.position().equals(position)).isPresent()) {
            slot.content().ifPresent(row -> before.put(tick, row));
          }
        });
    return new Standing<>(log, before, rows);
  }

  /** The newest version of a key and, if that is a retraction, the newest with content. */
  private static final class Slot {
    private @Nullable Pick content;
    private @Nullable Pick retraction;

    void accept(Pick row) {
      if (row.isRetracted()) {
        retraction = newer(retraction, row);
      } else {
        content = newer(content, row);
      }
    }

    Optional<Pick> content() {
      return Optional.ofNullable(content);
    }

    Optional<Pick> retraction() {
      return Optional.ofNullable(retraction)
          .filter(r -> content == null || r.version() > content.version());
    }

    Optional<Pick> standing() {
      return retraction().isPresent() ? Optional.empty() : content();
    }

    private static Pick newer(@Nullable Pick known, Pick row) {
      return known == null || row.version() > known.version() ? row : known;
    }
  }
}
