package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.core.json.LogCodec;

/**
 * The rows that stand under each tick, for ticks that are run again: what such a tick no longer
 * produces is retracted. Read only when a tick is run again; memory grows with the rows of the run.
 */
final class StandingRows {
  /**
   * Logs whose keys hold the tick, so that a tick run again can take rows back. Administrative rows
   * hold the host's clock there, which may well say the same as a tick.
   */
  private static final List<Log<?>> RETRACTABLE =
      Logs.all().stream()
          .filter(log -> log.keyFields().contains("written_at"))
          .filter(log -> !log.writers().contains(Writer.ADMINISTRATION))
          .toList();

  private final LogStore store;
  private final RunId run;
  private final Map<Instant, Map<Log<?>, Map<String, StoredRow>>> byTick = new TreeMap<>();
  private CommitPosition readUpTo = CommitPosition.START;

  StandingRows(LogStore store, RunId run) {
    this.store = store;
    this.run = run;
  }

  /** Adds a retraction for each row that stands under a tick and is not among the new ones. */
  void retractMissing(Instant tick, TickRows rows) {
    refresh();
    for (Map.Entry<Log<?>, Map<String, StoredRow>> entry :
        byTick.getOrDefault(tick, Map.of()).entrySet()) {
      Log<?> log = entry.getKey();
      Set<String> produced = rows.keys(log);
      for (LogRow retraction : missing(entry.getValue(), produced)) {
        rows.add(log, writer(log), retraction);
      }
    }
  }

  private static List<LogRow> missing(Map<String, StoredRow> standing, Set<String> produced) {
    List<LogRow> missing = new ArrayList<>();
    for (StoredRow row : standing.values()) {
      if (!row.isRetracted() && !produced.contains(row.key())) {
        missing.add(LogCodec.retraction(row));
      }
    }
    return missing;
  }

  /** The first writer by name: of logs with two, the stage, as it is the one that runs again. */
  private static Writer writer(Log<?> log) {
    return log.writers().stream().sorted().findFirst().orElseThrow();
  }

  private void refresh() {
    CommitPosition head = store.head();
    for (Log<?> log : RETRACTABLE) {
      store.read(
          log,
          run,
          readUpTo,
          head,
          row ->
              byTick
                  .computeIfAbsent(row.writtenAt(), k -> new LinkedHashMap<>())
                  .computeIfAbsent(log, k -> new TreeMap<>())
                  .put(row.key(), row));
    }
    readUpTo = head;
  }
}
