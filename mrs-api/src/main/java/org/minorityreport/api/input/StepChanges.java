package org.minorityreport.api.input;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.SalesSeries;

/** Compares the sales of two snapshots, step by step. */
final class StepChanges {
  private StepChanges() {}

  /** {@return the first step of each store that is another now} */
  static SortedMap<StoreId, Instant> between(InputSnapshot before, InputSnapshot now) {
    SortedMap<StoreId, Instant> changes = new TreeMap<>();
    if (before == now) {
      return changes;
    }
    for (Store store : now.stores()) {
      StoreId id = store.storeId();
      first(bySku(before.sales(id, before.covers())), bySku(now.sales(id, now.covers())))
          .ifPresent(at -> changes.put(id, at));
    }
    return changes;
  }

  private static SortedMap<Sku, SalesSeries> bySku(List<SalesSeries> series) {
    SortedMap<Sku, SalesSeries> bySku = new TreeMap<>();
    series.forEach(s -> bySku.put(s.id().sku(), s));
    return bySku;
  }

  private static Optional<Instant> first(
      SortedMap<Sku, SalesSeries> before, SortedMap<Sku, SalesSeries> now) {
    SortedSet<Sku> skus = new TreeSet<>(before.keySet());
    skus.addAll(now.keySet());
    return skus.stream()
        .flatMap(sku -> first(before.get(sku), now.get(sku)).stream())
        .min(Comparator.naturalOrder());
  }

  private static Optional<Instant> first(@Nullable SalesSeries a, @Nullable SalesSeries b) {
    if (a == null || b == null) {
      return firstKnown(a == null ? b : a);
    }
    boolean aFirst = !b.steps().from().isBefore(a.steps().from());
    SalesSeries early = aFirst ? a : b;
    SalesSeries late = aFirst ? b : a;
    int shift = early.steps().indexOf(late.steps().from());
    for (int i = 0; i < Math.max(early.size(), shift + late.size()); i++) {
      boolean same =
          units(early, i) == units(late, i - shift) && cents(early, i) == cents(late, i - shift);
      if (!same) {
        return Optional.of(early.steps().cadence().plus(early.steps().from(), i));
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> firstKnown(@Nullable SalesSeries series) {
    for (int i = 0; series != null && i < series.size(); i++) {
      if (series.isKnown(i)) {
        return Optional.of(series.steps().timeAt(i));
      }
    }
    return Optional.empty();
  }

  private static long units(SalesSeries series, int i) {
    return i < 0 || i >= series.size() ? SalesSeries.UNKNOWN : series.thousandthsAt(i);
  }

  private static long cents(SalesSeries series, int i) {
    return i < 0 || i >= series.size() ? SalesSeries.UNKNOWN : series.revenueCentsAt(i);
  }
}
