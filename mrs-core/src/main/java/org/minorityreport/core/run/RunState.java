package org.minorityreport.core.run;

import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.core.input.Corrections;
import org.minorityreport.core.input.InputState;

/**
 * What a runner knows after its newest tick: a cache, all of which can be made again from the logs
 * and the data, at a cost that depends on the look-backs. Mutable; the runner sees to it that one
 * thread uses it.
 */
final class RunState {
  private final RunSetup setup;
  private final Pipelines pipelines;
  private final StoreDetections detections;
  private final TickPipeline pipeline;
  private final TickIndex ticks;
  private final Sources sources;
  private final LoggedCarries logged;
  private final SeenInputs seen;
  private @Nullable RunCarry before;
  private @Nullable RunCarry after;
  private @Nullable RunCarry again;
  private @Nullable Reconciliation reconciliation;

  /** Codes of the sources that were not there when what is owed was last found in the logs. */
  private Set<String> unasked = Set.of();

  RunState(
      RunSetup setup,
      Pipelines pipelines,
      StoreDetections detections,
      TickPipeline pipeline,
      TickIndex ticks,
      Sources sources) {
    this.setup = setup;
    this.pipelines = pipelines;
    this.detections = detections;
    this.pipeline = pipeline;
    this.ticks = ticks;
    this.sources = sources;
    this.logged = new LoggedCarries(setup, pipelines, detections, ticks);
    this.seen = new SeenInputs(setup.logs(), setup.run(), pipelines.models(), ticks);
  }

  /**
   * Ticks that were run again.
   *
   * @param reruns how; null if there were none
   * @param reports how many reports the last of them had
   * @param events how many events it changed
   */
  record Rerun(@Nullable Reruns reruns, int reports, int events) {
    static final Rerun NONE = new Rerun(null, 0, 0);

    Optional<TickRows> rows() {
      return Optional.ofNullable(reruns).map(Reruns::rows);
    }
  }

  /** {@return what changed of the steps that earlier ticks saw} */
  Corrections corrections(InputSnapshot data) {
    return seen.corrections(data, logged.lookBack(data));
  }

  /**
   * Runs again what a correction asks for.
   *
   * @param changes what changed
   * @param whole ticks to be run again for all stores
   * @param heal whether what failed at these ticks is asked anew
   */
  Rerun rerun(Corrections changes, NavigableSet<Instant> whole, InputSnapshot data, boolean heal) {
    NavigableSet<Instant> wanted = new TreeSet<>(whole);
    changes.taken().values().forEach(step -> wanted.addAll(Reruns.from(ticks, data, step)));
    if (wanted.isEmpty()) {
      return Rerun.NONE;
    }
    Instant first = wanted.first();
    Reruns reruns =
        new Reruns(
            setup.logs(),
            setup.run(),
            pipelines,
            pipeline,
            ticks,
            sources,
            logged.of(data, heal),
            data,
            seen.digests(),
            first,
            heal);
    known(first).ifPresent(carry -> reruns.beginWith(carry, changes.taken().keySet()));
    SortedSet<StoreId> all = stores(data);
    TickOutcome last = null;
    for (Instant tick : wanted) {
      SortedSet<StoreId> stores =
          whole.contains(tick) ? all : Reruns.changedAt(tick, changes.taken(), data);
      if (!stores.isEmpty()) {
        last = reruns.run(tick, stores);
      }
    }
    return last == null ? Rerun.NONE : new Rerun(reruns, last.reports(), last.events());
  }

