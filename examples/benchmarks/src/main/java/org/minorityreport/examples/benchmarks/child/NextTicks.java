package org.minorityreport.examples.benchmarks.child;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.examples.benchmarks.candidate.SideBySide;
import org.minorityreport.examples.benchmarks.workload.RunHistory;

/**
 * Continues the run in a store: each commit of the store is a tick. Rows are made on all
 * processors. One thread at a time.
 */
final class NextTicks implements AutoCloseable {
  private final LogStore store;
  private final RunHistory history;
  private final SideBySide encoders = new SideBySide(Runtime.getRuntime().availableProcessors());

  NextTicks(LogStore store, int openReports) {
    this.store = store;
    this.history = new RunHistory(openReports);
  }

  /** Appends the next tick, with rows of the reports in the first places only. */
  List<LogRow> append(int places) throws InterruptedException, ExecutionException {
    long tick = store.head().value();
    List<Integer> all = IntStream.range(0, places).boxed().toList();
    List<LogRow> rows = new ArrayList<>();
    encoders.map(all, place -> history.aboutReport(place, tick)).forEach(rows::addAll);
    rows.addAll(history.aboutRun(tick, places));
    store.append(RunHistory.commit(rows));
    return rows;
  }

  @Override
  public void close() {
    encoders.close();
  }
}
