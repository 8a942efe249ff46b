package org.minorityreport.core.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.rehearsal.DryRun;
import org.minorityreport.api.rehearsal.LogComparison;
import org.minorityreport.api.rehearsal.Rehearsal;
import org.minorityreport.api.rehearsal.Replay;
import org.minorityreport.api.rehearsal.ReplayOutcome;
import org.minorityreport.api.rehearsal.ReplayProgress;
import org.minorityreport.api.rehearsal.RowDifference;
import org.minorityreport.api.rehearsal.SourceChange;
import org.minorityreport.api.stage.Settings;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.model.ChosenModel;
import org.minorityreport.core.model.ModelChoice;
import org.minorityreport.core.run.RunSetup;

/**
 * Runs ticks again from source, with the settings, models and inputs of a system, and compares what
 * they write with the logs. The logs are only read. Thread-safe; each call works for itself.
 */
public final class Rehearsals {
  private final RunSetup setup;

  /**
   * Rehearsals of what a system runs.
   *
   * @param setup what it is made of
   */
  public Rehearsals(RunSetup setup) {
    this.setup = Objects.requireNonNull(setup, "setup");
  }

  /**
   * Makes a report again: all stages over the ticks of the run up to the report's last one.
   *
   * @param report the report
   * @param progress is told of each tick
   * @return how it compares
   * @throws UsageException if the run has no ticks or no row about the report stands
   */
  public Replay replay(ReportId report, ReplayProgress progress) {
    CommitPosition upTo = setup.logs().head();
    RunId run = setup.run();
    Predicate<StoredRow> about = row -> row.subject().filter(report.value()::equals).isPresent();
    Instant last =
        tickLogs().stream()
            .flatMap(log -> rows(setup.logs(), log, run, upTo, about).values().stream())
            .map(StoredRow::writtenAt)
            .max(Comparator.naturalOrder())
            .orElseThrow(() -> nothingStands(report));
    List<Instant> ticks = ticks(run, upTo).stream().filter(tick -> !tick.isAfter(last)).toList();
    try (LogStore scratch = LogStores.inMemory(setup.clock())) {
      runAgain(run, upTo, ticks, scratch, progress);
      List<LogComparison> logs = compare(run, upTo, scratch, about);
      List<SourceChange> changes = sourceChanges(run, upTo, last, scratch);
      String store = store(report, run, upTo);
      List<SourceChange> ordered = new ArrayList<>(changes);
      ordered.sort(Comparator.comparing(change -> !change.item().equals(store)));
      Optional<RowDifference> first = first(logs);
      return Replay.builder()
          .reportId(report)
          .runId(run)
          .position(upTo.value())
          .ticks(ticks.size())
          .rows(logs.stream().mapToInt(Rehearsals::rows).sum())
          .outcome(outcome(first, changes))
          .firstDifference(first)
          .sourceChanges(ordered)
          .configLogged(configuration(setup.logs(), run, upTo))
          .configReplayed(configuration(scratch, run, scratch.head()))
          .build();
    }
  }

  /**
   * Makes a whole run again, in memory.
   *
   * @param run the line of work
   * @param progress is told of each tick
   * @return how it compares
   * @throws UsageException if the run has no ticks
   */
  public Rehearsal rehearse(RunId run, ReplayProgress progress) {
    try (LogStore scratch = LogStores.inMemory(setup.clock())) {
      return rehearse(run, scratch, progress);
    }
  }

  /**
   * Makes a whole run again.
   *
   * @param run the line of work
   * @param scratch an empty store for what is made, which stays the caller's
   * @param progress is told of each tick
   * @return how it compares
   * @throws UsageException if the run has no ticks, or the scratch store is not empty
   */
  public Rehearsal rehearse(RunId run, LogStore scratch, ReplayProgress progress) {
    if (!scratch.head().equals(CommitPosition.START)) {
      throw new UsageException(
          "the scratch store has commits up to position "
              + scratch.head()
              + "; a rehearsal needs an empty one");
    }
    CommitPosition upTo = setup.logs().head();
    List<Instant> ticks = ticks(run, upTo);
    runAgain(run, upTo, ticks, scratch, progress);
    return Rehearsal.builder()
        .runId(run)
        .position(upTo.value())
        .ticks(ticks.size())
        .logs(compare(run, upTo, scratch, row -> true))
        .logged(Figures.of(Hydration.hydrate(setup.logs(), run, AsOf.atPosition(upTo))))
        .replayed(Figures.of(Hydration.hydrate(scratch, run, AsOf.now())))
        .sourceChanges(sourceChanges(run, upTo, ticks.get(ticks.size() - 1), scratch))
        .configLogged(configuration(setup.logs(), run, upTo))
        .configReplayed(configuration(scratch, run, scratch.head()))
        .build();
  }

  private void runAgain(
      RunId run,
      CommitPosition upTo,
      List<Instant> ticks,
      LogStore scratch,
      ReplayProgress progress) {
    RunSetup again = with(run, scratch, setup.settings(), setup.chosen(), setup.choices());
    ReplayedRun.run(again, setup.logs(), upTo, ticks, progress);
  }

