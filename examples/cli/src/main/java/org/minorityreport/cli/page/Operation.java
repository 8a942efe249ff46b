package org.minorityreport.cli.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.health.Health;
import org.minorityreport.api.health.ObjectiveHealth;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.json.CanonicalJson;

/** How the run itself went: stages, what was degraded and why, goals. */
record Operation(
    boolean good,
    List<String> troubles,
    List<StageLine> stages,
    List<Reason> reasons,
    List<GoalLine> goals,
    String silent) {
  static Operation of(
      LogStore logs, RunId run, CommitPosition to, List<MinorityReport> reports, Health health) {
    SortedMap<String, SortedMap<String, Integer>> outcomes = new TreeMap<>();
    SortedMap<String, Integer> ticks = new TreeMap<>();
    logs.read(
        Logs.STAGE_RUNS,
        run,
        CommitPosition.START,
        to,
        row -> {
          if (!row.isRetracted()) {
            StageRun stage = CanonicalJson.read(row.json(), StageRun.class);
            outcomes
                .computeIfAbsent(stage.stage(), s -> new TreeMap<>())
                .merge(stage.outcome().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
            stage.degradedReasons().forEach(reason -> ticks.merge(reason, 1, Integer::sum));
          }
        });
    List<StageLine> stages = new ArrayList<>();
    outcomes.forEach((stage, counts) -> stages.add(StageLine.of(stage, counts)));
    SortedMap<String, Integer> marked = new TreeMap<>();
    reports.forEach(
        report ->
            report.degradedReasons().forEach(reason -> marked.merge(reason, 1, Integer::sum)));
    marked.keySet().forEach(reason -> ticks.putIfAbsent(reason, 0));
    List<Reason> reasons = new ArrayList<>();
    ticks.forEach(
        (reason, count) ->
            reasons.add(
                new Reason(
                    reason,
                    meaning(reason),
                    Amounts.count(count, "tick", "ticks"),
                    Amounts.count(marked.getOrDefault(reason, 0), "report is", "reports are"))));
    return new Operation(
        health.isGood(),
        health.troubles(),
        stages,
        reasons,
        health.objectives().stream().map(GoalLine::of).toList(),
        health.silentStores().isEmpty()
            ? ""
            : health.silentStores().size() + " stores are silent: " + health.silentStores());
  }

  /** What a code stands for; {@code docs/errors.md} says more. */
  private static String meaning(String code) {
    int cut = code.lastIndexOf('_');
    String what = code.substring(0, Math.max(0, cut)).toLowerCase(Locale.ROOT);
    return switch (code.substring(cut + 1)) {
      case "fallback" -> "the fallback of the " + what + " model answered";
      case "missing" -> "the source of " + what + " failed, or there is none";
      case "down" -> "a stage, or the log that it writes, was out";
      default -> "";
    };
  }

  /** A stage and at how many ticks it ended how. */
  record StageLine(String stage, String ok, String degraded, String failed, String skipped) {
    static StageLine of(String stage, Map<String, Integer> counts) {
      return new StageLine(
          stage,
          count(counts, "ok"),
          count(counts, "degraded"),
          count(counts, "failed"),
          count(counts, "skipped"));
    }

    private static String count(Map<String, Integer> counts, String outcome) {
      return Amounts.count(counts.getOrDefault(outcome, 0));
    }
  }

  /** Why something was degraded, at how many ticks, and how many reports still are. */
  record Reason(String code, String meaning, String ticks, String reports) {}

  /** A goal and how it is met. */
  record GoalLine(String name, String goal, String reached, String note, boolean missed) {
    static GoalLine of(ObjectiveHealth health) {
      return new GoalLine(
          Palette.words(health.objective().wireName()),
          Amounts.percent(java.util.OptionalDouble.of(health.goal())),
          Amounts.percent(health.good().share()),
          health.note().orElse(""),
          health.isMissed());
    }
  }
}
