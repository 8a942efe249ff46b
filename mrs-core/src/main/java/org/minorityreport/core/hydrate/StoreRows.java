package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.core.json.LogCodec;

/** What stores_log says of each store, read when asked for. Thread-safe while no rows come in. */
final class StoreRows {
  private final Map<String, TreeMap<Instant, StoredRow>> rows = new HashMap<>();
  private final Map<String, Optional<SourcedRow<StoreRecord>>> known = new ConcurrentHashMap<>();
  private Set<String> touched = new HashSet<>();

  void accept(StoredRow row) {
    String store = row.subject().orElseThrow();
    rows.computeIfAbsent(store, s -> new TreeMap<>())
        .merge(row.writtenAt(), row, (a, b) -> a.version() > b.version() ? a : b);
    touched.add(store);
  }

  /** {@return the stores about which something new came since this was last asked} */
  Set<String> takeTouched() {
    Set<String> taken = touched;
    touched = new HashSet<>();
    known.keySet().removeAll(taken);
    return taken;
  }

  /** {@return the newest row of a store} */
  Optional<SourcedRow<StoreRecord>> about(StoreId store) {
    return known.computeIfAbsent(store.value(), this::latest);
  }

  private Optional<SourcedRow<StoreRecord>> latest(String store) {
    for (StoredRow row : rows.getOrDefault(store, new TreeMap<>()).descendingMap().values()) {
      if (!row.isRetracted()) {
        StoreRecord record = LogCodec.read(Logs.STORES, row);
        if (!record.gone().orElse(false)) {
          return Optional.of(new SourcedRow<>(record, RowPlace.of(row)));
        }
      }
    }
    return Optional.empty();
  }
}
