package org.minorityreport.core.log.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.log.TestRows;

/** All that a store says, as text to compare. */
final class Shown {
  static final Path ROOT = Path.of("/store");
  static final List<Log<?>> LOGS = List.of(Logs.REPORTS_DETECTED, Logs.REPORTS_ENDED, Logs.EVENTS);
  static final List<RunId> RUNS = List.of(TestRows.MAIN, TestRows.OTHER);
  static final List<String> NAMES = List.of("a", "b", "c", "d");
  static final CommitPosition END = CommitPosition.of(Long.MAX_VALUE);

  private Shown() {}

  static String row(StoredRow row) {
    return String.join(
        " ",
        row.log().wireName(),
        row.runId().value(),
        row.key(),
        row.writtenAt().toString(),
        "v" + row.version(),
        row.isRetracted() ? "retracted" : "stands",
        "at " + row.position(),
        "row " + row.rowNumber(),
        row.text());
  }

  static List<String> rows(LogStore store, Log<?> log, RunId run, long after, long to) {
    List<String> rows = new ArrayList<>();
    store.read(
        log, run, CommitPosition.of(after), CommitPosition.of(to), row -> rows.add(row(row)));
    return rows;
  }

  static Map<String, String> latest(LogStore store, Log<?> log, RunId run, long asOf) {
    List<String> keys = NAMES.stream().map(name -> TestRows.key(run, name)).toList();
    Map<String, String> latest = new LinkedHashMap<>();
    store
        .latest(log, keys, CommitPosition.of(asOf))
        .forEach((key, row) -> latest.put(key, row(row)));
    return latest;
  }

  /** Every answer as of every position. */
  static List<String> everything(LogStore store) {
    List<String> all = new ArrayList<>();
    long head = store.head().value();
    all.add("head " + head + " runs " + store.runs());
    for (Log<?> log : LOGS) {
      for (RunId run : RUNS) {
        for (long at = 0; at <= head + 1; at++) {
          all.add(log + " " + run + " as of " + at);
          all.add("count " + store.count(log, run, CommitPosition.of(at)));
          all.addAll(latest(store, log, run, at).values());
          all.addAll(rows(store, log, run, at, at + 2));
        }
        all.addAll(rows(store, log, run, 0, Long.MAX_VALUE));
      }
    }
    return all;
  }
}
