package org.minorityreport.examples.quickstart;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;

/** Goes through a history, tick by tick. */
final class HistoryRun {
  private static final double NANOS = 1e9;

  private HistoryRun() {}

  /**
   * Runs the ticks over the logs in a folder.
   *
   * @param history what to go through
   * @param runId the line of work
   * @param ticks the ticks, ascending
   * @param threads stores looked at side by side
   * @param folder where the logs are kept
   * @param progress is told of each tick, and closed
   * @return what was found
   * @throws org.minorityreport.api.error.UsageException if inputs or folder cannot be used
   */
  static Outcome run(
      History history,
      String runId,
      List<Instant> ticks,
      int threads,
      Path folder,
      Progress progress) {
    try (LogStore logs = LogStores.directory(folder);
        Mrs mrs =
            Mrs.builder()
                .logs(logs)
                .inputs(history.inputs())
                .run(runId)
                .startedBy("quickstart")
                .threads(threads)
                .build()) {
      long start = System.nanoTime();
      try (progress) {
        for (Instant tick : ticks) {
          mrs.tick(tick);
          progress.done(tick);
        }
      }
      double seconds = (System.nanoTime() - start) / NANOS;
      CommitPosition head = logs.head();
      long rows =
          logs.runs().stream()
              .mapToLong(
                  run -> Logs.all().stream().mapToLong(log -> logs.count(log, run, head)).sum())
              .sum();
      return new Outcome(
          history, ticks.size(), seconds, threads, mrs.events(), mrs.reports(), folder, rows);
    }
  }
}
