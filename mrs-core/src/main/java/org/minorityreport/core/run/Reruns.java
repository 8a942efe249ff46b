package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.core.input.SeenSales;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;

/**
 * Runs earlier ticks again over the data of today (spec 4.9): detection and the later stages for
 * the stores that changed, cohorting for all, with stores and context as each tick knew them. What
 * a tick no longer says is retracted.
 */
final class Reruns {
  private final LogStore store;
  private final Pipelines pipelines;
  private final TickPipeline today;
  private final TickIndex ticks;
  private final Sources sources;
  private final Carries carries;
  private final InputSnapshot data;
  private final DataView view;
  private final StandingRows standing;
  private final SeenSales digests;
  private final Instant first;
  private final SortedMap<StoreId, StoreCarry> folded = new TreeMap<>();
  private final Map<StoreId, Instant> foldedTo = new HashMap<>();
  private final TickRows rows = new TickRows();
  private final List<StoredRow> gone = new ArrayList<>();
  private final boolean heal;
  private RunCarry at = RunCarry.START;
  private @Nullable Set<StoreId> atStores;

  /**
   * Prepares.
   *
   * @param carries makes carries again
   * @param data what the source holds today
   * @param first no earlier tick is run again
   * @param heal whether what failed at a tick is asked anew; else it fails again (spec 2.7)
   */
  Reruns(
      LogStore store,
      RunId run,
      Pipelines pipelines,
      TickPipeline today,
      TickIndex ticks,
      Sources sources,
      Carries carries,
      InputSnapshot data,
      SeenSales digests,
      Instant first,
      boolean heal) {
    this.store = store;
    this.pipelines = pipelines.apart();
    this.today = this.pipelines.over(today).after(rows);
    this.ticks = ticks;
    this.sources = sources;
    this.carries = carries;
    this.data = data;
    this.digests = digests;
    this.first = first;
    this.heal = heal;
    this.view = new DataView(data, carries.context());
    this.standing = new StandingRows(store, run, ticks, first);
  }

  /** What is known already of the tick before the first: of the stores that did not change. */
  void beginWith(RunCarry known, Set<StoreId> changed) {
    known
        .tick()
        .ifPresent(
            tick -> {
              at = known;
              known
                  .stores()
                  .forEach(
                      (id, carry) -> {
                        if (!changed.contains(id)) {
                          folded.put(id, carry);
                          foldedTo.put(id, tick);
                        }
                      });
            });
  }

  /**
   * Runs a tick again.
   *
   * @param tick a tick of the run, later than the one given before
   * @param wanted the stores to be folded; of the others the rows stay
   * @return what it made
   */
  TickOutcome run(Instant tick, SortedSet<StoreId> wanted) {
    Optional<Instant> previous = ticks.before(tick);
    RunCarry before = before(previous, wanted);
    view.look(tick, wanted);
    List<CohortMember> others = others(tick, previous, wanted);
    TickInputs read =
        !heal && ticks.isOutage(tick)
            ? sources.outage(tick, view.stores())
            : new TickInputs(view, null, List.of());
    TickOutcome outcome = pipeline(tick).apply(tick, read, before, others);
    outcome
        .carry()
        .stores()
        .forEach(
            (id, carry) -> {
              folded.put(id, carry);
              foldedTo.put(id, tick);
            });
    at = outcome.carry();
    atStores = wanted;
    TickRows made = outcome.rows();
    List.of(Logs.STORES, Logs.CONTEXT, Logs.INPUTS).forEach(made::remove);
    boolean whole = wanted.containsAll(data.stores().stream().map(Store::storeId).toList());
    String digest = whole ? "" : digests.of(tick, data);
    new RerunStages(standing, tick, wanted, digest).amend(made, store, whole);
    for (LogRow row : made.of(Logs.STAGE_RUNS)) {
      pipelines.service().note(CanonicalJson.read(row.json(1), StageRun.class));
    }
    retractMissing(tick, wanted, whole, made);
    note(tick, made);
    rows.addAll(made);
    return outcome;
  }

  private TickPipeline pipeline(Instant tick) {
    PastFaults faults = carries.faults();
    faults.reachBack(first);
    return !heal && faults.concern(tick) ? pipelines.asRun(tick, faults, today) : today;
  }

  private RunCarry before(Optional<Instant> previous, SortedSet<StoreId> wanted) {
    SortedSet<StoreId> unknown = new TreeSet<>(wanted);
    unknown.removeIf(id -> previous.isPresent() && previous.get().equals(foldedTo.get(id)));
    previous.ifPresent(tick -> folded.putAll(carries.stores(tick, unknown, view)));
    SortedMap<StoreId, StoreCarry> stores = new TreeMap<>(folded);
    stores.keySet().retainAll(wanted);
    if (previous.isEmpty()) {
      return RunCarry.START;
    }
    CohortCarries.Left left =
        previous.equals(at.tick())
            ? new CohortCarries.Left(at.events(), at.lastEvents())
            : carries.events(previous.get());
    return new RunCarry(
        previous,
        stores,
        left.carry(),
        left.newest(),
        RunCarry.START.inputs(),
        pending(previous.get(), wanted));
  }

  /** What outages left of the stores to be folded: of those folded at the tick before, by that. */
  private Pending pending(Instant previous, Set<StoreId> wanted) {
    Pending logged = carries.pending(previous);
    if (!at.tick().equals(Optional.of(previous))) {
      return logged.of(wanted::contains);
    }
    Predicate<StoreId> there = id -> atStores == null || atStores.contains(id);
    return logged
        .of(id -> wanted.contains(id) && !there.test(id))
        .and(at.pending().of(id -> wanted.contains(id) && there.test(id)));
  }

