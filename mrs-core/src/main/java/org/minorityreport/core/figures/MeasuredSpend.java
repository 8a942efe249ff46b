package org.minorityreport.core.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.series.TimeSpan;

/**
 * What was measured of a campaign's spend at some places: each measurement is the money spent from
 * its time to that of the next, the last up to the end of the campaign, evenly over the stores and
 * products that it touches. Of a stretch without a value nothing is known.
 *
 * @param stores where
 * @param skus on what
 * @param stretches what was spent when, of known stretches only, by time
 */
record MeasuredSpend(SortedSet<StoreId> stores, SortedSet<Sku> skus, List<Stretch> stretches) {
  /** Decimals of what drivers state. */
  private static final int SCALE = 6;

  /** Money spent in a span of time. */
  record Stretch(TimeSpan span, BigDecimal money) {}

  /**
   * {@return what drivers say of the spend of a campaign; one for each driver and what it touches}
   *
   * @param campaign the campaign
   * @param drivers measurements of its spend
   * @param stores the stores that a measurement touches
   * @param skus the products that it touches
   */
  static List<MeasuredSpend> of(
      Campaign campaign,
      Collection<Driver> drivers,
      Function<Driver, SortedSet<StoreId>> stores,
      Function<Driver, SortedSet<Sku>> skus) {
    Map<List<String>, List<Driver>> series = new TreeMap<>(Comparator.comparing(List::toString));
    for (Driver driver : drivers) {
      List<String> name =
          List.of(
              driver.driverId(), stores.apply(driver).toString(), skus.apply(driver).toString());
      series.computeIfAbsent(name, n -> new ArrayList<>()).add(driver);
    }
    return series.values().stream()
        .map(
            one ->
                new MeasuredSpend(
                    stores.apply(one.get(0)), skus.apply(one.get(0)), stretches(campaign, one)))
        .filter(one -> !one.stores().isEmpty() && !one.skus().isEmpty())
        .toList();
  }

  private static List<Stretch> stretches(Campaign campaign, List<Driver> measurements) {
    List<Driver> sorted =
        measurements.stream().sorted(Comparator.comparing(Driver::timestamp)).toList();
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Driver driver = sorted.get(i);
      Instant to = i + 1 < sorted.size() ? sorted.get(i + 1).timestamp() : campaign.end();
      if (driver.value().isPresent() && driver.timestamp().isBefore(to)) {
        BigDecimal money = new BigDecimal(driver.value().getAsDouble());
        stretches.add(
            new Stretch(
                TimeSpan.of(driver.timestamp(), to),
                money.setScale(SCALE, RoundingMode.HALF_EVEN)));
      }
    }
    return stretches;
  }

  boolean touches(StoreId store, Sku sku) {
    return stores.contains(store) && skus.contains(sku);
  }

  /** {@return how many series it touches} */
  long series() {
    return (long) stores.size() * skus.size();
  }

  /** {@return all that was measured} */
  BigDecimal money() {
    return stretches.stream().map(Stretch::money).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
