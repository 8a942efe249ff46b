package org.minorityreport.examples.csv;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
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

/** Reads one file of sales, row by row into the series they belong to; one thread at a time. */
final class SalesTable {
  private final Path path;
  private final Mapping mapping;
  private final TableMapping table;
  private final SalesFiles.SalesFile file;
  private final Cadence cadence;
  private final SortedMap<StoreId, Store> stores;
  private final SortedMap<Instant, Batch> batches = new TreeMap<>();
  private final Refusals refusals;

  /** The sales of one store; the text of an id is turned into an id once, not once per row. */
  private record StoreSales(StoreId id, StepTimes times, SortedMap<String, SeriesRows> bySku) {}

  /** The rows that were delivered at one time, with what makes their digest. */
  private record Batch(
      Optional<Instant> deliveredAt, Map<String, StoreSales> stores, MessageDigest digest) {}

  SalesTable(
      Path folder,
      Mapping mapping,
      SalesFiles.SalesFile file,
      Cadence cadence,
      SortedMap<StoreId, Store> stores) {
    this.mapping = mapping;
    this.file = file;
    this.table = mapping.table(TableKind.SALES).of(file.name());
    this.path = folder.resolve(file.name());
    this.cadence = cadence;
    this.stores = stores;
    this.refusals = new Refusals(TableKind.SALES, file.name());
  }

  private Batch batch(Optional<Instant> deliveredAt) {
    return batches.computeIfAbsent(
        deliveredAt.orElse(Instant.MIN),
        k -> new Batch(deliveredAt, byName(deliveredAt), sha256()));
  }

  private Map<String, StoreSales> byName(Optional<Instant> deliveredAt) {
    TimeText text = new TimeText(table.timeFormats());
    Map<ZoneId, StepTimes> byZone = new HashMap<>();
    Map<String, StoreSales> byName = new HashMap<>();
    for (Store store : stores.values()) {
      StepTimes times =
          byZone.computeIfAbsent(
              mapping.zone().orElse(store.zone()),
              zone -> new StepTimes(text, zone, cadence, deliveredAt));
      byName.put(store.storeId().value(), new StoreSales(store.storeId(), times, new TreeMap<>()));
    }
    return byName;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** {@return what could not be used} */
  Refusals refusals() {
    return refusals;
  }

  /**
   * Reads the file and adds what it holds to the tables.
   *
   * @param alone whether there is no other file of sales
   */
  void readInto(InputTables.Builder tables, boolean alone) {
    boolean byRow;
    String digest;
    batch(file.deliveredAt());
    try (CsvFile csv = CsvFile.open(path, table.delimiter())) {
      SalesRow row = new SalesRow(Columns.bind(path, TableKind.SALES, table, csv), mapping);
      byRow = row.hasDeliveredAt();
      while (csv.next()) {
        refusals.countRow();
        try {
          take(csv, row);
        } catch (BadRow e) {
          refusals.add(csv.line(), csv.raw(), e);
        }
      }
      digest = csv.digest();
    }
    tables.rowsRead(refusals.rows());
    checkExtent();
    for (Batch batch : batches.values()) {
      Delivery delivery = delivery(batch, byRow, digest);
      if (!byRow || !batch.stores().values().stream().allMatch(s -> s.bySku().isEmpty())) {
        tables.delivery(delivery);
        close(tables, batch, delivery, alone && !byRow);
      }
    }
    fetchText();
  }

  /** Rows that say when they were delivered are a delivery of their own for each such time. */
  private Delivery delivery(Batch batch, boolean byRow, String digest) {
    String name = table.file() + (byRow ? batch.deliveredAt().map(t -> "@" + t).orElse("") : "");
    return Delivery.builder()
        .name(name)
        .deliveredAt(batch.deliveredAt())
        .digest(byRow ? HexFormat.of().formatHex(batch.digest().digest()) : digest)
        .build();
  }

  private void take(CsvFile csv, SalesRow row) {
    String[] fields = csv.split();
    Batch batch = batch(file.deliveredAt());
    if (row.hasDeliveredAt()) {
      batch = batch(row.deliveredAt(fields).or(file::deliveredAt));
      batch.digest().update((csv.raw() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    StoreSales store = batch.stores().get(row.store().required(fields));
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
      series.add(step, row.units(fields), row.cents(fields), csv.line());
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

  private void close(InputTables.Builder tables, Batch batch, Delivery delivery, boolean only) {
    for (StoreSales store : batch.stores().values()) {
      Iterator<SeriesRows> all = store.bySku().values().iterator();
      while (all.hasNext()) {
        SeriesRows rows = all.next();
        all.remove(); // so that the memory of the rows is free once they are a series
        if (!rows.isEmpty()) {
          rows.close(cadence, refusals)
              .ifPresent(
                  sold -> {
                    if (only) {
                      tables.sales(sold);
                    } else {
                      tables.sales(delivery, sold);
                    }
                  });
          rows.unusable().forEach(step -> tables.unusable(rows.id(), step));
          for (Instant step : rows.contradicted()) {
            if (only) {
              tables.unusable(rows.id(), step);
            } else {
              tables.contradicted(delivery, rows.id(), step);
            }
          }
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
    for (Batch batch : batches.values()) {
      batch.stores().values().forEach(store -> store.bySku().values().forEach(extent::add));
    }
    extent
        .problem(cadence, table.file(), Runtime.getRuntime().maxMemory())
        .ifPresent(
            problem -> {
              throw new InvalidInputException(path.toString(), problem);
            });
  }
}
