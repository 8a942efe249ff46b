package org.minorityreport.core.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.core.json.LogCodec;

/** Reads the logs of one run as of one moment. Immutable. */
final class LogReading {
  private final LogStore store;
  private final RunId run;
  private final CommitPosition upTo;
  private final @Nullable Instant lastTick;

  LogReading(LogStore store, RunId run, CommitPosition upTo, Optional<Instant> lastTick) {
    this.store = store;
    this.run = run;
    this.upTo = upTo;
    this.lastTick = lastTick.orElse(null);
  }

  RunId run() {
    return run;
  }

  CommitPosition upTo() {
    return upTo;
  }

  long count(Log<?> log) {
    return store.count(log, run, upTo);
  }

  /** The newest {@code written_at} of a log; empty if nothing of it stands. */
  Optional<Instant> newest(Log<?> log) {
    return rows(log, Instant.MIN).stream().map(StoredRow::writtenAt).max(Instant::compareTo);
  }

  /** The records that stand, by the order in which their keys came. */
  <R extends LogRecord> List<R> standing(Log<R> log, Instant from) {
    List<R> records = new ArrayList<>();
    rows(log, from).forEach(row -> records.add(LogCodec.read(log, row)));
    return records;
  }

  /** The rows that stand, by the order in which their keys came. */
  List<StoredRow> rows(Log<?> log, Instant from) {
    Map<String, StoredRow> newest = new LinkedHashMap<>();
    store.read(
        log,
        run,
        CommitPosition.START,
        upTo,
        row -> {
          if (!row.writtenAt().isBefore(from) && isSeen(row)) {
            newest.put(row.key(), row);
          }
        });
    return newest.values().stream().filter(row -> !row.isRetracted()).toList();
  }

  private boolean isSeen(StoredRow row) {
    return lastTick == null || !row.writtenAt().isAfter(lastTick);
  }

  /**
   * When the newest rows of a log arrived. The commit is found by halving: the counts of rows up to
   * a position only grow.
   */
  Optional<Instant> lastCommit(Log<?> log) {
    long rows = count(log);
    if (rows == 0) {
      return Optional.empty();
    }
    long low = 1;
    long high = upTo.value();
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (store.count(log, run, CommitPosition.of(middle)) < rows) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return store.committedAt(CommitPosition.of(low));
  }
}
