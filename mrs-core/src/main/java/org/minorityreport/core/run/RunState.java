package org.minorityreport.core.run;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.InputsRecord;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.stage.CohortSettings;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.core.cohorting.Cohorting;
import org.minorityreport.core.input.Corrections;
import org.minorityreport.core.input.InputState;
import org.minorityreport.core.input.LoggedInputs;
import org.minorityreport.core.input.MissedStores;
import org.minorityreport.core.input.SeenSales;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.json.StandingRecords;
import org.minorityreport.core.model.Models;

/**
 * What a runner knows after its newest tick: a cache, all of which can be made again from the logs
 * and the data, at a cost that depends on the look-backs. Mutable; the runner sees to it that one
 * thread uses it.
 */
final class RunState {
  /** Longer outages are not gone back over when a process starts in one. */
  private static final Duration OUTAGE = Duration.ofDays(2);

  private final RunSetup setup;
  private final LogStore store;
  private final RunId run;
  private final Models models;
  private final StoreDetections detections;
  private final TickPipeline pipeline;
  private final TickIndex ticks;
  private final Sources sources;
  private final MissedStores missed = new MissedStores();
  private @Nullable RunCarry before;
  private @Nullable RunCarry after;
  private @Nullable RunCarry again;
  private @Nullable InputState inputs;
  private @Nullable InputSnapshot seen;
  private @Nullable Reconciliation reconciliation;

  RunState(
      RunSetup setup,
      Models models,
      StoreDetections detections,
      TickPipeline pipeline,
      TickIndex ticks,
      Sources sources) {
    this.setup = setup;
    this.store = setup.logs();
    this.run = setup.run();
    this.models = models;
    this.detections = detections;
    this.pipeline = pipeline;
    this.ticks = ticks;
    this.sources = sources;
  }

  /**
   * Ticks that were run again.
   *
   * @param reruns how; null if there were none
   * @param reports how many reports the last of them had
   * @param events how many events it changed
   */
  record Rerun(@Nullable Reruns reruns, int reports, int events) {
    Optional<TickRows> rows() {
      return Optional.ofNullable(reruns).map(Reruns::rows);
    }
  }

  /** {@return what changed of the steps that earlier ticks saw} */
  Corrections corrections(InputSnapshot data) {
    Optional<Instant> newest = ticks.newest();
    if (newest.isEmpty() || data == seen) {
      return Corrections.NONE;
    }
    if (seen == null) {
      noteMissed(newest.get(), data);
    }
    boolean sameTail = seen != null || isSameTail(newest.get(), data);
    return Corrections.find(
        data,
        inputs(newest.get()),
        newest.get(),
        seen,
        sameTail,
        lookBack(data).bound(newest.get()),
        missed);
  }

  /** A series of an open report that is not there is missed, whatever was there before. */
  private void noteMissed(Instant newest, InputSnapshot data) {
    LoggedReports reports = new LoggedReports(store, run, ticks);
    reports.reachBack(lookBack(data).saidFrom(newest));
    for (LoggedReports.Life life : reports.all()) {
      ReportDetected row = LogCodec.read(Logs.REPORTS_DETECTED, life.rows().lastEntry().getValue());
      Set<Sku> open = new HashSet<>();
      row.members().stream().filter(m -> m.windowEnd().isEmpty()).forEach(m -> open.add(m.sku()));
      data.sales(life.store(), data.covers()).forEach(s -> open.remove(s.id().sku()));
      if (!open.isEmpty()) {
        missed.add(life.store(), open);
      }
    }
  }

  /** Whether the newest tick saw what the source holds today, as far as it looked back. */
  private boolean isSameTail(Instant newest, InputSnapshot data) {
    String key = CanonicalJson.text(List.of(run.value(), StageRuns.DETECTION, newest.toString()));
    StoredRow row = store.latest(Logs.STAGE_RUNS, List.of(key), store.head()).get(key);
    String digest = digests().of(newest, data);
    return row != null && LogCodec.read(Logs.STAGE_RUNS, row).inputDigests().containsValue(digest);
  }

  private SeenSales digests() {
    return new SeenSales(models.baseline().primary().info().lookBack());
  }

  private InputState inputs(Instant newest) {
    InputState known = inputs;
    if (known == null) {
      known = LoggedInputs.after(store, run, newest);
      inputs = known;
    }
    return known;
  }

  private LookBack lookBack(InputSnapshot data) {
    return LookBack.of(models, setup.settings().detection(), data.source().cadence());
  }

