package org.minorityreport.core.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.lifecycle.MonitoringResult;
import org.minorityreport.api.lifecycle.MonitoringSettings;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.MonitoringRecord;
import org.minorityreport.api.record.RetrainRequest;
import org.minorityreport.core.json.LogCodec;

/**
 * How well the models of a run fare (spec 5.8). {@code docs/lifecycle.md} has the formulas.
 * Thread-safe; holds nothing between calls.
 *
 * <p>A call passes twice by the heads of the rows of eight logs, and decodes those of the two
 * windows. Memory grows with the reports and the distinct values in the windows and with the
 * decisions of the run, not with its rows.
 */
public final class Monitoring {
  private final LogStore store;
  private final RunId run;

  /**
   * The monitoring of a run.
   *
   * @param store the logs
   * @param run the line of work
   */
  public Monitoring(LogStore store, RunId run) {
    this.store = Objects.requireNonNull(store, "store");
    this.run = Objects.requireNonNull(run, "run");
  }

  /**
   * Measures as of the newest tick, and appends what the logs do not have.
   *
   * @param settings windows, least numbers, thresholds
   * @return what was found
   * @throws UsageException if the run has no tick yet
   */
  public MonitoringResult monitor(MonitoringSettings settings) {
    CommitPosition head = store.head();
    StandingScan scan = new StandingScan(store, run, head);
    WatchedModels models = WatchedModels.read(scan, Instant.MAX);
    Instant tick =
        models
            .newest()
            .orElseThrow(
                () -> new UsageException("run '" + run + "' has no tick yet: nothing to monitor"));
    List<MonitoringRecord> rows = measure(scan, models.within(tick, settings), tick, settings);
    List<MonitoringRecord> before = new ArrayList<>();
    scan.rows(
        Logs.MODEL_MONITORING,
        row -> row.writtenAt().isBefore(tick),
        row -> before.add(LogCodec.read(Logs.MODEL_MONITORING, row)));
    List<RetrainRequest> standing = new ArrayList<>();
    scan.rows(
        Logs.RETRAIN_REQUESTS,
        row -> row.writtenAt().equals(tick),
        row -> standing.add(LogCodec.read(Logs.RETRAIN_REQUESTS, row)));
    List<RetrainRequest> requests = RetrainRequests.of(before, rows);
    long appended = append(rows, RetrainRequests.without(standing, requests));
    return MonitoringResult.builder()
        .tick(tick)
        .measures(rows)
        .requests(requests)
        .appended(appended)
        .build();
  }

  /**
   * Measures as of a tick, from what was known about it and the ticks before; appends nothing.
   *
   * @param tick the tick
   * @param settings windows, least numbers, thresholds
   * @return a row for each measure that there is enough for, by role, model, measure, subject
   */
  public List<MonitoringRecord> measure(Instant tick, MonitoringSettings settings) {
    StandingScan scan = new StandingScan(store, run, store.head());
    List<Watched> models = WatchedModels.read(scan, tick).within(tick, settings);
    return measure(scan, models, tick, settings);
  }

  private List<MonitoringRecord> measure(
      StandingScan scan, List<Watched> models, Instant tick, MonitoringSettings settings) {
    Measures measures = new Measures(run, settings);
    List<Judged> judged = Judgements.read(scan, tick);
    new SeenFeatures(scan, models).read().forEach(measures::drift);
    List<JudgedPair> pairs = JudgedPair.read(scan, judged);
    models.forEach(model -> measures.judgements(model, judged, pairs));
    return measures.rows();
  }

  private long append(List<MonitoringRecord> rows, List<RetrainRequest> requests) {
    if (rows.isEmpty() && requests.isEmpty()) {
      return 0;
    }
    return store
        .append(
            Commit.of(
                List.of(
                    LogSlice.of(
                        Logs.MODEL_MONITORING,
                        Writer.LIFECYCLE,
                        rows.stream().map(r -> LogCodec.row(Logs.MODEL_MONITORING, r)).toList()),
                    LogSlice.of(
                        Logs.RETRAIN_REQUESTS,
                        Writer.LIFECYCLE,
                        requests.stream()
                            .map(r -> LogCodec.row(Logs.RETRAIN_REQUESTS, r))
                            .toList()))))
        .appended();
  }
}
