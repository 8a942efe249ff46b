package org.minorityreport.core.hydrate;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.core.json.CanonicalJson;

/**
 * One log of one run, folded: what it says about each subject. Only for logs whose key is the
 * subject and the tick. Not thread-safe.
 *
 * @param <R> type of the rows
 */
final class LogFold<R extends LogRecord> {
  private final Log<R> log;
  private final SortedMap<String, History<R>> histories = new TreeMap<>();

  LogFold(Log<R> log) {
    this.log = log;
  }

  Log<R> log() {
    return log;
  }

  void accept(StoredRow row) {
    histories.computeIfAbsent(subject(row), s -> new History<>(log)).accept(row);
  }

  /** {@return what the log says about a subject; nothing if it is not in the log} */
  History<R> about(String subject) {
    History<R> history = histories.get(subject);
    return history == null ? new History<>(log) : history;
  }

  Set<String> subjects() {
    return histories.keySet();
  }

  /** A retraction has nothing but its key, so the subject is taken from there. */
  private static String subject(StoredRow row) {
    return CanonicalJson.read(row.key().getBytes(StandardCharsets.UTF_8), String[].class)[1];
  }
}
