package org.minorityreport.testkit.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;

/**
 * Rows as small as a store can hold them: a key and one letter of content. They are of logs whose
 * key is one id and the tick.
 */
public final class StoreRows {
  /** The run of rows that name none. */
  public static final RunId MAIN = RunId.of("main");

  /** Another run. */
  public static final RunId OTHER = RunId.of("other");

  private static final String CONTENT = "\"content\":\"";

  private StoreRows() {}

  /**
   * A row.
   *
   * @param log a log whose key is one id and the tick
   * @param run its line of work
   * @param key the id
   * @param content one letter
   * @return the row
   */
  public static LogRow row(Log<?> log, RunId run, String key, char content) {
    return make(log, run, key, CONTENT + content + "\"");
  }

  /**
   * A row of the detection log in the main run.
   *
   * @param key the id
   * @param content one letter
   * @return the row
   */
  public static LogRow row(String key, char content) {
    return row(Logs.REPORTS_DETECTED, MAIN, key, content);
  }

  /**
   * A retraction.
   *
   * @param log a log whose key is one id and the tick
   * @param run its line of work
   * @param key the id
   * @return the row
   */
  public static LogRow retraction(Log<?> log, RunId run, String key) {
    return make(log, run, key, "\"retracted\":true");
  }

  /**
   * A retraction in the detection log and the main run.
   *
   * @param key the id
   * @return the row
   */
  public static LogRow retraction(String key) {
    return retraction(Logs.REPORTS_DETECTED, MAIN, key);
  }

  private static LogRow make(Log<?> log, RunId run, String key, String rest) {
    String json =
        String.format(
            Locale.ROOT,
            "{\"run_id\":\"%s\",\"written_at\":\"1970-01-01T00:00:00Z\",\"version\":1,\"%s\":\"%s\",%s}",
            run,
            log.keyFields().get(0),
            key,
            rest);
    return LogRow.of(log, json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The key of such a row.
   *
   * @param run its line of work
   * @param name the id
   * @return the key as {@link LogRow#key()} has it
   */
  public static String key(RunId run, String name) {
    return String.format(Locale.ROOT, "[\"%s\",\"%s\",\"1970-01-01T00:00:00Z\"]", run, name);
  }

  /**
   * What {@code key} was when the row was made.
   *
   * @param row a stored row
   * @return the id
   */
  public static String name(StoredRow row) {
    return row.key().split("\"", -1)[3];
  }

  /**
   * What a row says.
   *
   * @param row a stored row
   * @return the letter, or a dash if the row is a retraction
   */
  public static char content(StoredRow row) {
    return row.isRetracted()
        ? '-'
        : row.text().charAt(row.text().indexOf(CONTENT) + CONTENT.length());
  }

  /**
   * A commit to the detection log.
   *
   * @param rows its rows
   * @return the commit
   */
  public static Commit commit(LogRow... rows) {
    return Commit.of(List.of(slice(Logs.REPORTS_DETECTED, rows)));
  }

  /**
   * A slice by the first writer that the log takes.
   *
   * @param log the log
   * @param rows its rows
   * @return the slice
   */
  public static LogSlice slice(Log<?> log, LogRow... rows) {
    Writer writer = log.writers().stream().sorted().findFirst().orElseThrow();
    return LogSlice.of(log, writer, List.of(rows));
  }
}
