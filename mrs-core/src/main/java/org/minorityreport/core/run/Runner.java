package org.minorityreport.core.run;

import java.time.Instant;
import java.time.InstantSource;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.RunStarted;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.model.Models;
import org.minorityreport.core.work.Workers;

/**
 * Runs the ticks of one run, one after the other: a tick is one commit. Thread-safe; ticks wait for
 * each other.
 */
public final class Runner implements AutoCloseable {
  private final RunSetup setup;
  private final LogStore store;
  private final RunId run;
  private final InstantSource clock;
  private final RunConfiguration configuration;
  private final Workers workers;
  private final TickPipeline pipeline;
  private final Sources sources;
  private final StandingRows standing;
  private final NavigableSet<Instant> ticks = new TreeSet<>();
  private RunCarry before = RunCarry.START;
  private RunCarry after = RunCarry.START;
  private boolean introduced;

  /**
   * A runner that goes on where the logs of its run end.
   *
   * @param setup what it is made of
   */
  public Runner(RunSetup setup) {
    this(setup, Stages.OWN);
  }

  Runner(RunSetup setup, Stages stages) {
    this.setup = setup;
    this.store = setup.logs();
    this.run = setup.run();
    this.clock = setup.clock();
    this.configuration = RunConfiguration.of(setup.settings(), setup.chosen(), setup.choices());
    this.workers = new Workers(setup.threads());
    Models models = setup.models();
    this.pipeline =
        new TickPipeline(
            run,
            configuration,
            models,
            stages,
            new StoreDetections(stages.detection(), setup.settings().detection(), models, workers));
    this.sources = new Sources(run, setup.inputs());
    this.standing = new StandingRows(store, run);
    store.read(Logs.STAGE_RUNS, run, CommitPosition.START, store.head(), this::note);
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
    boolean again = ticks.contains(tick);
    if (!again && !ticks.isEmpty() && tick.isBefore(ticks.last())) {
      throw new UsageException(
          "tick "
              + tick
              + " lies before the newest tick "
              + ticks.last()
              + " of run '"
              + run
              + "' and was never run; ticks go forward: start a new run to have it");
    }
    RunCarry carry = carryBefore(tick);
    TickOutcome outcome = apply(tick, carry);
    if (again) {
      standing.retractMissing(tick, outcome.rows());
    }
    if (!introduced) {
      introduce(tick, outcome.rows());
    }
    AppendResult result = store.append(Commit.of(outcome.rows().slices()));
    introduced = true;
    before = carry;
    after = outcome.carry();
    ticks.add(tick);
    return new TickReport(tick, result, outcome.reports(), outcome.events());
  }

  @Override
  public void close() {
    workers.close();
  }

  /** The carry of the newest tick before one: from the cache, or by folding forward to it. */
  private RunCarry carryBefore(Instant tick) {
    RunCarry carry = RunCarry.START;
    for (RunCarry cached : List.of(before, after)) {
      if (cached.tick().filter(t -> t.isBefore(tick)).isPresent()) {
        carry = cached;
      }
    }
    NavigableSet<Instant> missing =
        carry.tick().isPresent()
            ? ticks.subSet(carry.tick().get(), false, tick, false)
            : ticks.headSet(tick, false);
    for (Instant earlier : missing) {
      carry = apply(earlier, carry).carry();
    }
    return missing.isEmpty() ? carry : carry.asLogged(store, run, tick);
  }

  private TickOutcome apply(Instant tick, RunCarry carry) {
    return sources.at(tick, carry, read -> pipeline.apply(tick, read, carry));
  }

  private void note(StoredRow row) {
    if (row.isRetracted()) {
      return;
    }
    StageRun stage = LogCodec.read(Logs.STAGE_RUNS, row);
    sources.note(stage);
    if (stage.stage().equals(StageRuns.DETECTION)) {
      ticks.add(row.writtenAt());
    }
  }

  /** The rows of the run itself, unless the logs have them: asked at the first tick of a runner. */
  private void introduce(Instant tick, TickRows rows) {
    Instant now = clock.instant();
    if (store.count(Logs.RUNS, run, store.head()) == 0) {
      rows.add(Logs.RUNS, Writer.ADMINISTRATION, List.of(started(now)));
    }
    if (configured().filter(configuration.id()::equals).isEmpty()) {
      rows.add(Logs.SETTINGS, Writer.ADMINISTRATION, List.of(setting(tick, now)));
    }
  }

  /**
   * Folding earlier ticks again takes the configuration they had, so a run keeps the one it has.
   */
  private void checkConfiguration() {
    String before = configured().orElse(configuration.id());
    if (!ticks.isEmpty() && !before.equals(configuration.id())) {
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
        row -> versions.add(LogCodec.read(Logs.SETTINGS, row).settingVersion()));
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  private RunStarted started(Instant now) {
    return RunStarted.builder()
        .runId(run)
        .writtenAt(now)
        .currency(sources.known().currency())
        .governed(false)
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
        .kind("configuration")
        .name("run")
        .settingVersion(configuration.id())
        .body(configuration.json())
        .owner(setup.startedBy())
        .validFrom(tick)
        .build();
  }
}
