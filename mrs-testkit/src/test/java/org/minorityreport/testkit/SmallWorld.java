package org.minorityreport.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Delivery;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.Inputs;
import org.minorityreport.api.input.RefusedRow;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.mock.world.World;

/**
 * A simulated world small enough to be run again and again: hourly sales of a few stores over the
 * warm-up and some eventful days, with context, deliveries and rows that could not be read.
 */
final class SmallWorld {
  static final RunId RUN = RunId.of("main");

  /** When the commits arrive, for all it matters. */
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-08-04T12:00:00Z"));

  private static final World WORLD =
      World.builder().stores(8).skus(2).days(6).cadence(Cadence.parse("PT1H")).build();
  private static final InputTables TABLES = WORLD.inputs();

  private final List<Store> stores = new ArrayList<>(WORLD.stores());
  private final List<SalesSeries> sales = new ArrayList<>();
  private final List<Campaign> campaigns = new ArrayList<>(TABLES.campaigns().orElseThrow());
  private final List<ContextEvent> events = new ArrayList<>(TABLES.contextEvents().orElseThrow());
  private final List<RefusedRow> refused = new ArrayList<>();
  private final List<Delivery> deliveries = new ArrayList<>();

  SmallWorld() {
    WORLD.stores().forEach(s -> sales.addAll(WORLD.sales(s.storeId())));
    for (int line = 2; line < 5; line++) {
      refused.add(
          RefusedRow.builder()
              .kind("unparseable_time")
              .source("sales.csv:" + line)
              .payload("row " + line)
              .message("timestamp is 'yesterday' but must be an ISO time")
              .build());
      deliveries.add(delivery(line));
    }
  }

  private static Delivery delivery(int number) {
    return Delivery.builder()
        .name("sales-" + number + ".csv")
        .deliveredAt(Instant.parse("2025-08-05T00:00:00Z"))
        .digest("digest of file " + number)
        .build();
  }

  static List<Instant> ticks() {
    return WORLD.ticks(Duration.ofHours(2));
  }

  /** Hands the same rows in another order. */
  SmallWorld reordered() {
    for (List<?> rows : List.of(stores, sales, campaigns, events, refused, deliveries)) {
      Collections.reverse(rows);
      Collections.rotate(rows, 3);
    }
    return this;
  }

  /** Takes back what one series sold in some steps: nobody knows any more. */
  SmallWorld without(StoreId store, Sku sku, Instant from, Instant to) {
    sales.replaceAll(
        s -> s.id().store().equals(store) && s.id().sku().equals(sku) ? cut(s, from, to) : s);
    return this;
  }

  private static SalesSeries cut(SalesSeries whole, Instant from, Instant to) {
    long[] units = new long[whole.size()];
    long[] cents = new long[whole.size()];
    for (int i = 0; i < units.length; i++) {
      Instant step = whole.steps().timeAt(i);
      boolean gone = !step.isBefore(from) && step.isBefore(to);
      units[i] = gone ? SalesSeries.UNKNOWN : whole.thousandthsAt(i);
      cents[i] = gone ? SalesSeries.UNKNOWN : whole.revenueCentsAt(i);
    }
    return SalesSeries.of(whole.id(), whole.steps(), units, cents);
  }

  InputTables tables() {
    SalesSource source =
        SalesSource.builder().name("till").cadence(WORLD.steps().cadence()).currency("GBP").build();
    InputTables.Builder tables = InputTables.builder(source);
    stores.forEach(tables::store);
    sales.forEach(tables::sales);
    refused.forEach(tables::refused);
    deliveries.forEach(tables::delivery);
    return tables.campaigns(campaigns).contextEvents(events).rowsRead(1000).build();
  }

  static Mrs open(LogStore store, Inputs inputs, int threads) {
    return Mrs.builder().logs(store).inputs(inputs).clock(CLOCK).threads(threads).build();
  }

  /** {@return the logs of a run over all ticks} */
  static LogStore run(Inputs inputs, int threads) {
    LogStore store = LogStores.inMemory(CLOCK);
    try (Mrs mrs = open(store, inputs, threads)) {
      ticks().forEach(mrs::tick);
    }
    return store;
  }
}