  /**
   * Runs again what a correction asks for.
   *
   * @param changes what changed
   * @param whole ticks to be run again for all stores
   */
  Rerun rerun(Corrections changes, NavigableSet<Instant> whole, InputSnapshot data) {
    NavigableSet<Instant> wanted = new TreeSet<>(whole);
    changes.taken().values().forEach(step -> wanted.addAll(Reruns.from(ticks, data, step)));
    if (wanted.isEmpty()) {
      return new Rerun(null, 0, 0);
    }
    Instant first = wanted.first();
    Reruns reruns =
        new Reruns(store, run, pipeline, ticks, sources, carries(data), data, digests(), first);
    known(first).ifPresent(carry -> reruns.beginWith(carry, changes.taken().keySet()));
    SortedSet<StoreId> all = new TreeSet<>();
    data.stores().forEach(s -> all.add(s.storeId()));
    TickOutcome last = null;
    for (Instant tick : wanted) {
      SortedSet<StoreId> stores =
          whole.contains(tick) ? all : Reruns.changedAt(tick, changes.taken(), data);
      if (!stores.isEmpty()) {
        last = reruns.run(tick, stores);
      }
    }
    return last == null ? new Rerun(null, 0, 0) : new Rerun(reruns, last.reports(), last.events());
  }

  /** What is remembered of the tick before one. */
  private Optional<RunCarry> known(Instant first) {
    Optional<Instant> previous = ticks.before(first);
    for (RunCarry carry : new RunCarry[] {before, again}) {
      if (carry != null && previous.isPresent() && carry.tick().equals(previous)) {
        return Optional.of(carry);
      }
    }
    return Optional.empty();
  }

  private Carries carries(InputSnapshot data) {
    LookBack lookBack = lookBack(data);
    LoggedReports reports = new LoggedReports(store, run, ticks);
    LoggedContext context = new LoggedContext(store, run);
    LoggedChanges changes =
        new LoggedChanges(store, run, ticks, lookBack, ticks.newest().orElseThrow());
    return new Carries(
        new DetectionCarries(run, detections, ticks, lookBack, reports, changes),
        new CohortCarries(
            store,
            run,
            ticks,
            reports,
            context,
            reach(lookBack.cadence()),
            (event, tick) ->
                Cohorting.isCarried(
                    event,
                    tick,
                    lookBack.cadence(),
                    setup.settings().cohort(),
                    setup.settings().detection().maxBackdateSteps())),
        context);
  }

  /** How long before a tick the last row of an ended event may lie that may come back. */
  private Duration reach(Cadence cadence) {
    CohortSettings cohort = setup.settings().cohort();
    int steps =
        setup.settings().detection().maxBackdateSteps()
            + cohort.maxGapSteps()
            + cohort.maxOnsetSpreadSteps();
    return cohort.maxGap().plus(cohort.maxOnsetSpread()).plus(cadence.step().multipliedBy(steps));
  }

  /** {@return what the newest tick left, made again where it is not known} */
  RunCarry carry(InputSnapshot data, Corrections changes, Rerun rerun) {
    Optional<Instant> newest = ticks.newest();
    if (newest.isEmpty()) {
      return RunCarry.START;
    }
    Reruns reruns = rerun.reruns();
    InputState state = inputs(newest.get()).corrected(changes.days());
    RunCarry known = after;
    if (known != null && reruns == null) {
      return known.with(known.stores(), known.events(), known.lastEvents(), state);
    }
    SortedMap<StoreId, StoreCarry> stores = new TreeMap<>();
    if (known != null) {
      stores.putAll(known.stores());
    } else {
      SortedSet<StoreId> unknown = new TreeSet<>();
      data.stores().forEach(s -> unknown.add(s.storeId()));
      unknown.removeAll(reruns == null ? new TreeSet<>() : reruns.foldedTo(newest.get()).keySet());
      Carries carries = carries(data);
      stores.putAll(carries.stores(newest.get(), unknown, new DataView(data, carries.context())));
    }
    if (reruns != null) {
      stores.putAll(reruns.foldedTo(newest.get()));
    }
    RunCarry left = reruns == null ? null : reruns.carry();
    CohortCarries.Left events =
        left != null && left.tick().equals(newest)
            ? new CohortCarries.Left(left.events(), left.lastEvents())
            : carries(data).events(newest.get());
    Pending pending = known == null ? pending(newest.get(), data) : known.pending();
    return new RunCarry(newest, stores, events.carry(), events.newest(), state, pending);
  }

