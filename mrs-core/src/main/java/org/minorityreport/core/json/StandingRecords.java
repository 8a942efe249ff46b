package org.minorityreport.core.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.LogRecord;

/** Reads the rows of a log that stand: the newest version of each key that is not retracted. */
public final class StandingRecords {
  private StandingRecords() {}

  /**
   * The standing rows of a log before a tick.
   *
   * @param <R> type of the rows
   * @param store the logs
   * @param log the log
   * @param run the line of work
   * @param tick rows of this tick and of later ones are not looked at
   * @return the rows by tick, then in the order in which their keys came
   */
  public static <R extends LogRecord> List<R> before(
      LogStore store, Log<R> log, RunId run, Instant tick) {
    Map<String, StoredRow> newest = new LinkedHashMap<>();
    store.read(
        log,
        run,
        CommitPosition.START,
        store.head(),
        row -> {
          if (row.writtenAt().isBefore(tick)) {
            newest.put(row.key(), row);
          }
        });
    List<R> standing = new ArrayList<>();
    newest.values().stream()
        .filter(row -> !row.isRetracted())
        .sorted(Comparator.comparing(StoredRow::writtenAt))
        .forEach(row -> standing.add(LogCodec.read(log, row)));
    return standing;
  }
}
