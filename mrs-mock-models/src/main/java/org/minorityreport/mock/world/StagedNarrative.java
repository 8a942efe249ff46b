package org.minorityreport.mock.world;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.mock.world.narrative.Narrative;

/** A narrative as it plays in one world: with its times and its products. */
record StagedNarrative(Narrative narrative, TimeSpan span, SortedSet<Sku> skus, long seed) {
  static StagedNarrative of(Narrative narrative, TimeSpan span, List<Product> products, long seed) {
    // The products are ranked by their draw, so that a share of few products is never empty.
    int count = (int) Math.ceil(narrative.productShare() * products.size() - 1e-9);
    List<Sku> drawn =
        products.stream()
            .map(Product::sku)
            .sorted(
                Comparator.comparingDouble(
                        (Sku sku) -> Draws.share(seed, "product", narrative.id(), sku.value()))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(Math.max(1, count))
            .toList();
    return new StagedNarrative(narrative, span, new TreeSet<>(drawn), seed);
  }

  /** Each store is drawn by itself: neither the order of stores nor further stores change it. */
  boolean playsAt(Store store) {
    return narrative.places().covers(store)
        && Draws.share(seed, "store", narrative.id(), store.storeId().value())
            < narrative.places().share();
  }

  boolean playsAt(Store store, Sku sku) {
    return skus.contains(sku) && playsAt(store);
  }

  /** What expected sales are multiplied by at a time. */
  double factorAt(long second) {
    return narrative.factorAt(phaseAt(second));
  }

  /** What the price is multiplied by at a time. */
  double priceAt(long second) {
    return narrative.priceAt(phaseAt(second));
  }

  private double phaseAt(long second) {
    double length = narrative.duration().toSeconds();
    return (second - span.from().getEpochSecond()) / length;
  }
}
