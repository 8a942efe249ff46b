package org.minorityreport.examples.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.RefusedRow;
import org.minorityreport.api.series.SalesSeries;

/** A folder of CSV files under test: two stores, hours, every bad row allowed, until said else. */
final class CsvFolder {
  static final String UNKNOWN = "unknown";

  private final Path path;

  CsvFolder(Path path) {
    this.path = path;
    file("stores.csv", "store_id,retailer,time_zone", "S1,Acme,Europe/London", "S2,Acme,");
    mapping("'cadence':'PT1H','max_refused_share':1");
  }

  CsvFolder file(String name, String... lines) {
    return text(name, String.join("\n", lines) + "\n");
  }

  CsvFolder text(String name, String text) {
    try {
      Files.write(path.resolve(name), text.getBytes(UTF_8));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CsvFolder sales(String... rows) {
    return file("sales.csv", "store_id,sku,timestamp,units\n" + String.join("\n", rows));
  }

  CsvFolder sales(List<String> rows) {
    return sales(rows.toArray(new String[0]));
  }

  CsvFolder mapping(String entries) {
    return text("mapping.json", "{" + entries.replace('\'', '"') + "}");
  }

  CsvFolder withoutMapping() {
    try {
      Files.delete(path.resolve("mapping.json"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return path;
  }

  InputTables read() {
    return CsvInputs.in(path).read();
  }

  /** {@return the only refused row, with the kind, place, text and message that users see} */
  RefusedRow onlyRefused() {
    List<RefusedRow> refused = read().refused();
    if (refused.size() != 1) {
      throw new AssertionError("not one refused row: " + refused);
    }
    return refused.get(0);
  }

  /** {@return the units of a step as text, or that they are not known} */
  static String units(InputTables tables, String store, String sku, String time) {
    for (SalesSeries series : tables.sales(StoreId.of(store), tables.covers())) {
      int index = series.steps().indexOf(Instant.parse(time));
      if (series.id().equals(SeriesId.of(StoreId.of(store), Sku.of(sku)))) {
        return index >= 0 && index < series.size() && series.isKnown(index)
            ? String.valueOf(series.unitsAt(index))
            : UNKNOWN;
      }
    }
    return "no series";
  }
}
