package org.minorityreport.examples.quickstart.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;

/**
 * Tickets per store and day of a grocery chain, with its stores and a calendar.
 *
 * <p>A day without a row is unknown: the shop was closed. The calendar becomes context; there is no
 * source of campaigns, which is not the same as no campaigns, so reports are marked accordingly.
 */
final class FavoritaDataset implements Dataset {
  private static final String TICKETS = "transactions.csv";
  private static final String STORES = "stores.csv";
  private static final String CALENDAR = "holidays_events.csv";

  @Override
  public List<String> files() {
    return List.of(TICKETS, STORES);
  }

  @Override
  public InputTables read(Path folder) {
    Refusals refusals = new Refusals();
    SalesSource source = SalesSource.builder().name("favorita").cadence(DAILY).build();
    InputTables.Builder tables = InputTables.builder(source);
    SortedMap<StoreId, Store> stores = stores(folder, refusals);
    stores.values().forEach(tables::store);
    DailySales sales = new DailySales(Sku.of("tickets"), "transactions");
    tables.delivery(
        new TableReader(folder, TICKETS, ',', List.of("date", "store_nbr", "transactions"))
            .read(
                refusals,
                "",
                row -> {
                  sales.countRow();
                  LocalDate day = row.date("date");
                  StoreId store = row.store("store_nbr", stores).storeId();
                  sales.add(store, day, row.thousandths("transactions"), row);
                }));
    sales.closeInto(tables, refusals);
    if (Files.exists(folder.resolve(CALENDAR))) {
      tables.contextEvents(calendar(folder, refusals));
    }
    refusals.checkShare(folder);
    refusals.rows().forEach(tables::refused);
    return tables.build();
  }

  private static SortedMap<StoreId, Store> stores(Path folder, Refusals refusals) {
    SortedMap<StoreId, Store> stores = new TreeMap<>();
    new TableReader(folder, STORES, ',', List.of("store_nbr", "city", "state", "type", "cluster"))
        .read(
            refusals,
            "store_",
            row -> {
              Store.Builder store =
                  Store.builder()
                      .storeId(StoreId.of(row.text("store_nbr")))
                      .retailer(RETAILER)
                      .city(row.optional("city"))
                      .region(row.optional("state"))
                      .format(row.optional("type"));
              row.optional("cluster").ifPresent(c -> store.putAttributes("cluster", c));
              Stores.add(store.build(), stores);
            });
    return stores;
  }

  private static List<ContextEvent> calendar(Path folder, Refusals refusals) {
    List<ContextEvent> events = new ArrayList<>();
    new TableReader(
            folder,
            CALENDAR,
            ',',
            List.of("date", "type", "locale", "locale_name", "description", "transferred"))
        .read(
            refusals,
            "context_",
            row -> {
              if (!isTransferred(row)) {
                events.add(event(row));
              }
            });
    return events;
  }

  /** A holiday moved to another day is worked through; the day it moved to has a row of its own. */
  private static boolean isTransferred(TableRow row) {
    String text = row.text("transferred").toLowerCase(Locale.ROOT);
    if (!text.equals("true") && !text.equals("false")) {
      throw BadRow.column(BadRow.INVALID_VALUE, "transferred", text, "true or false");
    }
    return text.equals("true");
  }

  private static ContextEvent event(TableRow row) {
    LocalDate day = row.date("date");
    ContextEvent.Builder event =
        ContextEvent.builder()
            .contextId(row.source())
            .category("calendar")
            .subtype(subtype(row.text("type")))
            .name(row.text("description"))
            .start(DailySales.startOf(day))
            .end(DailySales.startOf(day.plusDays(1)))
            .source(CALENDAR)
            .putAttributes("type", row.text("type"));
    String locale = row.text("locale").toLowerCase(Locale.ROOT);
    switch (locale) {
      case "national" -> {
        // No place at all means everywhere.
      }
      case "regional" -> event.addRegions(row.text("locale_name"));
      case "local" -> event.addCities(row.text("locale_name"));
      default ->
          throw BadRow.column(
              BadRow.INVALID_VALUE, "locale", locale, "National, Regional or Local");
    }
    return event.build();
  }

  /** An unheard-of type is kept under its own word: the calendar may grow. */
  private static String subtype(String type) {
    String word = type.toLowerCase(Locale.ROOT).replace(' ', '_');
    return switch (word) {
      case "holiday", "transfer", "additional" -> "public_holiday";
      case "bridge" -> "bridge_day";
      default -> word;
    };
  }
}
