package org.minorityreport.mock.world;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.value.Units;

/** Renders series one by one, each from nothing but the seed, its store and its product. */
final class Renderer {
  private final long seed;
  private final TimeGrid grid;
  private final CountNoise noise;
  private final List<StagedNarrative> staged;
  private final Map<StoreFormat, double[]> rhythms = new EnumMap<>(StoreFormat.class);
  private final Map<StoreFormat, double[]> weights = new EnumMap<>(StoreFormat.class);

  Renderer(long seed, TimeGrid grid, CountNoise noise, List<StagedNarrative> staged) {
    this.seed = seed;
    this.grid = grid;
    this.noise = noise;
    this.staged = List.copyOf(staged);
    for (StoreFormat format : StoreFormat.values()) {
      double[] rhythm = format.rhythm();
      rhythms.put(format, rhythm);
      weights.put(format, grid.weights(rhythm));
    }
  }

  SalesSeries sales(WorldStore store, Product product) {
    double[] means = means(store, product.sku());
    String storeId = store.store().storeId().value();
    long address = Draws.address(seed, "sales", storeId, product.sku().value());
    long[] units = new long[means.length];
    long[] cents = new long[means.length];
    for (int s = 0; s < means.length; s++) {
      long moment = grid.steps().timeAt(s).getEpochSecond();
      long count = noise.draw(Draws.at(address, moment), means[s]);
      units[s] = count * Units.PER_UNIT;
      cents[s] = count * product.priceCents();
    }
    reduce(cents, units, product, here(store.store(), product.sku()));
    return SalesSeries.of(
        SeriesId.of(store.store().storeId(), product.sku()), grid.steps(), units, cents);
  }

  /** Revenue at the reduced prices of promotions. */
  private void reduce(long[] cents, long[] units, Product product, List<StagedNarrative> here) {
    for (StagedNarrative happening : here) {
      if (happening.narrative().price() < 1) {
        for (int s = firstStep(happening); s < endStep(happening); s++) {
          double price = happening.priceAt(grid.middle(grid.firstPiece(s)));
          long reduced = Math.round(product.priceCents() * price);
          cents[s] = Math.min(cents[s], units[s] / Units.PER_UNIT * reduced);
        }
      }
    }
  }

  /** What a happening does to a series, as if it were alone. */
  AffectedSeries affected(StagedNarrative happening, WorldStore store, Sku sku) {
    int first = firstStep(happening);
    int end = endStep(happening);
    double level = level(store, sku);
    double[] weight = weights(store.format());
    double[] expected = new double[end - first];
    double[] effect = new double[end - first];
    double[] deviation = new double[end - first];
    for (int s = first; s < end; s++) {
      expected[s - first] = level * weight[s];
      effect[s - first] =
          level * weightWith(List.of(happening), store.format(), s) - expected[s - first];
      deviation[s - first] = noise.deviation(expected[s - first]);
    }
    return new AffectedSeries(
        SeriesId.of(store.store().storeId(), sku),
        grid.steps().slice(first, end),
        expected,
        effect,
        deviation);
  }

  /** Whether a happening falls into the steps of the world at all. */
  boolean shows(StagedNarrative happening) {
    return firstStep(happening) < endStep(happening);
  }

  private double[] means(WorldStore store, Sku sku) {
    double level = level(store, sku);
    double[] weight = weights(store.format());
    double[] means = new double[weight.length];
    for (int s = 0; s < means.length; s++) {
      means[s] = level * weight[s];
    }
    List<StagedNarrative> here = here(store.store(), sku);
    for (StagedNarrative happening : here) {
      for (int s = firstStep(happening); s < endStep(happening); s++) {
        means[s] = level * weightWith(here, store.format(), s);
      }
    }
    return means;
  }

  private List<StagedNarrative> here(Store store, Sku sku) {
    return staged.stream().filter(s -> s.playsAt(store, sku)).toList();
  }

  private double weightWith(List<StagedNarrative> happenings, StoreFormat format, int step) {
    double[] rhythm = Objects.requireNonNull(rhythms.get(format));
    double sum = 0;
    for (int p = grid.firstPiece(step); p < grid.firstPiece(step + 1); p++) {
      double weight = grid.weight(rhythm, p);
      for (StagedNarrative happening : happenings) {
        weight *= happening.factorAt(grid.middle(p));
      }
      sum += weight;
    }
    return sum;
  }

  private int firstStep(StagedNarrative happening) {
    return grid.firstStepFrom(happening.span().from());
  }

  private int endStep(StagedNarrative happening) {
    return grid.endStepBefore(happening.span().to());
  }

  /** Units per hour at the peak: that of the format, about a seventh up or down twice. */
  private double level(WorldStore store, Sku sku) {
    String storeId = store.store().storeId().value();
    return store.format().peakUnitsPerHour()
        * (0.86 + 0.28 * Draws.share(seed, "size of store", storeId))
        * (0.86 + 0.28 * Draws.share(seed, "liking", storeId, sku.value()));
  }

  private double[] weights(StoreFormat format) {
    return Objects.requireNonNull(weights.get(format));
  }
}
