package org.minorityreport.core.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.core.json.LogCodec;

/** Appends acts, unless something came about what they touch since it was looked at. */
final class Appender {
  private final LogStore store;
  private final RunId run;

  Appender(LogStore store, RunId run) {
    this.store = store;
    this.run = run;
  }

  /**
   * Appends rows of one log.
   *
   * @param subjects what must not have changed
   * @param seen the commit at which it was looked at
   * @return the commit; empty if something came first, so that the caller has to look again
   */
  <R extends LogRecord> Optional<CommitPosition> append(
      Log<R> log, List<R> rows, Set<String> subjects, CommitPosition seen) {
    LogSlice slice =
        LogSlice.of(log, Writer.REVIEW, rows.stream().map(row -> LogCodec.row(log, row)).toList());
    try {
      return Optional.of(
          store.append(Commit.of(List.of(slice)).ifNothingAbout(run, subjects, seen)).position());
    } catch (LogStoreException e) {
      if (store.head().equals(seen)) {
        throw e; // nobody came first, so it is not the guard that refused
      }
      return Optional.empty();
    }
  }
}
