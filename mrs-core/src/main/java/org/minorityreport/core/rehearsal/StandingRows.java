package org.minorityreport.core.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.json.DataCorrections;

/**
 * The rows of a log that stand, by key: the newest version of each that is no retraction. Rows that
 * only tell that data were corrected are left out: a run over the present data has none (spec 4.9).
 */
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
    rows.values().removeIf(row -> row.isRetracted() || DataCorrections.isOne(row));
    return rows;
  }
}
