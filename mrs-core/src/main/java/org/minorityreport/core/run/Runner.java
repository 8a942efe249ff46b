package org.minorityreport.core.run;

import java.time.Instant;
import java.time.InstantSource;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.record.ModelRegistration;
import org.minorityreport.api.record.RunStarted;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.api.value.Rules;
import org.minorityreport.core.decision.PeopleHistory;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.inheritance.InheritedDecisions;
import org.minorityreport.core.input.Corrections;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.library.LibraryRows;
import org.minorityreport.core.model.Models;
import org.minorityreport.core.registry.ModelRegistry;
import org.minorityreport.core.work.Workers;

/**
 * Runs the ticks of one run, one after the other: a tick is one commit. Thread-safe; ticks wait for
 * each other.
 */
public final class Runner implements AutoCloseable {
  /** The kind of the configuration in settings_log. */
  private static final String CONFIGURATION = "configuration";

  private final RunSetup setup;
  private final LogStore store;
  private final RunId run;
  private final InstantSource clock;
  private final RunConfiguration configuration;
  private final Workers workers;
  private final TickPipeline pipeline;
  private final ModelService service;
  private final StoreDetections detections;
  private final PeopleHistory people;
  private final Sources sources;
  private final Retrying sinks;
  private final TickIndex ticks;
  private final RunState state;
  private final Stages stages;
  private final Object rereviewing = new Object();
  private final BackFill backFill;
  private final @Nullable Finalisations finalisations;
  private final @Nullable AutoApprovals approvals;
  private boolean introduced;
  private boolean areApprovalsMadeUp;
  private CommitPosition rereviewed = CommitPosition.START; // guarded by rereviewing

  /**
   * A runner that goes on where the logs of its run end.
   *
   * @param setup what it is made of
   */
  public Runner(RunSetup setup) {
    this(setup, view -> true);
  }

  /**
   * A runner that goes on where the logs of its run end.
   *
   * @param setup what it is made of
   * @param meetsGoals whether, as a view shows the run, freshness and share of errors meet their
   *     goals; else nothing is approved automatically (spec 7.5)
   */
  public Runner(RunSetup setup, Predicate<HydratedView> meetsGoals) {
    this(setup, Stages.OWN, List.of(), true, meetsGoals);
  }

  /**
   * A runner that runs ticks again in a store of their own.
   *
   * @param setup what it is made of
   * @param asRun how the stages fared at these ticks before: each sees again what it saw of what
   *     people did, and a source that was out is out
   */
  public Runner(RunSetup setup, List<StageRun> asRun) {
    this(
        setup,
        Stages.OWN,
        asRun,
        false,
        view -> true); // what people did lies before all ticks there
  }

  Runner(RunSetup setup, Stages stages, List<StageRun> asRun) {
    this(setup, stages, asRun, true, view -> true);
  }

  private Runner(
      RunSetup setup,
      Stages stages,
      List<StageRun> asRun,
      boolean finalises,
      Predicate<HydratedView> meetsGoals) {
    this.setup = setup;
    this.store = setup.logs();
    this.run = setup.run();
    this.clock = setup.clock();
    this.configuration = RunConfiguration.of(setup.settings(), setup.chosen(), setup.choices());
    this.workers = new Workers(setup.threads());
    Models models = setup.models();
    this.service = ModelService.of(models, setup.chosen());
    DetectionSettings settings = setup.settings().detection();
    this.people = new PeopleHistory(store, run, StoreDetections.history(models, settings));
    Pipelines pipelines = new Pipelines(run, configuration, service, stages, workers, people);
    this.detections = pipelines.detections();
    this.sources = new Sources(run, setup.inputs(), Retrying.sources(setup.retries()));
    this.sinks = Retrying.sinks(setup.retries());
    asRun.forEach(sources::note);
    asRun.forEach(people::remember);
    this.ticks = TickIndex.of(store, run, sources, people, service);
    this.pipeline = pipelines.today(detections, new Recall(store, run, ticks));
    this.state = new RunState(setup, pipelines, detections, pipeline, ticks, sources);
    this.backFill =
        new BackFill(
            run, store, sinks, sources, people, service, detections, pipeline, ticks, state);
    this.stages = stages;
    this.finalisations = finalises ? new Finalisations(store, run, sinks) : null;
    String attribution = models.attribution().primary().info().id();
    this.approvals =
        finalises ? new AutoApprovals(store, run, ticks, attribution, sinks, meetsGoals) : null;
    checkConfiguration();
  }