  /** The reports of the other stores as the tick had them. */
  private List<CohortMember> others(Instant tick, Optional<Instant> previous, Set<StoreId> wanted) {
    List<String> keys =
        standing.keys(tick, Logs.REPORTS_ATTRIBUTED, m -> !wanted.contains(m.store()));
    Map<ReportId, ReportClustered> clusters = new HashMap<>();
    for (StoredRow row : standing.rows(Logs.REPORTS_CLUSTERED, keys)) {
      if (!row.isRetracted()) {
        ReportClustered read = LogCodec.read(Logs.REPORTS_CLUSTERED, row);
        clusters.put(read.reportId(), read);
      }
    }
    List<CohortMember> members = new ArrayList<>();
    List<ReportSpine> unclustered = new ArrayList<>();
    for (StoredRow row : standing.rows(Logs.REPORTS_ATTRIBUTED, keys)) {
      ReportAttributed read = LogCodec.read(Logs.REPORTS_ATTRIBUTED, row);
      ReportClustered cluster = clusters.get(read.reportId());
      if (cluster == null) {
        unclustered.add(read);
        continue;
      }
      members.add(
          CohortMember.builder()
              .attributed(read)
              .clustered(cluster)
              .store(carries.context().store(read.storeId(), tick).orElseThrow())
              .build());
    }
    members.addAll(carries.cohorting().given(unclustered));
    previous.ifPresent(before -> members.addAll(caughtUp(tick, before, wanted)));
    return members;
  }

  /**
   * The reports of the other stores that cohorting alone caught up at the tick: owed to it before.
   * Others have a row there and none of attribution because people moved them; what they did is
   * done again.
   */
  private List<CohortMember> caughtUp(Instant tick, Instant previous, Set<StoreId> wanted) {
    Set<String> attributed = standing.subjects(tick, Logs.REPORTS_ATTRIBUTED);
    List<String> keys =
        standing.keys(tick, Logs.REPORTS_COHORTED, m -> !attributed.contains(m.subject()));
    if (keys.isEmpty()) {
      return List.of();
    }
    Map<ReportId, OwedReport> owed = carries.pending(previous).reports();
    List<ReportSpine> joined = new ArrayList<>();
    for (StoredRow row : standing.rows(Logs.REPORTS_COHORTED, keys)) {
      ReportCohorted read = LogCodec.read(Logs.REPORTS_COHORTED, row);
      if (!wanted.contains(read.storeId()) && owed.containsKey(read.reportId())) {
        joined.add(read);
      }
    }
    return joined.isEmpty() ? List.of() : carries.cohorting().given(joined);
  }

  private void retractMissing(Instant tick, Set<StoreId> wanted, boolean whole, TickRows made) {
    for (Log<?> log : StandingRows.OF_STAGES) {
      Set<String> produced = made.keys(log);
      boolean all = whole || StandingRows.OF_ALL_STORES.contains(log);
      List<String> missing =
          standing.keys(tick, log, m -> !m.isCorrection() && (all || wanted.contains(m.store())));
      missing.removeIf(produced::contains);
      if (log == Logs.REPORTS_DETECTED || log == Logs.EVENTS) {
        gone.addAll(standing.rows(log, missing));
      }
      standing.retract(tick, log, missing, made);
    }
  }

  private void note(Instant tick, TickRows made) {
    for (Log<?> log : List.of(Logs.REPORTS_DETECTED, Logs.EVENTS)) {
      for (LogRow row : made.of(log)) {
        if (!row.isRetracted()) {
          standing.add(
              tick, log, row.key(), new StandingRows.Mark(row.subject().orElse(null), null, false));
        }
      }
    }
  }

  /** {@return the first tick that was run again} */
  Instant first() {
    return first;
  }

  /**
   * {@return whether a row of a log about something still stands at the ticks from the first on}
   */
  boolean stands(Log<?> log, String subject) {
    return standing.firstAbout(log, subject, false).isPresent();
  }

  /** {@return rows of reports and events that are taken back, as they stood} */
  List<StoredRow> gone() {
    return gone;
  }

  /** {@return all rows so far} */
  TickRows rows() {
    return rows;
  }

  /** {@return whether a store was folded by the newest of the ticks} */
  boolean isOfLast(StoreId id) {
    Set<StoreId> last = atStores;
    return last != null && last.contains(id);
  }

  /** {@return the carry of the stores that are folded up to a tick} */
  SortedMap<StoreId, StoreCarry> foldedTo(Instant tick) {
    SortedMap<StoreId, StoreCarry> there = new TreeMap<>(folded);
    there.keySet().removeIf(id -> !tick.equals(foldedTo.get(id)));
    return there;
  }

  /** {@return what the newest of the ticks left, of the stores that were folded} */
  RunCarry carry() {
    return at;
  }

  /** The ticks of the run from the first that could see a step. */
  static NavigableSet<Instant> from(TickIndex ticks, InputSnapshot data, Instant step) {
    Instant end = data.source().cadence().plus(data.source().cadence().floor(step), 1);
    return ticks.all().tailSet(end, true);
  }

  /** {@return the stores that a tick sees changed} */
  static SortedSet<StoreId> changedAt(
      Instant tick, SortedMap<StoreId, Instant> changed, InputSnapshot data) {
    SortedSet<StoreId> seen = new TreeSet<>();
    Set<StoreId> there = new HashSet<>();
    data.stores().forEach(s -> there.add(s.storeId()));
    changed.forEach(
        (id, step) -> {
          Instant end = data.source().cadence().plus(data.source().cadence().floor(step), 1);
          if (!end.isAfter(tick) && there.contains(id)) {
            seen.add(id);
          }
        });
    return seen;
  }
}
