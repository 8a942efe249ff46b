package org.minorityreport.core.log.file;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
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
    @Nullable RunId run = commit.guardedRun().orElse(null);
    @Nullable CommitPosition seen = commit.guardedAt().orElse(null);
    if (run == null || seen == null) {
      return;
    }
    for (String subject : commit.guardedSubjects().stream().sorted().toList()) {
      long position = newest.get(KeyHash.ofSubject(run, subject));
      if (position > seen.value()) {
        throw new LogStoreException(
            String.format(
                Locale.ROOT,
                "%s changed at position %s, after position %s that the caller had seen; "
                    + "nothing was appended: look again and repeat",
                subject,
                position,
                seen));
      }
    }
  }
}