  /**
   * Runs a tick. A tick that was run before is run again: it appends nothing where nothing changed.
   *
   * @param tick the moment at which to look at the data
   * @return what became of it
   * @throws UsageException if the tick lies before the newest one and was never run
   * @throws org.minorityreport.api.error.InvalidInputException if the inputs were read and cannot
   *     be used; nothing is appended
   */
  public synchronized TickReport tick(Instant tick) {
    makeUpApprovals();
    Optional<Instant> newest = ticks.newest();
    boolean again = ticks.has(tick);
    if (!again && newest.filter(tick::isBefore).isPresent()) {
      throw new UsageException(
          "tick "
              + tick
              + " lies before the newest tick "
              + newest.get()
              + " of run '"
              + run
              + "' and was never run; ticks go forward: start a new run to have it");
    }
    if (again) {
      return again(new TreeSet<>(List.of(tick)), false);
    }
    return sources.at(tick, state.last(), read -> next(tick, read));
  }

  /** A process may have ended between a tick and its approvals. */
  private void makeUpApprovals() {
    if (approvals == null || areApprovalsMadeUp) {
      return;
    }
    areApprovalsMadeUp = true;
    Optional<Instant> newest = ticks.newest();
    if (newest.isPresent() && approvals.isAny()) {
      approvals.run(newest.get(), ticks.positionOf(newest.get()));
      finalise();
    }
  }

  private TickReport next(Instant tick, TickInputs read) {
    finalise(); // what a process that ended had not come to: ticks are told what was confirmed
    boolean missing = read.failure() != null;
    InputSnapshot data = read.snapshot();
    Corrections changes = missing ? Corrections.NONE : state.corrections(data);
    RunState.Rerun rerun = state.rerun(changes, new TreeSet<>(), data, false);
    RunCarry carry = missing ? state.last() : state.carry(data, changes, rerun);
    // What was run again is not in the store yet, and the events of old reports are looked up
    // there.
    TickPipeline now = rerun.rows().map(pipeline::after).orElse(pipeline);
    return append(tick, read, carry, now.apply(tick, read, carry), rerun, changes);
  }

  /** Appends a new tick, with the ticks that were run again for it, as one commit. */
  private TickReport append(
      Instant tick,
      TickInputs read,
      RunCarry carry,
      TickOutcome outcome,
      RunState.Rerun rerun,
      Corrections changes) {
    TickRows rows = new TickRows();
    rerun.rows().ifPresent(rows::addAll);
    rows.addAll(outcome.rows());
    state.reconcile(tick, rerun, outcome.rows(), rows);
    CommitPosition head = store.head();
    AppendResult result = append(tick, rows);
    state.advance(read, carry, outcome.carry());
    state.appended(tick, head, result, rows);
    if (approvals != null) {
      approvals.run(tick, result.position());
    }
    finalise();
    return outcome.report(tick, result, changes);
  }

  /**
   * Runs new ticks one after the other. The series of each store are folded over many of them in
   * one pass where all of them look at one snapshot, as in a back-fill, and the disk is waited for
   * once for many; the rows are the same.
   *
   * @param wanted moments, each later than the one before and than the newest tick
   * @return what became of each
   * @throws UsageException as {@link #tick} does
   */
  public synchronized List<TickReport> ticks(List<Instant> wanted) {
    List<TickReport> reports = new ArrayList<>();
    while (reports.size() < wanted.size()) {
      reports.add(tick(wanted.get(reports.size())));
      if (approvals == null || !approvals.isAny()) { // a policy looks at each tick
        reports.addAll(backFill.run(wanted.subList(reports.size(), wanted.size())));
      }
    }
    return reports;
  }