  /**
   * What outages left after a tick: nothing if all its stages were well, else what running again
   * the ticks since they were leaves.
   */
  private Pending pending(Instant tick, InputSnapshot data) {
    Instant clean = ticks.clean(tick, OUTAGE);
    Optional<Instant> folded = ticks.foldedBefore(clean.plusNanos(1));
    Pending nothing = new Pending(folded, new TreeMap<>(), new TreeMap<>());
    if (clean.equals(tick)) {
      return nothing;
    }
    Carries carries = carries(data);
    DataView view = new DataView(data, carries.context());
    SortedSet<StoreId> all = new TreeSet<>();
    data.stores().forEach(s -> all.add(s.storeId()));
    CohortCarries.Left left = carries.events(clean);
    RunCarry carry =
        new RunCarry(
            Optional.of(clean),
            carries.stores(clean, all, view),
            left.carry(),
            left.newest(),
            RunCarry.START.inputs(),
            nothing);
    for (Instant each : ticks.all().subSet(clean, false, tick, true)) {
      view.look(each, all);
      TickInputs read =
          ticks.isOutage(each)
              ? sources.outage(each, view.stores())
              : new TickInputs(view, null, List.of());
      carry = pipeline.apply(each, read, carry).carry();
    }
    return carry.pending();
  }

  /** {@return whether this is the data that the newest tick looked at} */
  boolean isSeen(InputSnapshot data) {
    return data == seen;
  }

  /** Lets go of what is remembered, so that it is made again from the logs. */
  void forget() {
    before = null;
    after = null;
    again = null;
  }

  /** {@return what the newest tick left, as far as that is known without looking at the data} */
  RunCarry last() {
    RunCarry known = after;
    return known == null ? RunCarry.START : known;
  }

  /** Says what reconciliation has to say. */
  void reconcile(Instant tick, Rerun rerun, TickRows now, TickRows to) {
    reconciliation(tick).settle(tick, rerun.reruns(), now, to);
  }

  private Reconciliation reconciliation(Instant tick) {
    Reconciliation known = reconciliation;
    if (known == null) {
      CommitPosition after =
          ticks.newest().isEmpty()
              ? CommitPosition.START
              : ticks.positionBefore(tick.minus(detections.history()));
      known = new Reconciliation(store, run, after);
      reconciliation = known;
    }
    return known;
  }

  /** Adds changed digests to what the newest tick said of the inputs. */
  void addDays(Instant newest, Corrections changes, TickRows rows) {
    if (changes.days().isEmpty()) {
      return;
    }
    InputsRecord before = null;
    for (InputsRecord row : StandingRecords.before(store, Logs.INPUTS, run, newest.plusNanos(1))) {
      before = row;
    }
    if (before == null) {
      return;
    }
    SortedMap<String, SortedMap<String, String>> digests = new TreeMap<>();
    boolean same = before.writtenAt().equals(newest);
    if (same) {
      before.digests().forEach((id, days) -> digests.put(id, new TreeMap<>(days)));
    }
    changes
        .days()
        .forEach(
            (id, days) -> digests.computeIfAbsent(id.value(), k -> new TreeMap<>()).putAll(days));
    InputsRecord.Builder row = InputsRecord.builder();
    if (same) {
      row.from(before);
    } else {
      row.runId(run)
          .source(before.source())
          .rowsRead(0)
          .rowsRefused(0)
          .silentStores(before.silentStores());
    }
    rows.add(
        Logs.INPUTS,
        Writer.RUNNER,
        List.of(row.writtenAt(newest).version(1).digests(digests).build()));
  }

  /** A new tick was appended. */
  void advance(
      Instant tick,
      TickInputs read,
      RunCarry carryBefore,
      RunCarry carryAfter,
      CommitPosition position,
      TickRows rows) {
    // Without sales nobody could say what the tick before had left: the next one finds it in logs.
    boolean blind = read.failure() != null && after == null && ticks.newest().isPresent();
    before = !blind && isWhole(carryBefore) ? carryBefore : null;
    after = blind ? null : carryAfter;
    again = null;
    inputs = blind ? null : carryAfter.inputs();
    if (read.failure() == null) {
      seen = read.snapshot();
    }
    ticks.add(tick, position);
    ticks.note(rows);
    reconciliation(tick).appended(rows);
  }

  /** Within a back-fill the ticks in between leave no carry of stores. */
  private static boolean isWhole(RunCarry carry) {
    return carry.tick().isEmpty()
        || carry.stores().values().stream().noneMatch(c -> c.series().isEmpty());
  }

  /** Ticks were run again and appended. */
  void ranAgain(InputSnapshot data, Corrections changes, Rerun rerun, TickRows rows) {
    Instant newest = ticks.newest().orElseThrow();
    reconciliation(newest).appended(rows);
    Reruns reruns = rerun.reruns();
    if (reruns == null) {
      seen = data;
      inputs = null;
      return;
    }
    RunCarry left = reruns.carry();
    boolean reached = left.tick().equals(Optional.of(newest));
    if (after != null && (reached || !changes.taken().isEmpty())) {
      after = carry(data, changes, rerun);
    }
    if (!changes.isEmpty()) {
      before = null;
      inputs = null;
    }
    again = changes.taken().isEmpty() ? left : null;
    if (after != null) {
      after = after.with(after.stores(), after.events(), after.lastEvents(), inputs(newest));
    }
    seen = data;
  }
}
