package org.minorityreport.examples.benchmarks.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;

/**
 * Sales of every quarter of an hour with the rhythm of day and week and the noise of counts. Of
 * each store one stretch of 2 to 12 hours sells 1.5 to 3 times as much of a third of its SKUs.
 * Equal for equal sizes.
 */
final class InjectedSales {
  static final Cadence CADENCE = Cadence.parse("PT15M");
  static final Instant START = Instant.parse("2025-01-06T00:00:00Z");

  private static final int FROM_NORMAL = 30;
  static final int STORES_OF_A_REGION = 7;

  /** Instead of the step at which a window begins: one that ends. */
  static final int ONE_WINDOW = -1;

  /** Instead of the step at which a window begins: nothing happens. */
  static final int NO_WINDOW = -2;

  private final FoldSizes sizes;

  InjectedSales(FoldSizes sizes) {
    this.sizes = sizes;
  }

  /**
   * A store with its sales.
   *
   * @param windows what was sold more than usual
   */
  record Sold(Store store, List<SalesSeries> series, List<InjectedWindow> windows) {}

  Steps steps() {
    int days = FoldSizes.HISTORY_DAYS + sizes.days();
    return Steps.of(START, CADENCE, days * FoldSizes.STEPS_A_DAY);
  }

  /** {@return the ticks that fold, of which each adds a step} */
  List<Instant> ticks() {
    List<Instant> ticks = new ArrayList<>();
    int first = FoldSizes.HISTORY_DAYS * FoldSizes.STEPS_A_DAY;
    for (int i = first; i <= steps().count(); i++) {
      ticks.add(steps().timeAt(i));
    }
    return ticks;
  }

  /** {@return a store without its sales} */
  static Store place(int index) {
    return Store.builder()
        .storeId(StoreId.of(String.format(java.util.Locale.ROOT, "S%05d", index)))
        .retailer("R" + index % 3)
        .region("region " + index / STORES_OF_A_REGION)
        .timeZone("Europe/London")
        .build();
  }

  /** {@return the number of a store} */
  static int index(StoreId store) {
    return Integer.parseInt(store.value().substring(1));
  }

  /** {@return the series of a product of a store, by its number} */
  static SeriesId id(StoreId store, int product) {
    return SeriesId.of(store, Sku.of("K" + product));
  }

  Sold store(int index) {
    return store(index, ONE_WINDOW);
  }

  /**
   * A store.
   *
   * @param openAt the step at which its window begins and never ends, {@link #ONE_WINDOW} or {@link
   *     #NO_WINDOW}
   */
  Sold store(int index, int openAt) {
    SplittableRandom random = new SplittableRandom(index);
    int first = FoldSizes.HISTORY_DAYS * FoldSizes.STEPS_A_DAY;
    int from = first + random.nextInt(Math.max(1, steps().count() - first - 96));
    int length = 8 + random.nextInt(41);
    double factor = 1.5 + 1.5 * random.nextDouble();
    if (openAt >= 0) {
      from = openAt;
      length = steps().count() - openAt;
      factor = 3;
    }
    Store store = place(index);
    StoreId id = store.storeId();
    List<SalesSeries> series = new ArrayList<>();
    List<InjectedWindow> windows = new ArrayList<>();
    for (int k = 0; k < sizes.skus(); k++) {
      SeriesId of = id(id, k);
      boolean hit = k % 3 == 0 && openAt != NO_WINDOW;
      series.add(series(of, random, hit ? from : -1, length, factor));
      if (hit) {
        windows.add(
            new InjectedWindow(of.sku(), steps().timeAt(from), steps().timeAt(from + length)));
      }
    }
    return new Sold(store, series, windows);
  }

  private SalesSeries series(
      SeriesId id, SplittableRandom random, int from, int length, double factor) {
    double level = 4 + random.nextDouble() * FROM_NORMAL;
    long[] units = new long[steps().count()];
    for (int i = 0; i < units.length; i++) {
      double hour = i % FoldSizes.STEPS_A_DAY / 4.0 - 13;
      double weekend = i / FoldSizes.STEPS_A_DAY % 7 >= 5 ? 1.4 : 1;
      double mean = level * (0.2 + StrictMath.exp(-hour * hour / 18)) * weekend;
      boolean hit = from >= 0 && i >= from && i < from + length;
      units[i] = 1_000L * count(random, hit ? mean * factor : mean);
    }
    return SalesSeries.of(id, steps(), units);
  }

  /** Poisson; from a mean of 30 on normal, which is near enough. */
  private static int count(SplittableRandom random, double mean) {
    if (mean > FROM_NORMAL) {
      double sum = -6;
      for (int i = 0; i < 12; i++) {
        sum += random.nextDouble();
      }
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * sum));
    }
    double bound = StrictMath.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    for (; product > bound; count++) {
      product *= random.nextDouble();
    }
    return count;
  }
}
