package org.minorityreport.examples.quickstart.dataset;

import java.util.SortedMap;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;

/** The rule for the lists of stores. */
final class Stores {
  private Stores() {}

  /** Adds a store; the same row twice is harmless, another row for the same store is refused. */
  static void add(Store store, SortedMap<StoreId, Store> stores) {
    Store before = stores.putIfAbsent(store.storeId(), store);
    if (before != null && !before.equals(store)) {
      throw BadRow.line(
          BadRow.CONFLICTING_VALUES,
          "store '" + store.storeId() + "' has another row before, expected one row per store");
    }
  }
}
