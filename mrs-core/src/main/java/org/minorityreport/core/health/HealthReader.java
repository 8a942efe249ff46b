package org.minorityreport.core.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.minorityreport.api.health.Health;
import org.minorityreport.api.health.HealthSettings;
import org.minorityreport.api.health.LogHealth;
import org.minorityreport.api.health.Objective;
import org.minorityreport.api.health.ObjectiveHealth;
import org.minorityreport.api.health.Rate;
import org.minorityreport.api.health.ReviewHealth;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReportFacet;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;

/**
 * Reads the health of a run from its logs, as of any moment (spec 8.3). Thread-safe; holds no state
 * of its own. {@link Health#isGood()} is what automatic approval and re-review ask.
 */
public final class HealthReader {
  private static final String UNKNOWN = "unknown";

  private final LogStore store;
  private final RunId run;
  private final HealthSettings settings;

  /**
   * The health of a run.
   *
   * @param store the logs
   * @param run the line of work
   * @param settings goals and windows
   */
  public HealthReader(LogStore store, RunId run, HealthSettings settings) {
    this.store = Objects.requireNonNull(store, "store");
    this.run = Objects.requireNonNull(run, "run");
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * The health at some moment, hydrated for this call.
   *
   * @param asOf what was known, and about which ticks
   * @param now the wall time to which ages by the wall clock are given
   * @return the health
   * @throws org.minorityreport.api.error.UsageException if there is no such tag, or the position
   *     lies after the newest commit
   */
  public Health at(AsOf asOf, Instant now) {
    return of(Hydration.hydrate(store, run, asOf), asOf.tick(), now);
  }

  /**
   * The health of a view.
   *
   * @param view reports and events of this run
   * @param lastTick the last tick that the view looks at; empty for all
   * @param now the wall time to which ages by the wall clock are given
   * @return the health as of the position of the view
   */
  public Health of(HydratedView view, Optional<Instant> lastTick, Instant now) {
    CommitPosition upTo = view.reports().refreshSeq();
    LogReading logs = new LogReading(store, run, upTo, lastTick);
    StageHistory stages = StageHistory.read(logs, settings.window());
    Optional<Instant> tick = stages.newestTick();
    ReviewHealth review = ReviewReading.read(logs, view, tick);
    List<MinorityReport> reports = view.reports().all();
    List<MinorityReport> open = reports.stream().filter(MinorityReport::isOpen).toList();
    Rate withCluster = share(open, r -> r.clusterId().isPresent());
    Rate withCause = share(open, r -> !r.proposedCause().orElse(UNKNOWN).equals(UNKNOWN));
    Objectives objectives =
        new Objectives(
            settings,
            stages,
            reports,
            logs.rows(Logs.ERRORS, Instant.MIN).stream().map(r -> r.writtenAt()).toList(),
            tick.orElse(Instant.EPOCH));
    List<ObjectiveHealth> goals = objectives.all(withCluster, withCause, review);
    Health.Builder health =
        Health.builder()
            .runId(run)
            .position(upTo.value())
            .tick(tick)
            .observedAt(now)
            .logs(logs(logs, stages))
            .reportsByStatus(byStatus(reports))
            .openReports(open.size())
            .withCluster(withCluster)
            .withCause(withCause)
            .degraded(share(open, MinorityReport::isDegraded))
            .errors(objectives.errors())
            .silentStores(silent(logs))
            .review(review)
            .objectives(goals)
            .troubles(troubles(stages, goals));
    Health read = health.build();
    return health.readings(readings(read)).build();
  }

  private static Rate share(List<MinorityReport> of, Predicate<MinorityReport> counted) {
    return Rate.of(of.stream().filter(counted).count(), of.size());
  }

  private static List<LogHealth> logs(LogReading logs, StageHistory stages) {
    List<LogHealth> all = new ArrayList<>();
    for (Log<?> log : Logs.all()) {
      long rows = logs.count(log);
      if (rows > 0) {
        Optional<String> stage = stage(log);
        LogHealth.Builder health = LogHealth.builder();
        health.log(log.wireName()).rows(rows).lastCommit(logs.lastCommit(log));
        stage.ifPresent(s -> health.ticksBehind(stages.ticksBehind(s)));
        all.add(health.build());
      }
    }
    return all;
  }

  /** The stage that writes a log at every tick, as stage_runs_log names it. */
  private static Optional<String> stage(Log<?> log) {
    List<Writer> stages =
        List.of(Writer.DETECTION, Writer.CLUSTERING, Writer.ATTRIBUTION, Writer.COHORTING);
    return stages.stream()
        .filter(writer -> log != Logs.ERRORS && log.writers().contains(writer))
        .map(writer -> writer.name().toLowerCase(Locale.ROOT))
        .findFirst();
  }

  private static SortedMap<String, Long> byStatus(List<MinorityReport> reports) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (MinorityReport report : reports) {
      counts.merge(ReportFacet.STATUS.valueIn(report).orElseThrow(), 1L, Long::sum);
    }
    return counts;
  }