  /**
   * Runs all ticks from a moment on again, for all stores, over the data of today: what was
   * corrected long ago is taken up.
   *
   * @param from the moment
   * @return what became of it, under the newest tick
   * @throws UsageException if no tick lies there
   */
  public synchronized TickReport rerun(Instant from) {
    return again(from(from), false);
  }

  /**
   * Runs all ticks from a moment on again as {@link #rerun} does, and asks anew what failed at
   * them: sources, models and stages that are well now heal the rows of those ticks (spec 2.7).
   *
   * @param from the moment
   * @return what became of it, under the newest tick
   * @throws UsageException if no tick lies there
   */
  public synchronized TickReport heal(Instant from) {
    return again(from(from), true);
  }

  private NavigableSet<Instant> from(Instant moment) {
    NavigableSet<Instant> wanted = new TreeSet<>(ticks.all().tailSet(moment, true));
    if (wanted.isEmpty()) {
      throw new UsageException("run '" + run + "' has no tick at " + moment + " or later");
    }
    return wanted;
  }

  /**
   * Looks again at closed reports about which something became known that their proposals could not
   * know, oldest first.
   *
   * @param most how many reports at most, 1 or more
   * @return what became of it; nothing before the first tick
   */
  public RereviewReport rereview(int most) {
    return rereview(most, () -> true);
  }

  /**
   * Looks at reports again while health is good. Ticks do not wait for it: it has ticks and people
   * of its own, read from the logs, and what it made is dropped if a tick came in between.
   *
   * @param most how many reports at most, 1 or more
   * @param isHealthy whether it is; only asked if stages and sources were there at the newest tick
   * @return what became of it; nothing before the first tick
   */
  public RereviewReport rereview(int most, BooleanSupplier isHealthy) {
    Rules.check(most >= 1, "most", most, "1 or more");
    synchronized (rereviewing) {
      Models models = setup.models();
      PeopleHistory known =
          new PeopleHistory(
              store, run, StoreDetections.history(models, setup.settings().detection()));
      TickIndex past =
          TickIndex.of(
              store,
              run,
              new Sources(run, setup.inputs(), Retrying.sources(setup.retries())),
              known,
              ModelService.of(models, setup.chosen()));
      Optional<Instant> newest = past.newest();
      if (newest.isEmpty()) {
        return new RereviewReport(true, List.of(), List.of(), 0);
      }
      Rereviews rereviews =
          new Rereviews(
              store,
              run,
              past,
              known,
              stages,
              commit -> appendUnder(newest.get(), commit),
              models,
              setup.settings().attribution(),
              rereviewed);
      RereviewReport report = rereviews.run(newest.get(), most, isHealthy);
      rereviewed = rereviews.settled();
      return report;
    }
  }

  /** Appends what was made as of a tick, if that is still the newest. */
  private synchronized boolean appendUnder(Instant tick, Commit commit) {
    boolean isNewest = ticks.newest().equals(Optional.of(tick));
    if (isNewest) {
      sinks.call(() -> store.append(commit));
    }
    return isNewest;
  }

  /** Runs ticks again, and those that a correction asks for, as one commit. */
  private TickReport again(NavigableSet<Instant> wanted, boolean heal) {
    Instant newest = ticks.newest().orElseThrow();
    InputSnapshot data = sources.today(newest);
    Corrections changes = state.corrections(data);
    RunState.Rerun rerun = state.rerun(changes, wanted, data, heal);
    TickRows rows = new TickRows();
    rerun.rows().ifPresent(rows::addAll);
    state.addDays(newest, changes, rows);
    state.reconcile(newest, rerun, new TickRows(), rows);
    AppendResult result = append(newest, rows);
    state.ranAgain(data, changes, rerun, rows);
    finalise();
    return new TickReport(
        wanted.last(), result, rerun.reports(), rerun.events(), changes.taken(), changes.tooOld());
  }

