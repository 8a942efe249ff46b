package org.minorityreport.examples.csv;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;

/** Reads the stores; one thread at a time. */
final class StoresTable {
  private final Path path;
  private final EntityTable<Store> rows;
  private final SortedMap<StoreId, Store> stores = new TreeMap<>();
  private final Map<StoreId, Integer> lines = new HashMap<>();

  StoresTable(Path folder, Mapping mapping) {
    this.rows = new EntityTable<>(folder, mapping, TableKind.STORES);
    this.path = folder.resolve(mapping.table(TableKind.STORES).file());
  }

  Refusals refusals() {
    return rows.refusals();
  }

  /** {@return the stores by id} */
  SortedMap<StoreId, Store> read() {
    rows.read(StoresTable::store, (line, raw, store) -> add(line, store));
    return stores;
  }

  private void add(int line, Store store) {
    Store before = stores.putIfAbsent(store.storeId(), store);
    int lineBefore = lines.merge(store.storeId(), line, (first, later) -> first);
    if (before != null && !before.equals(store)) {
      throw new InvalidInputException(
          path.toString(),
          "store_id "
              + Quoted.text(store.storeId().value())
              + " stands in line "
              + lineBefore
              + " and, with other values, in line "
              + line
              + ", expected one row per store");
    }
  }

  private static Store store(EntityRow row) {
    Store.Builder store =
        Store.builder()
            .storeId(row.required("store_id", StoreId::of))
            .retailer(row.required("retailer"))
            .name(row.optional("name"))
            .city(row.optional("city"))
            .region(row.optional("region"))
            .country(row.optional("country"))
            .format(row.optional("format"))
            .timeZone(row.optional("time_zone"))
            .salesRegion(row.optional("sales_region"))
            .attributes(row.attributes());
    row.num("lat").ifPresent(store::lat);
    row.num("lon").ifPresent(store::lon);
    return store.build();
  }
}
