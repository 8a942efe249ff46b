package org.minorityreport.core.alert;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.json.LogCodec;

/** The rows of notifications_log, read once each. Thread-safe. */
final class NotificationHistory {
  private final LogStore store;
  private final RunId run;
  private final Map<String, Told> byKey = new LinkedHashMap<>();
  private CommitPosition seen = CommitPosition.START;

  NotificationHistory(LogStore store, RunId run) {
    this.store = store;
    this.run = run;
  }

  /** All that stand, in the order in which their keys came. */
  synchronized List<Told> read() {
    CommitPosition head = store.head();
    store.read(
        Logs.NOTIFICATIONS,
        run,
        seen,
        head,
        row -> {
          if (row.isRetracted()) {
            byKey.remove(row.key());
          } else {
            Instant at = store.committedAt(row.position()).orElse(row.writtenAt());
            byKey.put(row.key(), new Told(LogCodec.read(Logs.NOTIFICATIONS, row), at));
          }
        });
    seen = head;
    return List.copyOf(byKey.values());
  }
}
