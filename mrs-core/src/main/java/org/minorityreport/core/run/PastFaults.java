package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ModelColumns;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.stage.ReportPair;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.model.DegradationCodes;
import org.minorityreport.core.model.ModelEdge;
import org.minorityreport.core.model.RecordedFailure;

/**
 * What failed at ticks that were run, as the logs tell it (spec 2.7): which calls of models, which
 * stages, detection of which stores. Only ticks of which stage_runs_log says so are looked at.
 * Filled by one thread; memory grows with the calls that failed as far back as was asked.
 */
final class PastFaults {
  private static final String THREW = "it threw ";

  private final LogStore store;
  private final RunId run;
  private final TickIndex ticks;
  private final Map<Instant, Map<Call, RecordedFailure>> calls = new HashMap<>();
  private final Map<SeriesId, List<Unsaid>> unsaid = new HashMap<>();
  private final Map<Instant, Map<StoreId, RecordedFailure>> stores = new HashMap<>();
  private @Nullable Instant knownFrom;

  PastFaults(LogStore store, RunId run, TickIndex ticks) {
    this.store = store;
    this.run = run;
    this.ticks = ticks;
  }

  /**
   * A call.
   *
   * @param role wire name of the role
   * @param route in which way the model came to be asked
   * @param about the series, report or pair
   */
  record Call(String role, String route, Object about) {}

  /**
   * Steps about which a baseline model failed.
   *
   * @param tick when it was asked
   * @param route in which way it came to be asked
   */
  record Unsaid(Instant tick, String route, Steps steps) {
    boolean holds(Instant step) {
      int index = steps.indexOf(step);
      return index >= 0 && index < steps.count();
    }

    boolean overlaps(Steps asked) {
      return steps.from().isBefore(asked.to()) && asked.from().isBefore(steps.to());
    }

    boolean isFallback() {
      return route.equals(ModelEdge.FALLBACK);
    }
  }

  /** Sees to it that what failed at all ticks from a moment on is known. */
  void reachBack(Instant from) {
    if (knownFrom != null && !from.isBefore(knownFrom)) {
      return;
    }
    knownFrom = from;
    calls.clear();
    unsaid.clear();
    stores.clear();
    NavigableSet<Instant> troubled = ticks.troubled(from, ticks.newest().orElse(from));
    read(troubled, Logs.BASELINE_PREDICTIONS, StageRuns.DETECTION, ModelRole.BASELINE, this::note);
    read(
        troubled,
        Logs.CLASSIFIER_PREDICTIONS,
        StageRuns.DETECTION,
        ModelRole.CLASSIFIER,
        row -> note(row.writtenAt(), row, SeriesId.of(row.storeId(), row.sku())));
    read(
        troubled,
        Logs.CLUSTER_PREDICTIONS,
        Stages.CLUSTERING,
        ModelRole.CLUSTER,
        row -> note(row.writtenAt(), row, row.reportId()));
    read(
        troubled,
        Logs.ATTRIBUTION_PREDICTIONS,
        Stages.ATTRIBUTION,
        ModelRole.ATTRIBUTION,
        row -> note(row.writtenAt(), row, row.reportId()));
    read(
        troubled,
        Logs.COHORT_PREDICTIONS,
        Stages.COHORTING,
        ModelRole.COHORT,
        row -> note(row.writtenAt(), row, ReportPair.of(row.reportId(), row.otherReportId())));
    readStores(troubled);
  }

  /** Reads the standing rows of calls that failed, of the ticks that say that there are some. */
  private <R extends LogRecord & ModelColumns> void read(
      NavigableSet<Instant> troubled, Log<R> log, String stage, ModelRole role, Consumer<R> note) {
    NavigableSet<Instant> wanted = new TreeSet<>(troubled);
    wanted.removeIf(
        tick ->
            ticks.trouble(tick, stage).stream()
                .flatMap(stageRun -> stageRun.calls().stream())
                .noneMatch(c -> c.role().equals(role.wireName()) && c.failed() > 0));
    if (wanted.isEmpty()) {
      return;
    }
    Map<String, R> failed = new HashMap<>();
    store.read(
        log,
        run,
        ticks.positionBefore(wanted.first()),
        store.head(),
        row -> {
          if (wanted.contains(row.writtenAt())) {
            failed.remove(row.key());
            failed(log, row).ifPresent(r -> failed.put(row.key(), r));
          }
        });
    failed.values().forEach(note);
  }

