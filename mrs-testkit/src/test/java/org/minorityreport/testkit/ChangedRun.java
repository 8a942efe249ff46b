package org.minorityreport.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.json.LogCodec;

/**
 * A run with a tag whose data changed in the end, so that its logs hold later versions and
 * retractions.
 */
final class ChangedRun {
  private ChangedRun() {}

  /**
   * Fills a store.
   *
   * @param store an empty store
   * @param between is done between the ticks and their repetition over the changed data
   */
  static void into(LogStore store, Runnable between) {
    List<Instant> ticks = SmallWorld.ticks();
    AtomicReference<InputTables> inputs = new AtomicReference<>(new SmallWorld().tables());
    try (Mrs mrs = SmallWorld.open(store, tick -> inputs.get(), 2)) {
      ticks.forEach(mrs::tick);
      mrs.tag("before the change", "to be compared with");
      between.run();
      inputs.set(withoutTheFirstReportOfOneProduct(store));
      ticks.forEach(mrs::tick);
    }
  }

  /** Nobody knows any more what the series sold in the day after the first report began. */
  private static InputTables withoutTheFirstReportOfOneProduct(LogStore store) {
    AtomicReference<StoredRow> first = new AtomicReference<>();
    store.read(
        Logs.REPORTS_DETECTED,
        SmallWorld.RUN,
        CommitPosition.START,
        store.head(),
        row -> {
          if (LogCodec.read(Logs.REPORTS_DETECTED, row).skus().size() == 1) {
            first.compareAndSet(null, row);
          }
        });
    ReportDetected report = LogCodec.read(Logs.REPORTS_DETECTED, first.get());
    Instant onset = report.firstDetectedFrom();
    return new SmallWorld()
        .without(report.storeId(), report.sku(), onset, onset.plus(Duration.ofDays(1)))
        .tables();
  }
}