  /** The newest row of each source tells which of its stores are silent. */
  private static List<StoreId> silent(LogReading logs) {
    SortedMap<String, List<StoreId>> bySource = new TreeMap<>();
    SortedMap<String, Instant> newest = new TreeMap<>();
    logs.standing(Logs.INPUTS, Instant.MIN)
        .forEach(
            row -> {
              Instant known = newest.get(row.source());
              if (known == null || !row.writtenAt().isBefore(known)) {
                newest.put(row.source(), row.writtenAt());
                bySource.put(row.source(), row.silentStores());
              }
            });
    NavigableSet<StoreId> silent = new TreeSet<>();
    bySource.values().forEach(silent::addAll);
    return List.copyOf(silent);
  }

  private List<String> troubles(StageHistory stages, List<ObjectiveHealth> goals) {
    NavigableSet<String> troubles = new TreeSet<>();
    if (stages.newestTick().isEmpty()) {
      troubles.add("no tick has run");
      return List.copyOf(troubles);
    }
    for (StageRun row : stages.atNewestTick()) {
      if (row.outcome() == StageOutcome.FAILED) {
        troubles.add(row.stage() + " failed");
      }
      row.degradedReasons().stream()
          .filter(code -> code.endsWith("_missing") || code.endsWith("_down"))
          .forEach(troubles::add);
      int behind = stages.ticksBehind(row.stage());
      if (behind > settings.mostTicksBehind()) {
        troubles.add(row.stage() + " is " + behind + " ticks behind");
      }
    }
    if (goals.stream()
        .anyMatch(
            goal -> goal.objective() == Objective.ERRORS && goal.burnRateLately().orElse(0) > 1)) {
      troubles.add("too many errors lately");
    }
    return List.copyOf(troubles);
  }

  private static SortedMap<String, Double> readings(Health health) {
    SortedMap<String, Double> readings = new TreeMap<>();
    readings.put("open_reports", (double) health.openReports());
    share(readings, "with_cluster", health.withCluster().share());
    share(readings, "with_cause", health.withCause().share());
    share(readings, "degraded", health.degraded().share());
    share(readings, "errors", health.errors().share());
    readings.put("silent_stores", (double) health.silentStores().size());
    readings.put("troubles", (double) health.troubles().size());
    health.logs().stream()
        .map(LogHealth::ticksBehind)
        .filter(OptionalInt::isPresent)
        .mapToInt(OptionalInt::getAsInt)
        .max()
        .ifPresent(behind -> readings.put("ticks_behind", (double) behind));
    health.logs().stream()
        .flatMap(log -> log.lastCommit().stream())
        .max(Instant::compareTo)
        .map(last -> Duration.between(last, health.observedAt()).toMillis() / 60_000.0)
        .ifPresent(minutes -> readings.put("minutes_since_commit", minutes));
    ReviewHealth review = health.review();
    readings.put("backlog", (double) review.backlog());
    review.oldest().ifPresent(age -> readings.put("backlog_age_hours", age.toSeconds() / 3600.0));
    share(readings, "automatic_approvals", review.automatic().share());
    for (ObjectiveHealth goal : health.objectives()) {
      share(readings, "burn_rate." + goal.objective().wireName(), goal.burnRate());
      share(readings, "burn_rate_lately." + goal.objective().wireName(), goal.burnRateLately());
    }
    return readings;
  }

  private static void share(SortedMap<String, Double> readings, String name, OptionalDouble value) {
    value.ifPresent(v -> readings.put(name, v));
  }
}