  private static SortedSet<StoreId> stores(InputSnapshot data) {
    SortedSet<StoreId> all = new TreeSet<>();
    data.stores().forEach(s -> all.add(s.storeId()));
    return all;
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

  /** {@return what the newest tick left, made again where it is not known} */
  RunCarry carry(InputSnapshot data, Corrections changes, Rerun rerun) {
    Optional<Instant> newest = ticks.newest();
    if (newest.isEmpty()) {
      return RunCarry.START;
    }
    Reruns reruns = rerun.reruns();
    InputState state = seen.inputs(newest.get()).corrected(changes.days());
    RunCarry known = after;
    boolean isBack = !LoggedCarries.absent(data).containsAll(unasked);
    if (known != null && reruns == null && !isBack) {
      return known.with(known.stores(), known.events(), known.lastEvents(), state);
    }
    Carries carries = logged.of(data, false);
    SortedMap<StoreId, StoreCarry> stores = new TreeMap<>();
    if (known != null) {
      stores.putAll(known.stores());
    } else {
      SortedSet<StoreId> unknown = stores(data);
      unknown.removeAll(reruns == null ? new TreeSet<>() : reruns.foldedTo(newest.get()).keySet());
      stores.putAll(carries.stores(newest.get(), unknown, new DataView(data, carries.context())));
    }
    if (reruns != null) {
      stores.putAll(reruns.foldedTo(newest.get()));
    }
    RunCarry left = reruns == null ? null : reruns.carry();
    boolean reached = left != null && left.tick().equals(newest);
    CohortCarries.Left events =
        left != null && reached
            ? new CohortCarries.Left(left.events(), left.lastEvents())
            : known != null && reruns == null
                ? new CohortCarries.Left(known.events(), known.lastEvents())
                : carries.events(newest.get());
    Pending pending = known == null || isBack ? carries.pending(newest.get()) : known.pending();
    if (known == null || isBack) {
      unasked = LoggedCarries.absent(data);
    }
    if (reruns != null && left != null && reached) {
      pending = pending.of(id -> !reruns.isOfLast(id)).and(left.pending());
    }
    return new RunCarry(newest, stores, events.carry(), events.newest(), state, pending);
  }

  /** {@return whether this is the data that the newest tick looked at} */
  boolean isSeen(InputSnapshot data) {
    return seen.isSeen(data);
  }

  /** Lets go of what is remembered, so that it is made again from the logs. */
  void forget() {
    before = null;
    after = null;
    again = null;
    seen.hold(null);
  }

  /** {@return what the newest tick left, as far as that is known without looking at the data} */
  RunCarry last() {
    RunCarry known = after;
    return known == null ? RunCarry.START : known;
  }

  /** Says what reconciliation has to say. */
  void reconcile(Instant tick, Rerun rerun, TickRows now, TickRows to) {
    Reconciliation says = reconciliation(tick);
    Reruns reruns = rerun.reruns();
    if (reruns != null) {
      says.reachBack(reruns.first());
    }
    says.settle(tick, reruns, now, to);
  }

  private Reconciliation reconciliation(Instant tick) {
    Reconciliation known = reconciliation;
    if (known == null) {
      known = new Reconciliation(setup.logs(), setup.run(), ticks);
      known.reachBack(tick.minus(detections.history()));
      reconciliation = known;
    }
    return known;
  }

  /** Adds changed digests to what the newest tick said of the inputs. */
  void addDays(Instant newest, Corrections changes, TickRows rows) {
    seen.addDays(newest, changes, rows);
  }

  /** Goes on from a new tick, which is appended now or soon. */
  void advance(TickInputs read, RunCarry carryBefore, RunCarry carryAfter) {
    // Without sales nobody could say what the tick before had left: the next one finds it in logs.
    boolean blind = read.failure() != null && after == null && ticks.newest().isPresent();
    before = !blind && isWhole(carryBefore) ? carryBefore : null;
    after = blind ? null : carryAfter;
    again = null;
    seen.hold(blind ? null : carryAfter.inputs());
    if (read.failure() == null) {
      seen.see(read.snapshot());
    }
  }

  /**
   * A new tick was appended.
   *
   * @param head where the logs stood before
   */
  void appended(Instant tick, CommitPosition head, AppendResult result, TickRows rows) {
    boolean news = result.newRows() + result.newVersions() > 0;
    ticks.add(tick, news ? result.position() : head.next()); // else an attempt before brought it
    ticks.note(rows);
    reconciliation(tick).appended(rows);
  }

  /**
   * {@return whether reports or events are superseded, so that a row of a tick may bring one back}
   */
  boolean isSuperseded(Instant tick) {
    return reconciliation(tick).isAny();
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
    ticks.note(rows);
    Reruns reruns = rerun.reruns();
    if (reruns == null) {
      seen.see(data);
      seen.hold(null);
      return;
    }
    RunCarry left = reruns.carry();
    boolean reached = left.tick().equals(Optional.of(newest));
    if (after != null && (reached || !changes.taken().isEmpty())) {
      after = carry(data, changes, rerun);
    }
    if (!changes.isEmpty()) {
      before = null;
      seen.hold(null);
    }
    again = changes.taken().isEmpty() ? left : null;
    if (after != null) {
      after = after.with(after.stores(), after.events(), after.lastEvents(), seen.inputs(newest));
    }
    seen.see(data);
  }
}
