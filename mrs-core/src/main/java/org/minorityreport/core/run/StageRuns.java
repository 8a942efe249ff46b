package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.stage.AttributionResult;
import org.minorityreport.api.stage.ClusteringResult;
import org.minorityreport.api.stage.CohortingResult;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.core.model.DegradationCodes;
import org.minorityreport.core.model.ModelEdge;

/** The rows of stage_runs_log of one tick. */
final class StageRuns {
  /** The stage whose rows say which ticks a run has. */
  static final String DETECTION = "detection";

  /** What attribution may lack although it had nothing to do. */
  private static final Set<String> SOURCES =
      Set.of(DegradationCodes.CAMPAIGNS_MISSING, DegradationCodes.CONTEXT_MISSING);

  private final RunId run;
  private final Instant tick;
  private final String configId;
  private final String source;
  private final SortedMap<String, Long> editsSeen;
  private final String inputDigest;
  private final List<StageRun> rows = new ArrayList<>();

  /**
   * No rows yet.
   *
   * @param inputDigest digest of what the tick could see of the sales
   */
  StageRuns(
      RunId run,
      Instant tick,
      String configId,
      String source,
      String inputDigest,
      SortedMap<String, Long> editsSeen) {
    this.run = run;
    this.tick = tick;
    this.configId = configId;
    this.source = source;
    this.inputDigest = inputDigest;
    this.editsSeen = editsSeen;
  }

  List<StageRun> rows() {
    return rows;
  }

  void detection(
      StoreDetections.Detected detected,
      int refused,
      boolean withoutDrivers,
      @Nullable String sourceFailure) {
    List<ModelCalls> calls = new ArrayList<>(detected.calls());
    long out = 0;
    long errors = (long) refused + detected.failures().size();
    SortedSet<String> reasons = new TreeSet<>(detected.gaps());
    for (DetectionResult result : detected.byStore().values()) {
      out +=
          result.detected().size()
              + result.ended().size()
              + result.baselinePredictions().size()
              + result.classifierPredictions().size();
      errors += result.errors().size();
      reasons.addAll(codes(result.detected()));
    }
    if (withoutDrivers) {
      reasons.add(DegradationCodes.DRIVERS_MISSING);
    }
    StageRun.Builder row = row(DETECTION, detected.series(), out, errors, calls, reasons);
    if (sourceFailure != null || detected.isDown()) {
      row.outcome(StageOutcome.FAILED)
          .message(
              Optional.ofNullable(sourceFailure)
                  .orElseGet(() -> detected.failures().get(0).message()));
    }
    rows.add(row.build());
  }

  void clustering(int in, ClusteringResult result) {
    long out = (long) result.clustered().size() + result.predictions().size();
    SortedSet<String> reasons = codes(result.clustered());
    rows.add(
        row(Stages.CLUSTERING, in, out, result.errors().size(), result.calls(), reasons).build());
  }

  /**
   * Attribution says what it lacked even if there was nothing to attribute: what is owed until that
   * is there again can then be told.
   */
  void attribution(int in, AttributionResult result, boolean campaigns, boolean contextEvents) {
    long out = (long) result.attributed().size() + result.predictions().size();
    SortedSet<String> reasons = codes(result.attributed());
    if (!campaigns) {
      reasons.add(DegradationCodes.CAMPAIGNS_MISSING);
    }
    if (!contextEvents) {
      reasons.add(DegradationCodes.CONTEXT_MISSING);
    }
    rows.add(
        row(Stages.ATTRIBUTION, in, out, result.errors().size(), result.calls(), reasons).build());
  }

  void cohorting(int in, CohortingResult result, int events) {
    long out = (long) result.cohorted().size() + result.predictions().size() + events;
    SortedSet<String> reasons = codes(result.cohorted());
    rows.add(
        row(Stages.COHORTING, in, out, result.errors().size(), result.calls(), reasons).build());
  }

  /** A stage that is down: it wrote nothing. */
  void failed(String stage, int in, String message) {
    rows.add(
        row(stage, in, 0, 1, List.of(), new TreeSet<>())
            .outcome(StageOutcome.FAILED)
            .message(message)
            .build());
  }

  private static SortedSet<String> codes(Collection<? extends ReportSpine> rows) {
    SortedSet<String> codes = new TreeSet<>();
    rows.forEach(row -> codes.addAll(row.degradedReasons()));
    return codes;
  }

  private StageRun.Builder row(
      String stage,
      long in,
      long out,
      long errors,
      List<ModelCalls> calls,
      SortedSet<String> reasons) {
    List<ModelCalls> summed = sum(calls);
    summed.stream()
        .filter(call -> call.ok() > 0 && call.route().equals(ModelEdge.FALLBACK))
        .forEach(call -> reasons.add(DegradationCodes.fallback(call.role())));
    StageRun.Builder row = StageRun.builder();
    row.runId(run)
        .writtenAt(tick)
        .stage(stage)
        .outcome(outcome(in, reasons))
        .rowsIn(in)
        .rowsOut(out)
        .rowsError(errors)
        .modelVersions(versions(summed))
        .editsSeen(editsSeen)
        .calls(summed)
        .configId(configId)
        .putInputDigests(source, inputDigest)
        .degradedReasons(List.copyOf(reasons));
    return row;
  }

  /** Of each role the model in service, unless only the fallback answered. */
  static SortedMap<String, String> versions(List<ModelCalls> calls) {
    SortedMap<String, String> versions = new TreeMap<>();
    for (ModelCalls call : calls) {
      String id = call.modelName() + "@" + call.modelVersion();
      if (call.ok() > 0 && call.route().equals(ModelEdge.PRIMARY)) {
        versions.put(call.role(), id);
      } else if (call.ok() > 0 && !call.route().equals(ModelEdge.SHADOW)) {
        versions.putIfAbsent(call.role(), id);
      }
    }
    return versions;
  }

  private static StageOutcome outcome(long in, SortedSet<String> reasons) {
    boolean idle = in == 0 && SOURCES.containsAll(reasons);
    if (idle) {
      return StageOutcome.SKIPPED;
    }
    return reasons.isEmpty() ? StageOutcome.OK : StageOutcome.DEGRADED;
  }

  private static List<ModelCalls> sum(List<ModelCalls> calls) {
    Comparator<ModelCalls> order =
        Comparator.comparing(ModelCalls::role)
            .thenComparing(ModelCalls::modelName)
            .thenComparing(ModelCalls::modelVersion)
            .thenComparing(ModelCalls::route);
    SortedMap<ModelCalls, ModelCalls> sums = new TreeMap<>(order);
    for (ModelCalls call : calls) {
      if (call.ok() + call.failed() > 0) {
        sums.merge(
            call,
            call,
            (a, b) ->
                ModelCalls.builder()
                    .from(a)
                    .ok(a.ok() + b.ok())
                    .failed(a.failed() + b.failed())
                    .build());
      }
    }
    return List.copyOf(sums.values());
  }
}
