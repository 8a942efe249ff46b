package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.stage.StoreCarry;

/**
 * Makes the carry of detection again (spec 2.3): a store is folded forward from the newest tick at
 * which nothing was open or lately closed, never from before the bound of all look-backs. What was
 * open when is in MRDL; structural changes come from MEEL.
 */
final class DetectionCarries {
  private final RunId run;
  private final Pipelines pipelines;
  private final StoreDetections today;
  private final PastFaults faults;
  private final TickIndex ticks;
  private final LookBack lookBack;
  private final LoggedReports reports;
  private final LoggedChanges changes;

  DetectionCarries(
      RunId run,
      Pipelines pipelines,
      StoreDetections today,
      PastFaults faults,
      TickIndex ticks,
      LookBack lookBack,
      LoggedReports reports,
      LoggedChanges changes) {
    this.run = run;
    this.pipelines = pipelines;
    this.today = today;
    this.faults = faults;
    this.ticks = ticks;
    this.lookBack = lookBack;
    this.reports = reports;
    this.changes = changes;
  }

  /**
   * The carry of some stores after a tick.
   *
   * @param tick a tick of the run
   * @param stores the stores
   * @param view the data; it is left looking elsewhere
   * @return their carry
   */
  SortedMap<StoreId, StoreCarry> after(Instant tick, SortedSet<StoreId> stores, DataView view) {
    SortedMap<StoreId, Optional<Instant>> starts = starts(tick, stores);
    SortedMap<StoreId, StoreCarry> carries = new TreeMap<>();
    Instant first = tick;
    starts.values().stream()
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .ifPresent(changes::reachBack);
    for (Map.Entry<StoreId, Optional<Instant>> start : starts.entrySet()) {
      Instant from = start.getValue().orElse(Instant.MIN);
      start
          .getValue()
          .ifPresent(t -> carries.put(start.getKey(), changes.seed(start.getKey(), t, view)));
      first = from.isBefore(first) ? from : first;
    }
    SortedMap<StoreId, Instant> unfolded = unfolded(first);
    for (Instant each : ticks.all().subSet(first, false, tick, true)) {
      if (!ticks.isOutage(each)) {
        fold(each, starts, carries, unfolded, view);
      }
    }
    return carries;
  }

  private void fold(
      Instant tick,
      SortedMap<StoreId, Optional<Instant>> starts,
      SortedMap<StoreId, StoreCarry> carries,
      SortedMap<StoreId, Instant> unfolded,
      DataView view) {
    SortedSet<StoreId> begun = new TreeSet<>();
    starts.forEach(
        (store, start) -> {
          if (start.isEmpty() || start.get().isBefore(tick)) {
            begun.add(store);
          }
        });
    view.look(tick, begun);
    SortedMap<StoreId, StoreCarry> before = new TreeMap<>(carries);
    before.keySet().retainAll(begun);
    StoreDetections.Detected detected =
        detections(tick)
            .detect(run, tick, view, RunCarry.ofStores(ticks.foldedBefore(tick), unfolded, before));
    detected.byStore().forEach((store, result) -> carries.put(store, result.carry()));
    unfolded.clear();
    unfolded.putAll(detected.unfolded());
  }

  /** {@return detection as it fared at a tick that was run} */
  StoreDetections detections(Instant tick) {
    faults.reachBack(lookBack.saidFrom(tick));
    return faults.concern(tick) ? pipelines.detectionsAsRun(tick, faults) : today;
  }

  /**
   * The stores that the newest ticks up to one could not fold, each with the tick before the first
   * of these, as {@link Pending} has them.
   */
  SortedMap<StoreId, Instant> unfolded(Instant tick) {
    SortedMap<StoreId, Instant> since = new TreeMap<>();
    Set<StoreId> still = null;
    for (Instant each : ticks.all().headSet(tick, true).descendingSet()) {
      if (ticks.isOutage(each)) {
        continue;
      }
      Set<StoreId> failed = failed(each);
      if (still == null) {
        still = new TreeSet<>(failed);
      } else {
        still.retainAll(failed);
      }
      if (still.isEmpty()) {
        break;
      }
      Instant before =
          ticks
              .foldedBefore(each)
              .orElse(lookBack.cadence().plus(lookBack.cadence().floor(each), -1));
      still.forEach(store -> since.put(store, before));
    }
    return since;
  }

  private Set<StoreId> failed(Instant tick) {
    if (ticks.trouble(tick, StageRuns.DETECTION).isEmpty()) {
      return Set.of();
    }
    faults.reachBack(tick);
    return faults.stores(tick).keySet();
  }

  /** After which tick each store is folded from nothing; absent: from the first tick on. */
  private SortedMap<StoreId, Optional<Instant>> starts(Instant tick, SortedSet<StoreId> stores) {
    SortedMap<StoreId, Optional<Instant>> settled = new TreeMap<>();
    NavigableSet<Instant> froms = new TreeSet<>();
    SortedMap<Instant, List<StoreId>> open = new TreeMap<>();
    froms.add(tick);
    open.put(tick, new ArrayList<>(stores));
    Instant bound = lookBack.bound(tick);
    while (!froms.isEmpty()) {
      Instant from = froms.pollLast();
      Instant needed = lookBack.saidFrom(from);
      reports.reachBack(needed);
      for (StoreId store : open.getOrDefault(from, List.of())) {
        Optional<Instant> raised =
            isGoodStart(store, from) ? firstRaised(store, needed, from) : Optional.of(from);
        if (raised.isEmpty()) {
          settled.put(store, Optional.of(from));
          continue;
        }
        Optional<Instant> earlier = ticks.before(raised.get());
        if (earlier.isEmpty()) {
          settled.put(store, Optional.empty());
        } else if (earlier.get().isBefore(bound)) {
          settled.put(store, Optional.ofNullable(ticks.all().ceiling(bound)));
        } else {
          froms.add(earlier.get());
          open.computeIfAbsent(earlier.get(), k -> new ArrayList<>()).add(store);
        }
      }
    }
    return settled;
  }

  /**
   * The first tick of a fold asks about more steps than it did when it was run, so it is none at
   * which something failed; and what a tick left unfolded is only known to a fold over it.
   */
  private boolean isGoodStart(StoreId store, Instant tick) {
    Instant next = ticks.all().higher(tick);
    return isWhole(store, tick) && (next == null || isWhole(store, next));
  }

  /** Whether a tick folded all series of a store, without anything having failed. */
  private boolean isWhole(StoreId store, Instant tick) {
    if (ticks.trouble(tick, StageRuns.DETECTION).isEmpty()) {
      return true;
    }
    faults.reachBack(tick);
    return faults.isWell(tick, store) && !ticks.isBaselineResting(tick);
  }

  private Optional<Instant> firstRaised(StoreId store, Instant from, Instant to) {
    return reports.of(store).stream()
        .filter(life -> !life.raisedAt().isAfter(to) && life.isBusy(from, to))
        .map(LoggedReports.Life::raisedAt)
        .min(Instant::compareTo);
  }
}
