package org.minorityreport.core.lifecycle;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;

/**
 * Passes by the rows of a log that stand. Takes two passes; of the first only the keys that were
 * written more than once are kept.
 */
final class StandingScan {
  private final LogStore store;
  private final RunId run;
  private final CommitPosition upTo;

  StandingScan(LogStore store, RunId run, CommitPosition upTo) {
    this.store = store;
    this.run = run;
    this.upTo = upTo;
  }

  /**
   * Passes by rows.
   *
   * @param log the log
   * @param wanted says of a row, by its head, whether it may be of interest
   * @param each is given each row that stands and is wanted
   */
  void rows(Log<?> log, Predicate<StoredRow> wanted, Consumer<StoredRow> each) {
    Map<String, Integer> corrected = new HashMap<>();
    store.read(
        log,
        run,
        CommitPosition.START,
        upTo,
        row -> {
          if (row.version() > 1 && wanted.test(row)) {
            corrected.merge(row.key(), row.version(), Math::max);
          }
        });
    store.read(
        log,
        run,
        CommitPosition.START,
        upTo,
        row -> {
          if (!row.isRetracted()
              && wanted.test(row)
              && corrected.getOrDefault(row.key(), row.version()) == row.version()) {
            each.accept(row);
          }
        });
  }
}