  private RunSetup with(
      RunId run,
      LogStore scratch,
      Settings settings,
      List<ChosenModel> chosen,
      Map<ModelRole, ModelChoice> choices) {
    return new RunSetup(
        run,
        setup.startedBy(),
        setup.inputs(),
        scratch,
        settings,
        chosen,
        choices,
        setup.clock(),
        setup.threads(),
        setup.retries(),
        setup.watch(),
        setup.governed());
  }

  /**
   * Tries a change of settings, models or their versions on the run of the system: all its ticks
   * are run again with it, in memory, each with the decisions of people that it saw.
   *
   * @param settings the settings to try
   * @param chosen the models to try, one per role
   * @param choices what was configured of them
   * @param progress is told of each tick
   * @return the reconcile difference; nothing is appended
   * @throws UsageException if the run has no ticks
   */
  public DryRun tryOut(
      Settings settings,
      List<ChosenModel> chosen,
      Map<ModelRole, ModelChoice> choices,
      ReplayProgress progress) {
    RunId run = setup.run();
    CommitPosition upTo = setup.logs().head();
    List<Instant> ticks = ticks(run, upTo);
    try (LogStore scratch = LogStores.inMemory(setup.clock())) {
      RunSetup changed = with(run, scratch, settings, chosen, choices);
      ReplayedRun.run(changed, setup.logs(), upTo, ticks, progress);
      DryRun.Builder result = DryRun.builder();
      result
          .runId(run)
          .position(upTo.value())
          .ticks(ticks.size())
          .configNow(configuration(setup.logs(), run, upTo))
          .configTried(configuration(scratch, run, scratch.head()));
      DryRuns.compare(
          result,
          Hydration.hydrate(setup.logs(), run, AsOf.atPosition(upTo)),
          Hydration.hydrate(scratch, run, AsOf.now()),
          setup.logs(),
          run,
          upTo);
      return result.build();
    }
  }

  private List<LogComparison> compare(
      RunId run, CommitPosition upTo, LogStore scratch, Predicate<StoredRow> wanted) {
    return tickLogs().stream()
        .map(
            log ->
                RowComparison.of(
                    log,
                    rows(setup.logs(), log, run, upTo, wanted),
                    rows(scratch, log, run, scratch.head(), wanted)))
        .toList();
  }

  private List<SourceChange> sourceChanges(
      RunId run, CommitPosition upTo, Instant last, LogStore scratch) {
    return SourceDigests.of(setup.logs(), run, upTo, last)
        .differences(SourceDigests.of(scratch, run, scratch.head(), last));
  }

  private List<Instant> ticks(RunId run, CommitPosition upTo) {
    List<Instant> ticks =
        rows(setup.logs(), Logs.STAGE_RUNS, run, upTo, row -> true).values().stream()
            .map(StoredRow::writtenAt)
            .distinct()
            .sorted()
            .toList();
    if (ticks.isEmpty()) {
      throw new UsageException(
          "run '"
              + run
              + "' has no ticks up to position "
              + upTo
              + "; runs that have rows: "
              + setup.logs().runs());
    }
    return ticks;
  }

  private UsageException nothingStands(ReportId report) {
    return new UsageException(
        "no row about "
            + report
            + " stands in run '"
            + setup.run()
            + "', so there is nothing to replay; look at its trail");
  }

  private String store(ReportId report, RunId run, CommitPosition upTo) {
    return rows(
            setup.logs(),
            Logs.REPORTS_DETECTED,
            run,
            upTo,
            row -> row.subject().filter(report.value()::equals).isPresent())
        .values()
        .stream()
        .findFirst()
        .map(row -> LogCodec.read(Logs.REPORTS_DETECTED, row).storeId().value())
        .orElse("");
  }

  private static ReplayOutcome outcome(Optional<RowDifference> first, List<SourceChange> changes) {
    if (first.isEmpty()) {
      return ReplayOutcome.EQUAL;
    }
    return changes.isEmpty() ? ReplayOutcome.DIFFERS : ReplayOutcome.SOURCE_CHANGED;
  }

  private static Optional<RowDifference> first(List<LogComparison> logs) {
    return logs.stream().flatMap(log -> log.firstDifference().stream()).min(RowComparison.ORDER);
  }

  private static int rows(LogComparison log) {
    return Math.toIntExact(log.equal() + log.missing() + log.extra() + log.different());
  }

  /** The configuration of the newest run of a stage. */
  private static String configuration(LogStore store, RunId run, CommitPosition upTo) {
    return rows(store, Logs.STAGE_RUNS, run, upTo, row -> true).values().stream()
        .max(Comparator.comparing(StoredRow::writtenAt).thenComparing(StoredRow::key))
        .map(row -> LogCodec.read(Logs.STAGE_RUNS, row))
        .map(StageRun::configId)
        .orElse("");
  }

  private static Map<String, StoredRow> rows(
      LogStore store, Log<?> log, RunId run, CommitPosition upTo, Predicate<StoredRow> wanted) {
    return StandingRows.of(store, log, run, upTo, wanted);
  }

  /** The logs that ticks write. What people and administrators say is not made again. */
  private static List<Log<?>> tickLogs() {
    List<Writer> ticking =
        List.of(
            Writer.DETECTION,
            Writer.CLUSTERING,
            Writer.ATTRIBUTION,
            Writer.COHORTING,
            Writer.RUNNER);
    return Logs.all().stream()
        .filter(log -> log.writers().stream().anyMatch(ticking::contains))
        .<Log<?>>map(log -> log)
        .toList();
  }
}
