package org.minorityreport.core.hydrate;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.core.snapshot.Snapshot;
import org.minorityreport.core.snapshot.SnapshotWriter;
import org.minorityreport.core.work.Workers;

/** What of the logs of a run can matter to its view. Not thread-safe. */
final class RunTraces {
  private final RunId run;
  private final Instant lastTick;
  private final Interner<String> ids = Interners.newStrongInterner();
  private final TraceLog<ReportDetected> detected =
      new TraceLog<>(Logs.REPORTS_DETECTED, Stage.DETECTION, ids);
  private final TraceLog<ReportEnded> ended = new TraceLog<>(Logs.REPORTS_ENDED, null, ids);
  private final TraceLog<ReportClustered> clustered =
      new TraceLog<>(Logs.REPORTS_CLUSTERED, Stage.CLUSTERING, ids);
  private final TraceLog<ReportAttributed> attributed =
      new TraceLog<>(Logs.REPORTS_ATTRIBUTED, Stage.ATTRIBUTION, ids);
  private final TraceLog<ReportCohorted> cohorted =
      new TraceLog<>(Logs.REPORTS_COHORTED, Stage.COHORTING, ids);
  private final TraceLog<EventRecord> events = new TraceLog<>(Logs.EVENTS, Stage.COHORTING, ids);
  private final List<TraceLog<?>> ofReports =
      List.of(detected, clustered, attributed, cohorted, ended);
  private final StoreRows stores = new StoreRows();
  private final StageRuns stageRuns = new StageRuns();
  private final ReviewLogs review = new ReviewLogs();
  private boolean newStageRuns;

  RunTraces(RunId run, Optional<Instant> lastTick) {
    this.run = run;
    this.lastTick = lastTick.orElse(Instant.MAX);
  }

  /** Passes by the rows of some commits; each log on one thread. */
  void read(RowSource source, CommitPosition after, CommitPosition upTo, Workers workers) {
    List<Callable<Boolean>> jobs = new ArrayList<>();
    ofReports.forEach(log -> jobs.add(job(source, log.log(), after, upTo, log::accept)));
    jobs.add(job(source, Logs.EVENTS, after, upTo, events::accept));
    review.all().forEach(log -> jobs.add(job(source, log.log(), after, upTo, log::accept)));
    jobs.addAll(ofRun(source, after, upTo));
    workers.all(jobs);
  }

  private List<Callable<Boolean>> ofRun(
      RowSource source, CommitPosition after, CommitPosition upTo) {
    return List.of(
        job(source, Logs.STORES, after, upTo, row -> stores.accept(row.row())),
        job(
            source,
            Logs.STAGE_RUNS,
            after,
            upTo,
            row -> {
              stageRuns.accept(row.row());
              newStageRuns = true;
            }));
  }

  /**
   * Goes on from what was kept. Rows of stores and of stage runs are few and are read again.
   *
   * @param snapshot what was kept
   * @param source where the rows are
   * @param upTo the commit up to which it was kept
   * @param workers the threads
   */
  void goOnFrom(Snapshot snapshot, RowSource source, CommitPosition upTo, Workers workers) {
    ofReports.forEach(log -> log.goOnFrom(snapshot));
    events.goOnFrom(snapshot);
    review.goOnFrom(snapshot);
    workers.all(ofRun(source, CommitPosition.START, upTo));
    stores.takeTouched();
    stageRuns.takeCorrected();
    stageRuns.takeGapped();
    newStageRuns = false;
  }

  void keep(SnapshotWriter to) throws IOException {
    for (TraceLog<?> log : ofReports) {
      log.keep(to);
    }
    events.keep(to);
    review.keep(to);
  }

  private Callable<Boolean> job(
      RowSource source,
      Log<?> log,
      CommitPosition after,
      CommitPosition upTo,
      Consumer<SeenRow> eye) {
    return () -> {
      source.look(
          log,
          run,
          after,
          upTo,
          row -> {
            if (!row.writtenAt.isAfter(lastTick)) {
              eye.accept(row);
            }
          });
      return true;
    };
  }

  StoreRows stores() {
    return stores;
  }

  ReviewLogs review() {
    return review;
  }

  StageRuns stageRuns() {
    return stageRuns;
  }

  TraceLog<EventRecord> events() {
    return events;
  }

  /** {@return the commit of the first row about a report} */
  CommitPosition firstCommit(String report) {
    return ofReports.stream()
        .map(log -> log.firstCommit(report))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** {@return all rows about some reports} */
  Map<String, ReportHistory> readAgain(
      RowSource source, List<String> reports, RowSource.Rows rows) {
    Map<String, History<ReportDetected>> ofDetected = again(detected, source, reports, rows);
    Map<String, History<ReportEnded>> ofEnded = again(ended, source, reports, rows);
    Map<String, History<ReportClustered>> ofClustered = again(clustered, source, reports, rows);
    Map<String, History<ReportAttributed>> ofAttributed = again(attributed, source, reports, rows);
    Map<String, History<ReportCohorted>> ofCohorted = again(cohorted, source, reports, rows);
    Map<String, ReportHistory> all = new HashMap<>();
    for (String report : reports) {
      all.put(
          report,
          new ReportHistory(
              Objects.requireNonNull(ofDetected.get(report)),
              Objects.requireNonNull(ofEnded.get(report)),
              Objects.requireNonNull(ofClustered.get(report)),
              Objects.requireNonNull(ofAttributed.get(report)),
              Objects.requireNonNull(ofCohorted.get(report)),
              review.about(report, rows)));
    }
    return all;
  }

  private <R extends LogRecord> Map<String, History<R>> again(
      TraceLog<R> log, RowSource source, List<String> reports, RowSource.Rows rows) {
    return log.readAgain(source, run, this::isWithin, reports, rows);
  }

  boolean isWithin(Instant tick) {
    return !tick.isAfter(lastTick);
  }

  /** {@return the reports about which rows came since this was last asked} */
  Set<String> takeTouchedReports() {
    Set<String> touched = new HashSet<>();
    ofReports.forEach(log -> touched.addAll(log.takeTouched()));
    touched.addAll(review.takeTouchedReports());
    return touched;
  }

  /** {@return whether stage runs came since this was last asked} */
  boolean hasNewStageRuns() {
    boolean came = newStageRuns;
    newStageRuns = false;
    return came;
  }

  /** {@return whether some stage has no complete row about a report for its newest detection} */
  boolean owes(String report) {
    Trace newest = detected.about(report);
    Pick detection = newest == null ? null : newest.latest();
    return detection != null
        && ofReports.subList(1, 4).stream()
            .map(log -> log.about(report))
            .anyMatch(
                trace ->
                    trace == null
                        || trace.latestComplete() == null
                        || trace.latestComplete().writtenAt().isBefore(detection.writtenAt()));
  }

  /** {@return whether some of the rows that were kept may not count any more} */
  boolean isCorrected(String report) {
    return review.looksBack(report) || ofReports.stream().anyMatch(log -> log.isCorrected(report));
  }

  /** {@return what can matter about a report} */
  ReportHistory history(String report, RowSource.Rows rows) {
    return new ReportHistory(
        detected.history(report, rows),
        ended.history(report, rows),
        clustered.history(report, rows),
        attributed.history(report, rows),
        cohorted.history(report, rows),
        review.about(report, rows));
  }

  /** Keeps of a corrected report what counts now. */
  void remake(String report, ReportHistory all) {
    detected.remake(report, all.detected());
    ended.remake(report, all.ended());
    clustered.remake(report, all.clustered());
    attributed.remake(report, all.attributed());
    cohorted.remake(report, all.cohorted());
  }
}
