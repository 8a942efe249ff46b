package org.minorityreport.mock.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.series.Steps;
import org.minorityreport.mock.world.narrative.ContextTrace;
import org.minorityreport.mock.world.narrative.TraceKind;

/**
 * The drivers of a world: the price of each product, discounts while promotions lower it, and the
 * weather of each city, day by day, as forecast when the day begins.
 */
final class DriverRows {
  private static final Duration DAY = Duration.ofDays(1);
  private static final double MILD = 16;
  private static final double HEAT = 11;
  private static final double RAIN = 8;

  private final Steps steps;
  private final List<StagedNarrative> happenings;
  private final List<WorldStore> stores;
  private final long seed;
  private final List<Driver> rows = new ArrayList<>();

  private DriverRows(
      Steps steps, List<StagedNarrative> happenings, List<WorldStore> stores, long seed) {
    this.steps = steps;
    this.happenings = happenings;
    this.stores = stores;
    this.seed = seed;
  }

  static List<Driver> of(
      Steps steps,
      List<Product> products,
      List<StagedNarrative> happenings,
      List<WorldStore> stores,
      long seed) {
    DriverRows all = new DriverRows(steps, happenings, stores, seed);
    products.forEach(all::price);
    happenings.stream().filter(h -> h.narrative().price() < 1).forEach(all::discount);
    all.weather();
    return List.copyOf(all.rows);
  }

  private void price(Product product) {
    rows.add(
        Driver.builder()
            .driverId("PRICE-" + product.sku())
            .kind("price")
            .addSkus(product.sku())
            .timestamp(steps.from())
            .value(product.priceCents() / 100.0)
            .build());
  }

  /** The share that a promotion takes off the price, from when on its campaign is known. */
  private void discount(StagedNarrative happening) {
    List<StoreId> covered =
        stores.stream()
            .map(WorldStore::store)
            .filter(happening.narrative().places()::covers)
            .map(store -> store.storeId())
            .sorted()
            .toList();
    if (covered.isEmpty()) {
      return;
    }
    double before = 1;
    for (int s = 0; s <= steps.count(); s++) {
      Instant step = steps.cadence().plus(steps.from(), s);
      double price = s == steps.count() ? 1 : happening.priceAt(step.getEpochSecond());
      if (price != before) {
        rows.add(
            Driver.builder()
                .driverId("DISCOUNT-" + happening.narrative().id())
                .kind("discount")
                .campaignId(campaign(happening))
                .storeIds(covered)
                .skus(happening.skus())
                .timestamp(step)
                .value(1 - price)
                .recordedAt(known(happening))
                .build());
        before = price;
      }
    }
  }

  private static Optional<String> campaign(StagedNarrative happening) {
    List<ContextTrace> traces = happening.narrative().leaves();
    for (int i = 0; i < traces.size(); i++) {
      if (traces.get(i).kind() == TraceKind.CAMPAIGN) {
        return Optional.of(ContextRows.campaignId(happening, i));
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> known(StagedNarrative happening) {
    return happening.narrative().leaves().stream()
        .filter(trace -> trace.kind() == TraceKind.CAMPAIGN)
        .findFirst()
        .flatMap(ContextTrace::recordedAfter)
        .map(happening.span().from()::plus);
  }

  private void weather() {
    SortedMap<String, List<WorldStore>> cities = new TreeMap<>();
    for (WorldStore store : stores) {
      store
          .store()
          .city()
          .ifPresent(city -> cities.computeIfAbsent(city, k -> new ArrayList<>()).add(store));
    }
    cities.forEach(
        (city, of) -> {
          for (Instant day = steps.from(); day.isBefore(steps.to()); day = day.plus(DAY)) {
            String moment = day.toString();
            double warm = MILD + 8 * Draws.share(seed, city, moment, "temperature");
            double wet = Math.max(0, 6 * Draws.share(seed, city, moment, "rain") - 4);
            weather("TEMPERATURE", city, of, day, warm + (is("heat", of, day) ? HEAT : 0));
            weather("RAIN", city, of, day, wet + (is("rain", of, day) ? RAIN : 0));
          }
        });
  }

  private boolean is(String subtype, List<WorldStore> ofCity, Instant day) {
    return happenings.stream()
        .filter(h -> h.narrative().category().equals("weather"))
        .filter(h -> h.narrative().subtype().filter(subtype::equals).isPresent())
        .filter(h -> h.span().from().isBefore(day.plus(DAY)) && h.span().to().isAfter(day))
        .anyMatch(h -> ofCity.stream().anyMatch(s -> h.narrative().places().covers(s.store())));
  }

  private void weather(String what, String city, List<WorldStore> of, Instant day, double value) {
    rows.add(
        Driver.builder()
            .driverId(what + "-" + city)
            .kind(what.toLowerCase(Locale.ROOT))
            .storeIds(of.stream().map(s -> s.store().storeId()).sorted().toList())
            .timestamp(day)
            .value(StrictMath.rint(value * 10) / 10)
            .recordedAt(day)
            .build());
  }
}
