package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;

/** When each stage was due and when it failed, from stage_runs_log. Immutable once made. */
final class StageRuns {
  private final Map<Stage, NavigableMap<Instant, SourcedRow<StageRun>>> due =
      new EnumMap<>(Stage.class);
  private final NavigableMap<Instant, SourcedRow<StageRun>> detectionGaps = new TreeMap<>();

  StageRuns(LogFold<StageRun> log) {
    for (Stage stage : Stage.values()) {
      NavigableMap<Instant, SourcedRow<StageRun>> runs = new TreeMap<>();
      for (SourcedRow<StageRun> run : log.about(stage.wireName()).standing().since(Instant.MIN)) {
        if (run.row().outcome() != StageOutcome.SKIPPED) {
          runs.put(run.writtenAt(), run);
        }
      }
      due.put(stage, runs);
    }
    runs(Stage.DETECTION)
        .forEach(
            (tick, run) -> {
              if (!gapsOf(run.row()).isEmpty()) {
                detectionGaps.put(tick, run);
              }
            });
  }

  /**
   * The run of a stage that should have written a row about a report, and left none: it failed, or
   * the row got lost. A stage that has not run at a tick, or had nothing to do, is not due.
   *
   * @param stage the stage
   * @param ticks ticks with a row of detection about the report
   * @param completeAt the newest tick with a complete row of the stage
   * @return the newest such run
   */
  Optional<SourcedRow<StageRun>> withoutRow(
      Stage stage, NavigableSet<Instant> ticks, Optional<Instant> completeAt) {
    NavigableSet<Instant> later =
        completeAt.map(tick -> ticks.tailSet(tick, false)).orElse(ticks).descendingSet();
    Map<Instant, SourcedRow<StageRun>> runs = runs(stage);
    return later.stream().flatMap(tick -> Optional.ofNullable(runs.get(tick)).stream()).findFirst();
  }

  /**
   * The runs of detection that left something out, after a tick.
   *
   * @param tick the newest tick at which detection wrote about the report
   * @return the runs, oldest first
   */
  List<SourcedRow<StageRun>> detectionGapsAfter(Instant tick) {
    return List.copyOf(detectionGaps.tailMap(tick, false).values());
  }

  /** {@return the codes for reports that a run of detection left out} */
  static List<String> gapsOf(StageRun run) {
    List<String> said = run.degradedReasons().stream().filter(Stage.DETECTION::isGap).toList();
    return said.isEmpty() && run.outcome() == StageOutcome.FAILED
        ? List.of(Stage.DETECTION.down())
        : said;
  }

  private NavigableMap<Instant, SourcedRow<StageRun>> runs(Stage stage) {
    return due.getOrDefault(stage, new TreeMap<>());
  }
}
