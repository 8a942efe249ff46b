package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.record.StoreRecord;

/** The logs that hydration reads, folded up to a position. Not thread-safe. */
final class RunHistory {
  final LogFold<ReportDetected> detected = new LogFold<>(Logs.REPORTS_DETECTED);
  final LogFold<ReportEnded> ended = new LogFold<>(Logs.REPORTS_ENDED);
  final LogFold<ReportClustered> clustered = new LogFold<>(Logs.REPORTS_CLUSTERED);
  final LogFold<ReportAttributed> attributed = new LogFold<>(Logs.REPORTS_ATTRIBUTED);
  final LogFold<ReportCohorted> cohorted = new LogFold<>(Logs.REPORTS_COHORTED);
  final LogFold<EventRecord> events = new LogFold<>(Logs.EVENTS);
  final LogFold<StoreRecord> stores = new LogFold<>(Logs.STORES);
  final LogFold<StageRun> stageRuns = new LogFold<>(Logs.STAGE_RUNS);

  private final List<LogFold<?>> logs =
      List.of(detected, ended, clustered, attributed, cohorted, events, stores, stageRuns);

  /**
   * Folds the commits after one position, up to another.
   *
   * @param store where the rows are
   * @param run the line of work
   * @param after rows of this commit and of those before it are left out
   * @param upTo rows of later commits are left out
   * @param tick if given, rows of later ticks are left out
   */
  void read(
      LogStore store,
      RunId run,
      CommitPosition after,
      CommitPosition upTo,
      Optional<Instant> tick) {
    Instant last = tick.orElse(Instant.MAX);
    for (LogFold<?> log : logs) {
      store.read(
          log.log(),
          run,
          after,
          upTo,
          row -> {
            if (!row.writtenAt().isAfter(last)) {
              log.accept(row);
            }
          });
    }
  }

  /** {@return every report that a log other than that of closing rows knows, by id} */
  SortedSet<String> reports() {
    SortedSet<String> ids = new TreeSet<>();
    Stream.of(detected, clustered, attributed, cohorted).forEach(log -> ids.addAll(log.subjects()));
    return ids;
  }
}