  private AppendResult append(Instant tick, TickRows rows) {
    if (!introduced) {
      introduce(tick, rows);
    }
    Commit commit = Commit.of(rows.slices());
    AppendResult result = sinks.call(() -> store.append(commit));
    introduced = true;
    return result;
  }

  /**
   * Appends what new acts of people and new ticks come to (spec 4.5). To be called after every
   * commit of acts; ticks do it by themselves. Does not wait for a tick in progress. Nothing is
   * lost if it is not called: the next call takes all that is new, one commit after the other.
   */
  public void finalise() {
    if (finalisations != null) {
      finalisations.run();
    }
  }

  @Override
  public void close() {
    if (finalisations != null) {
      finalisations.close();
    }
    if (approvals != null) {
      approvals.close();
    }
    workers.close();
  }

  /** The rows of the run itself, unless the logs have them: asked at the first tick of a runner. */
  private void introduce(Instant tick, TickRows rows) {
    Instant now = clock.instant();
    if (store.count(Logs.RUNS, run, store.head()) == 0) {
      rows.add(Logs.RUNS, Writer.ADMINISTRATION, List.of(started(now)));
    }
    List<ModelRegistration> models =
        new ModelRegistry(store, run, clock).introduced(setup.chosen(), setup.startedBy(), now);
    if (!models.isEmpty()) {
      rows.add(Logs.MODEL_REGISTRY, Writer.LIFECYCLE, models);
    }
    if (configured().filter(configuration.id()::equals).isEmpty()) {
      rows.add(Logs.SETTINGS, Writer.ADMINISTRATION, List.of(setting(tick, now)));
    }
    ClusterModel model = setup.models().cluster().primary();
    rows.add(Logs.CLUSTER_LIBRARY, Writer.LIFECYCLE, LibraryRows.first(store, run, model, tick));
  }

  /**
   * Folding earlier ticks again takes the configuration they had, so a run keeps the one it has.
   */
  private void checkConfiguration() {
    String before = configured().orElse(configuration.id());
    if (ticks.newest().isPresent() && !before.equals(configuration.id())) {
      throw new UsageException(
          "run '"
              + run
              + "' has ticks with configuration "
              + before
              + ", which settings_log holds; now it is "
              + configuration.id()
              + ": start a new run to have other settings or models");
    }
  }

  /** The configuration that the logs name last. */
  private Optional<String> configured() {
    List<String> versions = new ArrayList<>();
    store.read(
        Logs.SETTINGS,
        run,
        CommitPosition.START,
        store.head(),
        row -> {
          SettingRecord setting = LogCodec.read(Logs.SETTINGS, row);
          if (setting.kind().equals(CONFIGURATION)) {
            versions.add(setting.settingVersion());
          }
        });
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  private RunStarted started(Instant now) {
    RunStarted.Builder row = RunStarted.builder();
    if (store instanceof InheritedDecisions inheriting) {
      row.parent(inheriting.parent()).parentCut(inheriting.cut());
    }
    return row.runId(run)
        .writtenAt(now)
        .currency(sources.known().currency())
        .governed(setup.governed())
        .configuration(configuration.json())
        .configurationDigest(configuration.digest())
        .tzdata(ZoneRulesProvider.getVersions("UTC").lastKey())
        .startedBy(setup.startedBy())
        .build();
  }

  private SettingRecord setting(Instant tick, Instant now) {
    return SettingRecord.builder()
        .runId(run)
        .writtenAt(now)
        .kind(CONFIGURATION)
        .name("run")
        .settingVersion(configuration.id())
        .body(configuration.json())
        .owner(setup.startedBy())
        .validFrom(tick)
        .build();
  }
}
