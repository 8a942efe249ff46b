package org.minorityreport.examples.quickstart.dataset;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;

/**
 * Turnover per store and day of a chain of drugstores, with its promotions, holidays and weather.
 *
 * <p>Turnover stands for units. A day on which a shop was closed is unknown. The promotion flag of
 * the rows becomes campaigns, holidays and weather become context of the state.
 */
final class RossmannDataset implements Dataset {
  private static final String SALES = "train.csv";
  private static final String STORES = "store.csv";
  private static final String STATES = "store_states.csv";

  @Override
  public List<String> files() {
    return List.of(SALES, STORES, STATES);
  }

  @Override
  public InputTables read(Path folder) {
    Refusals refusals = new Refusals();
    SalesSource source = SalesSource.builder().name("rossmann").cadence(DAILY).build();
    InputTables.Builder tables = InputTables.builder(source);
    Map<StoreId, String> states = states(folder, refusals);
    SortedMap<StoreId, Store> stores = stores(folder, states, refusals);
    stores.values().forEach(tables::store);

    DailySales sales = new DailySales(Sku.of("sales"), "Sales");
    ChainCalendar calendar = new ChainCalendar();
    tables.delivery(
        new TableReader(
                folder,
                SALES,
                ',',
                List.of("Store", "Date", "Sales", "Open", "Promo", "StateHoliday", "SchoolHoliday"))
            .read(
                refusals,
                "",
                row -> {
                  sales.countRow();
                  take(row, stores, sales, calendar);
                }));
    sales.closeInto(tables, refusals);
    tables.campaigns(calendar.campaigns());
    tables.contextEvents(calendar.events());
    SortedSet<String> regions = new TreeSet<>(states.values());
    tables.contextEvents(WeatherExtremes.read(folder.resolve("weather"), regions, refusals));
    refusals.checkShare(folder);
    refusals.rows().forEach(tables::refused);
    return tables.build();
  }

  private static void take(
      TableRow row, SortedMap<StoreId, Store> stores, DailySales sales, ChainCalendar calendar) {
    LocalDate day = row.date("Date");
    Store store = row.store("Store", stores);
    long thousandths = row.thousandths("Sales");
    boolean open = row.flag("Open");
    boolean promoted = row.flag("Promo");
    String publicHoliday = publicHoliday(row);
    boolean schoolHoliday = row.flag("SchoolHoliday");
    calendar.promotion(store.storeId(), day, promoted);
    store
        .region()
        .ifPresent(region -> calendar.holidays(region, day, publicHoliday, schoolHoliday));
    if (open) {
      sales.add(store.storeId(), day, thousandths, row);
    }
  }

  private static String publicHoliday(TableRow row) {
    String letter = row.text("StateHoliday");
    char first = letter.charAt(0);
    if (letter.length() != 1 || !(first == '0' || (first >= 'a' && first <= 'z'))) {
      throw BadRow.column(
          BadRow.INVALID_VALUE, "StateHoliday", letter, "0, or a letter for the kind of holiday");
    }
    return letter;
  }

  private static Map<StoreId, String> states(Path folder, Refusals refusals) {
    SortedMap<StoreId, String> states = new TreeMap<>();
    new TableReader(folder, STATES, ',', List.of("Store", "State"))
        .read(
            refusals,
            "store_",
            row -> states.put(StoreId.of(row.text("Store")), row.text("State")));
    return states;
  }

  private static SortedMap<StoreId, Store> stores(
      Path folder, Map<StoreId, String> states, Refusals refusals) {
    SortedMap<StoreId, Store> stores = new TreeMap<>();
    new TableReader(folder, STORES, ',', List.of("Store", "StoreType"))
        .read(
            refusals,
            "store_",
            row -> {
              StoreId id = StoreId.of(row.text("Store"));
              Store.Builder store =
                  Store.builder().storeId(id).retailer(RETAILER).format(row.optional("StoreType"));
              String state = states.get(id);
              if (state != null) {
                store.region(state);
              }
              row.optional("Assortment").ifPresent(a -> store.putAttributes("assortment", a));
              row.number("CompetitionDistance")
                  .ifPresent(d -> store.putAttributes("competition_distance", (long) d));
              Stores.add(store.build(), stores);
            });
    return stores;
  }
}
