package org.minorityreport.core.input;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.TimeSpan;

/**
 * The steps that an earlier tick could see and that are others now (spec 4.9). Immutable.
 *
 * @param taken first changed step of each store of which ticks are to run again
 * @param tooOld first changed step of each store before the bound: listed, not taken up
 * @param days new digests of the changed UTC days that are logged, by store
 */
public record Corrections(
    SortedMap<StoreId, Instant> taken,
    SortedMap<StoreId, Instant> tooOld,
    SortedMap<StoreId, SortedMap<String, String>> days) {
  /** Nothing changed. */
  public static final Corrections NONE =
      new Corrections(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

  /** {@return whether nothing changed that an earlier tick could see} */
  public boolean isEmpty() {
    return taken.isEmpty() && tooOld.isEmpty() && days.isEmpty();
  }

  /**
   * Compares what a source holds with what earlier ticks saw.
   *
   * @param now what it holds
   * @param logged what the logs hold after the newest tick
   * @param newest the newest tick
   * @param earlier what the source held at the newest tick, or null if that is not known any more:
   *     then digests of days are compared
   * @param sameTail without {@code earlier}: whether the steps after the last day that was digested
   *     are known to be the same
   * @param bound changes of earlier steps are not taken up
   * @param missed stores that the source lacks series of; brought up to date
   * @return what changed
   */
  public static Corrections find(
      InputSnapshot now,
      InputState logged,
      Instant newest,
      @Nullable InputSnapshot earlier,
      boolean sameTail,
      Instant bound,
      MissedStores missed) {
    Finder finder = new Finder(now, logged, newest, bound);
    if (earlier == null) {
      List<Store> whole =
          now.stores().stream().filter(s -> !missed.isMissed(s.storeId(), now)).toList();
      whole.forEach(store -> finder.byDigests(store.storeId()));
      if (!sameTail) {
        Instant tail = logged.digestedTo().orElse(now.covers().from());
        whole.forEach(store -> finder.take(store.storeId(), tail));
      }
    } else if (earlier != now) {
      SortedMap<StoreId, Optional<InputSnapshot>> back = missed.back(now);
      missed.compare(earlier, now);
      now.changedSince(earlier)
          .forEach(
              (store, step) -> {
                if (!missed.isMissed(store, now) && !back.containsKey(store)) {
                  finder.since(store, step);
                }
              });
      finder.coverage(earlier);
      finder.back(back);
    }
    return new Corrections(finder.taken, finder.tooOld, finder.days);
  }

  /** Collects; used once. */
  private static final class Finder {
    private final InputSnapshot now;
    private final InputState logged;
    private final Instant seen;
    private final Instant bound;
    private final Cadence cadence;
    private final SortedMap<StoreId, Instant> taken = new TreeMap<>();
    private final SortedMap<StoreId, Instant> tooOld = new TreeMap<>();
    private final SortedMap<StoreId, SortedMap<String, String>> days = new TreeMap<>();

    private Finder(InputSnapshot now, InputState logged, Instant newest, Instant bound) {
      this.now = now;
      this.logged = logged;
      this.cadence = now.source().cadence();
      this.seen = cadence.floor(newest);
      this.bound = bound;
    }

    /** Steps that no tick saw yet are no corrections; those before the bound are listed. */
    private void take(StoreId store, Instant step) {
      if (step.isBefore(seen)) {
        (step.isBefore(bound) ? tooOld : taken).merge(store, step, (a, b) -> a.isBefore(b) ? a : b);
      }
    }

    private void since(StoreId store, Instant first) {
      if (!first.isBefore(seen)) {
        return;
      }
      changedDays(store, first);
      take(store, first);
      if (first.isBefore(bound)) { // something later may have changed as well
        days.getOrDefault(store, new TreeMap<>())
            .keySet()
            .forEach(day -> take(store, Instant.parse(day + "T00:00:00Z")));
        take(store, logged.digestedTo().orElse(first));
      }
    }

    /** A tick that ran ahead of its source sees more now, if only that nothing is known. */
    private void coverage(InputSnapshot earlier) {
      Instant end = earlier.covers().to();
      if (end.isBefore(seen) && now.covers().to().isAfter(end)) {
        now.stores().forEach(store -> take(store.storeId(), cadence.floor(end)));
      }
    }

    /** Stores that are whole again, against what they were before. */
    private void back(SortedMap<StoreId, Optional<InputSnapshot>> stores) {
      stores.forEach(
          (store, before) -> {
            if (before.isEmpty()) {
              byDigests(store);
            } else {
              Instant step = now.changedSince(before.get()).get(store);
              if (step != null && step.isBefore(before.get().covers().to())) {
                since(store, step);
              }
            }
          });
    }

    private void byDigests(StoreId store) {
      changedDays(store, now.covers().from());
      days.getOrDefault(store, new TreeMap<>())
          .keySet()
          .forEach(day -> take(store, Instant.parse(day + "T00:00:00Z")));
    }

    /** Digests of the complete days from a step on that are not what the log says. */
    private void changedDays(StoreId store, Instant from) {
      Instant begin = DayDigests.DAY.floor(from);
      Instant end = logged.digestedTo().orElse(begin);
      if (!begin.isBefore(end)) {
        return;
      }
      SortedMap<String, String> before = logged.digests().getOrDefault(store, new TreeMap<>());
      List<SalesSeries> sales = now.sales(store, TimeSpan.of(begin, end));
      for (Instant day = begin; day.isBefore(end); day = DayDigests.DAY.plus(day, 1)) {
        String digest = DayDigests.of(sales, day);
        String name = DayDigests.name(day);
        if (!digest.equals(before.getOrDefault(name, DayDigests.NOTHING))) {
          days.computeIfAbsent(store, k -> new TreeMap<>()).put(name, digest);
        }
      }
    }
  }
}
