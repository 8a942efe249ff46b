package org.minorityreport.examples.csv;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Delivery;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.Cadence;

/** Reads the sales, row by row into the series they belong to; one thread at a time. */
final class SalesTable {
  private final Path path;
  private final Mapping mapping;
  private final TableMapping table;
  private final Cadence cadence;
  private final Map<String, StoreSales> stores = new HashMap<>();
  private final Refusals refusals;

  /** The sales of one store; the text of an id is turned into an id once, not once per row. */
  private record StoreSales(StoreId id, StepTimes times, SortedMap<String, SeriesRows> bySku) {}

  SalesTable(Path folder, Mapping mapping, Cadence cadence, SortedMap<StoreId, Store> stores) {
    this.mapping = mapping;
    this.table = mapping.table(TableKind.SALES);
    this.path = folder.resolve(table.file());
    this.cadence = cadence;
    this.refusals = new Refusals(TableKind.SALES, table.file());
    TimeText text = new TimeText(table.timeFormats());
    Map<ZoneId, StepTimes> byZone = new HashMap<>();
    for (Store store : stores.values()) {
      StepTimes times =
          byZone.computeIfAbsent(
              mapping.zone().orElse(store.zone()),
              zone -> new StepTimes(text, zone, cadence, mapping.deliveredAt()));
      this.stores.put(
          store.storeId().value(), new StoreSales(store.storeId(), times, new TreeMap<>()));
    }
  }

  /** {@return what could not be used} */
  Refusals refusals() {
    return refusals;
  }

  /** Reads the file and adds what it holds to the tables. */
  void readInto(InputTables.Builder tables) {
    try (CsvFile file = CsvFile.open(path, table.delimiter())) {
      SalesRow row = new SalesRow(Columns.bind(path, TableKind.SALES, table, file), mapping);
      while (file.next()) {
        refusals.countRow();
        try {
          take(file, row);
        } catch (BadRow e) {
          refusals.add(file.line(), file.raw(), e);
        }
      }
      tables.delivery(
          Delivery.builder()
              .name(table.file())
              .deliveredAt(mapping.deliveredAt())
              .digest(file.digest())
              .build());
    }
    tables.rowsRead(refusals.rows());
    checkExtent();
    close(tables);
    fetchText();
  }

  private void take(CsvFile file, SalesRow row) {
    String[] fields = file.split();
    StoreSales store = stores.get(row.store().required(fields));
    if (store == null) {
      throw row.store()
          .bad(
              RefusalKinds.UNKNOWN_STORE,
              row.store().text(fields),
              "a store_id of " + mapping.table(TableKind.STORES).file());
    }
    SeriesRows series = series(store, row, fields);
    String timeText = row.time().required(fields);
    StepTime time = store.times().read(timeText);
    if (time.problem() != null) {
      throw row.time().bad(time.problem(), timeText, time.expectation());
    }
    long step = series.place(time);
    try {
      series.add(step, row.units(fields), row.cents(fields), file.line());
    } catch (BadRow e) {
      series.unusable(step);
      throw e;
    }
  }

  private static SeriesRows series(StoreSales store, SalesRow row, String[] fields) {
    String sku = row.sku().required(fields);
    SeriesRows series = store.bySku().get(sku);
    if (series == null) {
      try {
        series = new SeriesRows(SeriesId.of(store.id(), Sku.of(sku)), row.hasRevenue());
      } catch (InvalidValueException e) {
        throw row.sku()
            .bad(
                RefusalKinds.INVALID_ID,
                sku,
                "1 to 256 characters, not blank, without control characters");
      }
      store.bySku().put(sku, series);
    }
    return series;
  }

  private void close(InputTables.Builder tables) {
    for (StoreSales store : stores.values()) {
      Iterator<SeriesRows> all = store.bySku().values().iterator();
      while (all.hasNext()) {
        SeriesRows rows = all.next();
        all.remove(); // so that the memory of the rows is free once they are a series
        if (!rows.isEmpty()) {
          rows.close(cadence, refusals).ifPresent(tables::sales);
          rows.unusable().forEach(step -> tables.unusable(rows.id(), step));
        }
      }
    }
  }

  private void fetchText() {
    if (refusals.lackText()) {
      try (CsvFile again = CsvFile.open(path, table.delimiter())) {
        refusals.fetchText(again);
      }
    }
  }

  /** Every series covers all steps from the first to the last, so one wrong year costs memory. */
  private void checkExtent() {
    Extent extent = new Extent();
    stores.values().forEach(store -> store.bySku().values().forEach(extent::add));
    extent
        .problem(cadence, table.file(), Runtime.getRuntime().maxMemory())
        .ifPresent(
            problem -> {
              throw new InvalidInputException(path.toString(), problem);
            });
  }
}
