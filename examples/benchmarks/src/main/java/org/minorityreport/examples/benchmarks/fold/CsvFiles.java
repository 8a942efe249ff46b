package org.minorityreport.examples.benchmarks.fold;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.minorityreport.api.series.SalesSeries;

/** Injected sales as a folder of CSV files, whose cadence is stated. */
final class CsvFiles {
  private static final int THOUSANDTHS = 1_000;

  private final InjectedSales sales;
  private final int stores;

  CsvFiles(InjectedSales sales, int stores) {
    this.sales = sales;
    this.stores = stores;
  }

  /** {@return how many rows of sales were written} */
  long write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("mapping.json"), "{\"cadence\": \"" + InjectedSales.CADENCE + "\"}");
    long rows = 0;
    try (Writer places = Files.newBufferedWriter(folder.resolve("stores.csv"));
        Writer sold =
            Files.newBufferedWriter(folder.resolve("sales.csv"), StandardCharsets.UTF_8)) {
      places.write("store_id,retailer,region,time_zone\n");
      sold.write("store_id,sku,timestamp,units\n");
      for (int i = 0; i < stores; i++) {
        InjectedSales.Sold store = sales.store(i);
        String id = store.store().storeId().value();
        places.write(
            String.join(
                    ",",
                    id,
                    store.store().retailer(),
                    store.store().region().orElse(""),
                    store.store().timeZone().orElse(""))
                + "\n");
        for (SalesSeries series : store.series()) {
          String begin = id + "," + series.id().sku() + ",";
          for (int step = 0; step < series.size(); step++) {
            sold.write(begin);
            sold.write(series.steps().timeAt(step).toString());
            sold.write(',');
            sold.write(Long.toString(series.thousandthsAt(step) / THOUSANDTHS));
            sold.write('\n');
            rows++;
          }
        }
      }
    }
    return rows;
  }
}
