package org.minorityreport.examples.csv;

import java.nio.file.Path;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Driver;

/** What a row of drivers means. */
final class DriversTable {
  private DriversTable() {}

  static ListedTable<Driver> in(Path folder, Mapping mapping) {
    return new ListedTable<>(
        folder, mapping, TableKind.DRIVERS, DriversTable::driver, DriversTable::id);
  }

  /** A measurement may be made known anew: then both rows count, each from its own time on. */
  private static String id(Driver driver) {
    return driver.ref() + driver.recordedAt().map(time -> " recorded at " + time).orElse("");
  }

  private static Driver driver(EntityRow row) {
    Driver.Builder driver =
        Driver.builder()
            .driverId(row.required("driver_id"))
            .kind(row.required("kind"))
            .campaignId(row.optional("campaign_id"))
            .contextId(row.optional("context_id"))
            .storeIds(row.list("store_ids", StoreId::of))
            .regions(row.list("regions"))
            .skus(row.list("skus", Sku::of))
            .timestamp(row.start("timestamp"))
            .recordedAt(row.moment("recorded_at"));
    row.num("value").ifPresent(driver::value);
    return driver.build();
  }
}
