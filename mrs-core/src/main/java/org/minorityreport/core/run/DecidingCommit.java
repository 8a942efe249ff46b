package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;

/** What one commit brought that outcomes may depend on: acts, or a tick. Immutable. */
final class DecidingCommit {
  private static final List<Log<?>> LOGS =
      List.of(
          Logs.STAGE_RUNS,
          Logs.REPORTS_DETECTED,
          Logs.REPORTS_ENDED,
          Logs.EVENTS,
          Logs.REPORTS_COHORTED,
          Logs.USER_EDITS,
          Logs.USER_EVENT_EDITS);

  private final CommitPosition position;
  private final Map<Log<?>, List<StoredRow>> rows = new HashMap<>();

  private DecidingCommit(CommitPosition position) {
    this.position = position;
  }

  /** {@return the commits after one and up to another that brought any such row, in order} */
  static Collection<DecidingCommit> read(
      LogStore store, RunId run, CommitPosition after, CommitPosition to) {
    TreeMap<CommitPosition, DecidingCommit> commits = new TreeMap<>();
    for (Log<?> log : LOGS) {
      store.read(
          log,
          run,
          after,
          to,
          row -> commits.computeIfAbsent(row.position(), DecidingCommit::new).add(row));
    }
    return commits.values();
  }

  private void add(StoredRow row) {
    rows.computeIfAbsent(row.log(), k -> new ArrayList<>()).add(row);
  }

  CommitPosition position() {
    return position;
  }

  /** {@return its rows of a log, in their order} */
  List<StoredRow> rows(Log<?> log) {
    return rows.getOrDefault(log, List.of());
  }

  /** {@return the newest tick or act in it} */
  Optional<Instant> latest() {
    return List.of(Logs.STAGE_RUNS, Logs.USER_EDITS, Logs.USER_EVENT_EDITS).stream()
        .flatMap(log -> rows(log).stream())
        .map(StoredRow::writtenAt)
        .max(Comparator.naturalOrder());
  }
}