  private static <R extends LogRecord & ModelColumns> Optional<R> failed(
      Log<R> log, StoredRow row) {
    return Optional.of(row)
        .filter(r -> !r.isRetracted())
        .map(r -> LogCodec.read(log, r))
        .filter(r -> !r.outcome().equals(ModelEdge.OK))
        .filter(r -> !r.outcome().equals(ModelEdge.LOW_QUALITY));
  }

  private void note(BaselinePrediction row) {
    SeriesId series = SeriesId.of(row.storeId(), row.sku());
    Steps steps = Steps.of(row.firstStep(), row.cadence(), row.actualUnits().size());
    if (!row.route().equals(ModelEdge.SHADOW)) {
      unsaid
          .computeIfAbsent(series, k -> new ArrayList<>())
          .add(new Unsaid(row.writtenAt(), row.route(), steps));
    }
    note(row.writtenAt(), row, series);
  }

  private void note(Instant tick, ModelColumns row, Object about) {
    calls
        .computeIfAbsent(tick, k -> new HashMap<>())
        .put(
            new Call(row.role(), row.route(), about),
            new RecordedFailure(row.outcome(), row.message().orElse("")));
  }

  private void readStores(NavigableSet<Instant> troubled) {
    NavigableSet<Instant> wanted = new TreeSet<>(troubled);
    wanted.removeIf(
        tick ->
            ticks
                .trouble(tick, StageRuns.DETECTION)
                .filter(r -> r.degradedReasons().contains(DegradationCodes.DETECTION_DOWN))
                .isEmpty());
    if (wanted.isEmpty()) {
      return;
    }
    store.read(
        Logs.ERRORS,
        run,
        ticks.positionBefore(wanted.first()),
        store.head(),
        row -> {
          if (wanted.contains(row.writtenAt()) && !row.isRetracted()) {
            noteStore(LogCodec.read(Logs.ERRORS, row));
          }
        });
  }

  private void noteStore(ErrorRecord row) {
    if (row.stage().equals(StageRuns.DETECTION) && row.kind().equals(StageFailure.KIND)) {
      stores
          .computeIfAbsent(row.writtenAt(), k -> new HashMap<>())
          .put(StoreId.of(StageFailure.about(row)), thrown(row.message()));
    }
  }

  private static RecordedFailure thrown(String message) {
    return new RecordedFailure(
        ModelEdge.FAILED, message.startsWith(THREW) ? message.substring(THREW.length()) : message);
  }

  /** {@return whether a tick cannot run as if nothing had ever failed} */
  boolean concern(Instant tick) {
    return !unsaid.isEmpty() || !ticks.troubled(tick, tick).isEmpty() || !ticks.isWell(tick);
  }

  /** {@return how a call failed at a tick, if it did} */
  Optional<RecordedFailure> call(Instant tick, Call call) {
    return Optional.ofNullable(calls.getOrDefault(tick, Map.of()).get(call));
  }

  /** {@return about which steps of a series baseline models failed, at any tick} */
  List<Unsaid> unsaid(SeriesId series) {
    return unsaid.getOrDefault(series, List.of());
  }

  /** {@return whether a baseline model rested at the tick, up to one, that first saw a step} */
  boolean rested(Instant stepEnd, Instant tick) {
    return ticks.isBaselineResting(stepEnd, tick);
  }

  /** {@return how detection of each store failed at a tick} */
  Map<StoreId, RecordedFailure> stores(Instant tick) {
    return stores.getOrDefault(tick, Map.of());
  }

  /** {@return whether nothing of the detection of a store failed at a tick} */
  boolean isWell(Instant tick, StoreId store) {
    return !stores(tick).containsKey(store)
        && calls.getOrDefault(tick, Map.of()).keySet().stream()
            .filter(call -> !call.route().equals(ModelEdge.SHADOW))
            .noneMatch(call -> call.about() instanceof SeriesId of && of.store().equals(store));
  }

  /** {@return how a stage after detection failed at a tick, if it did} */
  Optional<RecordedFailure> stage(Instant tick, String stage) {
    return ticks
        .trouble(tick, stage)
        .filter(r -> r.outcome() == StageOutcome.FAILED)
        .flatMap(StageRun::message)
        .map(PastFaults::thrown);
  }

  /** {@return the reports of the pairs of which a call failed at a tick} */
  Set<ReportId> unpaired(Instant tick) {
    Set<ReportId> reports = new HashSet<>();
    for (Call call : calls.getOrDefault(tick, Map.of()).keySet()) {
      if (call.about() instanceof ReportPair pair) {
        reports.add(pair.one());
        reports.add(pair.other());
      }
    }
    return reports;
  }
}
