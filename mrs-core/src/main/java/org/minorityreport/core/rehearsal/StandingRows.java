package org.minorityreport.core.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;

/** The rows of a log that stand, by key: the newest version of each that is no retraction. */
final class StandingRows {
  private StandingRows() {}

  static Map<String, StoredRow> of(
      LogStore store, Log<?> log, RunId run, CommitPosition upTo, Predicate<StoredRow> wanted) {
    Map<String, StoredRow> rows = new LinkedHashMap<>();
    store.read(
        log,
        run,
        CommitPosition.START,
        upTo,
        row -> {
          if (wanted.test(row)) {
            rows.put(row.key(), row);
          }
        });
    rows.values().removeIf(StoredRow::isRetracted);
    return rows;
  }
}
