package org.minorityreport.core.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.core.json.LogCodec;

/**
 * Reads rows of a run as of one moment.
 *
 * @param store the logs
 * @param run the line of work
 * @param upTo the position
 * @param lastTick rows of later ticks are not looked at
 */
record Standings(LogStore store, RunId run, CommitPosition upTo, Optional<Instant> lastTick) {
  /** The records that stand, by the order in which their keys came. */
  <R extends LogRecord> List<R> standing(Log<R> log) {
    Map<String, StoredRow> newest = new LinkedHashMap<>();
    each(log, row -> newest.put(row.key(), row));
    List<R> records = new ArrayList<>();
    newest.values().stream()
        .filter(row -> !row.isRetracted())
        .forEach(row -> records.add(LogCodec.read(log, row)));
    return records;
  }

  /** All that was ever said, retractions apart, with the position of the commit. */
  <R extends LogRecord> void said(Log<R> log, BiConsumer<R, CommitPosition> reader) {
    each(
        log,
        row -> {
          if (!row.isRetracted()) {
            reader.accept(LogCodec.read(log, row), row.position());
          }
        });
  }

  private void each(Log<?> log, Consumer<StoredRow> reader) {
    store.read(
        log,
        run,
        CommitPosition.START,
        upTo,
        row -> {
          if (lastTick.filter(row.writtenAt()::isAfter).isEmpty()) {
            reader.accept(row);
          }
        });
  }
}
