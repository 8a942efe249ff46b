package org.minorityreport.core.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;

/** Rows as small as a store can hold them: a key and one letter of content. */
final class TestRows {
  static final RunId MAIN = RunId.of("main");
  static final RunId OTHER = RunId.of("other");

  private TestRows() {}

  static LogRow row(Log<?> log, RunId run, String key, char content) {
    return make(log, run, key, content, false);
  }

  static LogRow row(String key, char content) {
    return row(Logs.REPORTS_DETECTED, MAIN, key, content);
  }

  static LogRow retraction(String key) {
    return make(Logs.REPORTS_DETECTED, MAIN, key, '-', true);
  }

  private static LogRow make(Log<?> log, RunId run, String key, char content, boolean retracted) {
    byte[] digest = new byte[16];
    digest[15] = (byte) content;
    return LogRow.of(
        log,
        run,
        run + " " + key,
        key,
        Instant.EPOCH,
        retracted,
        "{\"version\":".getBytes(StandardCharsets.UTF_8),
        (",\"content\":\"" + content + "\"}").getBytes(StandardCharsets.UTF_8),
        digest);
  }

  static Commit commit(LogRow... rows) {
    return Commit.of(List.of(slice(Logs.REPORTS_DETECTED, rows)));
  }

  static LogSlice slice(Log<?> log, LogRow... rows) {
    Writer writer = log.writers().stream().sorted().findFirst().orElseThrow();
    return LogSlice.of(log, writer, List.of(rows));
  }
}
