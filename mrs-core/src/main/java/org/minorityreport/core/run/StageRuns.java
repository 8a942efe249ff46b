package org.minorityreport.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.stage.AttributionResult;
import org.minorityreport.api.stage.ClusteringResult;
import org.minorityreport.api.stage.CohortingResult;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.core.identity.Digests;

/** The rows of stage_runs_log of one tick. */
final class StageRuns {
  /** The stage whose rows say which ticks a run has. */
  static final String DETECTION = "detection";

  private final RunId run;
  private final Instant tick;
  private final String configId;
  private final String source;
  private String inputDigest = "";
  private final List<StageRun> rows = new ArrayList<>();

  StageRuns(RunId run, Instant tick, String configId, String source) {
    this.run = run;
    this.tick = tick;
    this.configId = configId;
    this.source = source;
  }

  List<StageRun> rows() {
    return rows;
  }

  void detection(StoreDetections.Detected detected, int refused) {
    StringBuilder digests = new StringBuilder();
    detected
        .digests()
        .forEach((store, d) -> digests.append(store).append('|').append(d).append('\n'));
    inputDigest = Digests.sha256Hex(digests.toString().getBytes(UTF_8));
    long out = 0;
    List<ModelCalls> calls = new ArrayList<>();
    for (DetectionResult result : detected.byStore().values()) {
      out +=
          result.detected().size()
              + result.ended().size()
              + result.baselinePredictions().size()
              + result.classifierPredictions().size();
      calls.addAll(result.calls());
    }
    add(DETECTION, detected.series(), out, refused, calls, new TreeSet<>());
  }

  void clustering(int in, ClusteringResult result) {
    long out = (long) result.clustered().size() + result.predictions().size();
    add("clustering", in, out, 0, result.calls(), new TreeSet<>());
  }

  void attribution(int in, AttributionResult result) {
    SortedSet<String> reasons = new TreeSet<>();
    result.attributed().forEach(r -> reasons.addAll(r.degradedReasons()));
    long out = (long) result.attributed().size() + result.predictions().size();
    add("attribution", in, out, 0, result.calls(), reasons);
  }

  void cohorting(int in, CohortingResult result, int events) {
    long out = (long) result.cohorted().size() + result.predictions().size() + events;
    add("cohorting", in, out, 0, result.calls(), new TreeSet<>());
  }

  private void add(
      String stage,
      long in,
      long out,
      long errors,
      List<ModelCalls> calls,
      SortedSet<String> reasons) {
    List<ModelCalls> summed = sum(calls);
    SortedMap<String, String> versions = new TreeMap<>();
    summed.forEach(c -> versions.put(c.role(), c.modelName() + "@" + c.modelVersion()));
    rows.add(
        StageRun.builder()
            .runId(run)
            .writtenAt(tick)
            .stage(stage)
            .outcome(outcome(in, reasons))
            .rowsIn(in)
            .rowsOut(out)
            .rowsError(errors)
            .modelVersions(versions)
            .calls(summed)
            .configId(configId)
            .putInputDigests(source, inputDigest)
            .degradedReasons(List.copyOf(reasons))
            .build());
  }

  private static StageOutcome outcome(long in, SortedSet<String> reasons) {
    if (!reasons.isEmpty()) {
      return StageOutcome.DEGRADED;
    }
    return in == 0 ? StageOutcome.SKIPPED : StageOutcome.OK;
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
