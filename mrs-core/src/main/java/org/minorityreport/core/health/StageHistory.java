package org.minorityreport.core.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;

/** How the stages of a run fared over a window up to its newest tick. Immutable once read. */
final class StageHistory {
  static final String DETECTION = "detection";
  static final String ATTRIBUTION = "attribution";

  private final SortedMap<String, NavigableMap<Instant, StageRun>> byStage = new TreeMap<>();
  private final List<Instant> ticks;

  private StageHistory(List<StageRun> rows) {
    for (StageRun row : rows) {
      byStage.computeIfAbsent(row.stage(), s -> new TreeMap<>()).put(row.writtenAt(), row);
    }
    this.ticks = List.copyOf(of(DETECTION).keySet());
  }

  static StageHistory read(LogReading logs, Duration window) {
    Instant newest = logs.newest(Logs.STAGE_RUNS).orElse(null);
    return new StageHistory(
        newest == null ? List.of() : logs.standing(Logs.STAGE_RUNS, newest.minus(window)));
  }

  private NavigableMap<Instant, StageRun> of(String stage) {
    NavigableMap<Instant, StageRun> rows = byStage.get(stage);
    return rows == null ? new TreeMap<>() : rows;
  }

  Optional<Instant> newestTick() {
    return ticks.isEmpty() ? Optional.empty() : Optional.of(ticks.get(ticks.size() - 1));
  }

  /** What each stage did at the newest tick, by stage. */
  List<StageRun> atNewestTick() {
    List<StageRun> rows = new ArrayList<>();
    newestTick()
        .ifPresent(
            tick ->
                byStage
                    .values()
                    .forEach(runs -> Optional.ofNullable(runs.get(tick)).ifPresent(rows::add)));
    return rows;
  }

  /** How many ticks came after the last one at which a stage ran. */
  int ticksBehind(String stage) {
    NavigableMap<Instant, StageRun> runs = of(stage);
    int behind = 0;
    for (int i = ticks.size() - 1; i >= 0 && !ran(runs.get(ticks.get(i)), stage); i--) {
      behind++;
    }
    return behind;
  }

  private static boolean ran(@Nullable StageRun run, String stage) {
    return run != null
        && run.outcome() != StageOutcome.FAILED
        && (!stage.equals(DETECTION) || hadSales(run));
  }

  private static boolean hadSales(StageRun run) {
    return run.degradedReasons().stream()
        .noneMatch(code -> code.equals("SALES_missing") || code.equals("MRDL_down"));
  }

  /** Ticks from a moment on. */
  List<Instant> ticks(Instant from) {
    return ticks.stream().filter(t -> !t.isBefore(from)).toList();
  }

  /** Whether a stage ran at a tick. */
  boolean ran(String stage, Instant tick) {
    return ran(of(stage).get(tick), stage);
  }

  /** Rows that stages wrote at ticks from a moment on. */
  long rowsOut(Instant from) {
    return byStage.values().stream()
        .flatMap(runs -> runs.tailMap(from, true).values().stream())
        .mapToLong(StageRun::rowsOut)
        .sum();
  }

  /**
   * How long a tick comes after the one before, as a rule: the median; zero of fewer than two
   * ticks.
   */
  Duration cadence() {
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < ticks.size(); i++) {
      gaps.add(Duration.between(ticks.get(i - 1), ticks.get(i)));
    }
    gaps.sort(Duration::compareTo);
    return gaps.isEmpty() ? Duration.ZERO : gaps.get((gaps.size() - 1) / 2);
  }

  /** The newest tick before another at which detection ran; empty if none is known. */
  Optional<Instant> detectedBefore(Instant tick) {
    Instant earlier = of(DETECTION).lowerKey(tick);
    while (earlier != null && !ran(DETECTION, earlier)) {
      earlier = of(DETECTION).lowerKey(earlier);
    }
    return Optional.ofNullable(earlier);
  }

  /** The first tick from one on at which attribution ran; empty if it did not yet. */
  Optional<Instant> attributedFrom(Instant tick) {
    return of(ATTRIBUTION).tailMap(tick, true).keySet().stream()
        .filter(t -> ran(ATTRIBUTION, t))
        .findFirst();
  }
}
