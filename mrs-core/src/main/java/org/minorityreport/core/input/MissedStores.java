package org.minorityreport.core.input;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.SalesSeries;

/**
 * Stores of which a source has lost a series, or all of them: that is an outage and no correction,
 * so until they are whole again they are not compared, and then with what was there before.
 * Mutable, one thread; holds the snapshots from before.
 */
public final class MissedStores {
  private final SortedMap<StoreId, Missed> missed = new TreeMap<>();

  /** Nothing is missed. */
  public MissedStores() {}

  /**
   * A copy, which goes its own way.
   *
   * @param other what to begin with
   */
  public MissedStores(MissedStores other) {
    missed.putAll(other.missed);
  }

  /**
   * Takes over what another one knows.
   *
   * @param other a copy of this that was brought up to date
   */
  public void become(MissedStores other) {
    missed.clear();
    missed.putAll(other.missed);
  }

  private record Missed(Set<Sku> skus, Optional<InputSnapshot> before) {}

  /**
   * Notes that a store lacks series, before which nothing is remembered.
   *
   * @param store the store
   * @param skus what it lacks
   */
  public void add(StoreId store, Set<Sku> skus) {
    missed.putIfAbsent(store, new Missed(Set.copyOf(skus), Optional.empty()));
  }

  /** Notes what a source lacks of what it had. */
  void compare(InputSnapshot earlier, InputSnapshot now) {
    for (Store store : earlier.stores()) {
      Set<Sku> lost = skus(earlier, store.storeId());
      lost.removeAll(skus(now, store.storeId()));
      if (!lost.isEmpty()) {
        missed.putIfAbsent(store.storeId(), new Missed(lost, Optional.of(earlier)));
      }
    }
  }

  /** Whether a store is not whole. */
  boolean isMissed(StoreId store, InputSnapshot now) {
    Missed lost = missed.get(store);
    return lost != null && !skus(now, store).containsAll(lost.skus());
  }

  /**
   * {@return what stores that are whole again are to be compared with, by store; they are let go}
   */
  SortedMap<StoreId, Optional<InputSnapshot>> back(InputSnapshot now) {
    SortedMap<StoreId, Optional<InputSnapshot>> whole = new TreeMap<>();
    missed.forEach(
        (store, lost) -> {
          if (!isMissed(store, now)) {
            whole.put(store, lost.before());
          }
        });
    missed.keySet().removeAll(whole.keySet());
    return whole;
  }

  private static Set<Sku> skus(InputSnapshot data, StoreId store) {
    Set<Sku> skus = new HashSet<>();
    for (SalesSeries sold : data.sales(store, data.covers())) {
      if (SeriesDigests.isAnyKnown(sold)) {
        skus.add(sold.id().sku());
      }
    }
    return skus;
  }
}
