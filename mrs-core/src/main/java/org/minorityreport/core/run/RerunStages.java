package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.model.ModelEdge;

/**
 * The rows of stage_runs_log of a tick that was run again for some stores only: what was said of
 * the whole tick, less what the rerun took back, plus what it made.
 */
final class RerunStages {
  private static final Map<String, List<Log<?>>> LOGS =
      Map.of(
          StageRuns.DETECTION,
          List.of(
              Logs.BASELINE_PREDICTIONS,
              Logs.CLASSIFIER_PREDICTIONS,
              Logs.REPORTS_DETECTED,
              Logs.REPORTS_ENDED),
          "clustering",
          List.of(Logs.REPORTS_CLUSTERED, Logs.CLUSTER_PREDICTIONS),
          "attribution",
          List.of(Logs.REPORTS_ATTRIBUTED, Logs.ATTRIBUTION_PREDICTIONS));

  private final StandingRows standing;
  private final Instant tick;
  private final Set<StoreId> folded;
  private final String inputDigest;

  RerunStages(StandingRows standing, Instant tick, Set<StoreId> folded, String inputDigest) {
    this.standing = standing;
    this.tick = tick;
    this.folded = folded;
    this.inputDigest = inputDigest;
  }

  /**
   * Puts rows about the whole tick in the place of those about some stores; of all stores only what
   * was refused of the inputs is kept, as inputs are not read again.
   */
  void amend(TickRows made, LogStore store, boolean allStores) {
    List<LogRow> partial = made.of(Logs.STAGE_RUNS);
    made.remove(Logs.STAGE_RUNS);
    List<String> keys = partial.stream().map(LogRow::key).toList();
    Map<String, StoredRow> before = store.latest(Logs.STAGE_RUNS, keys, store.head());
    List<StageRun> whole = new ArrayList<>();
    for (LogRow row : partial) {
      StageRun now = CanonicalJson.read(row.json(1), StageRun.class);
      Optional<StageRun> was =
          Optional.ofNullable(before.get(row.key())).map(r -> LogCodec.read(Logs.STAGE_RUNS, r));
      whole.add(was.map(w -> allStores ? withErrors(w, now) : whole(w, now)).orElse(now));
    }
    made.add(Logs.STAGE_RUNS, Writer.RUNNER, whole);
  }

  private static StageRun withErrors(StageRun was, StageRun now) {
    return StageRun.builder().from(now).rowsError(was.rowsError()).build();
  }

  private StageRun whole(StageRun was, StageRun now) {
    SortedMap<String, String> digests = new TreeMap<>(was.inputDigests());
    digests.replaceAll((source, digest) -> inputDigest);
    TreeSet<String> reasons = new TreeSet<>(was.degradedReasons());
    reasons.addAll(now.degradedReasons());
    StageRun.Builder whole = StageRun.builder().from(was).inputDigests(digests);
    if (now.stage().equals("cohorting")) {
      long in = now.rowsIn();
      return whole
          .rowsIn(in)
          .rowsOut(now.rowsOut())
          .calls(now.calls())
          .modelVersions(now.modelVersions())
          .outcome(outcome(was, in, reasons))
          .build();
    }
    long in = was.rowsIn();
    if (!now.stage().equals(StageRuns.DETECTION)) {
      in += now.rowsIn() - count(Logs.REPORTS_DETECTED);
      List<ModelCalls> calls = calls(was, now);
      whole.calls(calls).modelVersions(StageRuns.versions(calls));
    }
    long out = was.rowsOut() + now.rowsOut();
    for (Log<?> log : LOGS.getOrDefault(now.stage(), List.of())) {
      out -= count(log);
    }
    return whole
        .rowsIn(in)
        .rowsOut(out)
        .degradedReasons(in == 0 ? now.degradedReasons() : reasons)
        .outcome(outcome(was, in, reasons))
        .build();
  }

  private static StageOutcome outcome(StageRun was, long in, Set<String> reasons) {
    if (was.outcome() == StageOutcome.FAILED) {
      return StageOutcome.FAILED;
    }
    return in == 0
        ? StageOutcome.SKIPPED
        : reasons.isEmpty() ? StageOutcome.OK : StageOutcome.DEGRADED;
  }

  private long count(Log<?> log) {
    return ours(log).size();
  }

  private List<String> ours(Log<?> log) {
    return standing.keys(tick, log, m -> !m.isCorrection() && folded.contains(m.store()));
  }

  /** A call is a row of a prediction log, so what was called for the folded stores is known. */
  private List<ModelCalls> calls(StageRun was, StageRun now) {
    SortedMap<String, ModelCalls> sums = new TreeMap<>();
    was.calls().forEach(c -> sums.put(name(c), c));
    Log<?> log =
        now.stage().equals("clustering") ? Logs.CLUSTER_PREDICTIONS : Logs.ATTRIBUTION_PREDICTIONS;
    for (StoredRow row : standing.rows(log, ours(log))) {
      Map<String, Object> fields = new LinkedHashMap<>(CanonicalJson.fields(row.json()));
      String name =
          fields.get("role")
              + " "
              + fields.get("model_name")
              + " "
              + fields.get("model_version")
              + " "
              + fields.get("route");
      boolean ok =
          ModelEdge.OK.equals(fields.get("outcome"))
              || ModelEdge.LOW_QUALITY.equals(fields.get("outcome"));
      sums.computeIfPresent(name, (k, c) -> plus(c, ok ? -1 : 0, ok ? 0 : -1));
    }
    now.calls().forEach(c -> sums.merge(name(c), c, (a, b) -> plus(a, b.ok(), b.failed())));
    sums.values().removeIf(c -> c.ok() + c.failed() <= 0);
    return List.copyOf(sums.values());
  }

  private static String name(ModelCalls c) {
    return c.role() + " " + c.modelName() + " " + c.modelVersion() + " " + c.route();
  }

  private static ModelCalls plus(ModelCalls calls, long ok, long failed) {
    return ModelCalls.builder()
        .from(calls)
        .ok(Math.max(0, calls.ok() + ok))
        .failed(Math.max(0, calls.failed() + failed))
        .build();
  }
}
