package org.minorityreport.examples.quickstart;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;

/** Goes through a history, tick by tick. */
final class HistoryRun {
  private static final double NANOS = 1e9;

  private HistoryRun() {}

  /**
   * Runs the ticks and exports the logs.
   *
   * @param history what to go through
   * @param ticks the ticks, ascending
   * @param threads stores looked at side by side
   * @param folder where the logs go
   * @param progress is told of each tick, and closed
   * @return what was found
   * @throws org.minorityreport.api.error.UsageException if inputs or folder cannot be used
   */
  static Outcome run(
      History history, List<Instant> ticks, int threads, Path folder, Progress progress) {
    try (LogStore logs = LogStores.inMemory();
        Mrs mrs =
            Mrs.builder()
                .logs(logs)
                .inputs(history.inputs())
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
      long rows = LogExport.write(logs, mrs.run(), folder);
      return new Outcome(
          history,
          ticks.size(),
          seconds,
          threads,
          mrs.events().all(),
          mrs.reports().all(),
          folder,
          rows);
    }
  }
}
