package org.minorityreport.core.log.file;

import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogRow;

/** The newest commit about each subject of a run, across logs. One thread at a time. */
final class Subjects {
  private final LongTable newest = new LongTable();

  void put(LogRow row, long position) {
    row.subject()
        .ifPresent(
            subject -> {
              KeyHash key = KeyHash.ofSubject(row.runId(), subject);
              newest.put(key, Math.max(position, newest.get(key)));
            });
  }

  /** Refuses a guarded commit if something came since. */
  void check(Commit commit) {
    commit.checkGuard(
        (run, subject) ->
            CommitPosition.of(Math.max(0, newest.get(KeyHash.ofSubject(run, subject)))));
  }
}
