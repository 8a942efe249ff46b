package org.minorityreport.core.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.json.CanonicalJson;

/**
 * Where the baseline predictions of each series stand: their keys and row numbers, never their
 * steps. Rows of shadow calls are passed by, as nothing was made of them.
 */
final class DayIndex {
  private static final String SHADOW = "shadow";
  private static final int STORE = 1;
  private static final int SKU = 2;
  private static final int FROM = 3;
  private static final int WRITTEN_AT = 4;
  private static final int TAIL = 5;
  private static final int ROUTE = 7;

  private final RunId run;
  private final SortedMap<SeriesId, SortedMap<DayPlace, Long>> rows = new TreeMap<>();
  private final Map<List<String>, Integer> tailNumbers = new HashMap<>();
  private final List<List<String>> tails = new ArrayList<>();

  private DayIndex(RunId run) {
    this.run = run;
  }

  /** The rows that stand at a moment. */
  static DayIndex at(LogStore store, RunId run, CommitPosition upTo, Optional<Instant> tick) {
    DayIndex index = new DayIndex(run);
    store.read(
        Logs.BASELINE_PREDICTIONS,
        run,
        CommitPosition.START,
        upTo,
        row -> {
          if (tick.filter(row.writtenAt()::isAfter).isEmpty()) {
            index.add(row);
          }
        });
    index.rows.values().removeIf(Map::isEmpty);
    return index;
  }

  /** {@return the series that have rows, sorted} */
  List<SeriesId> series() {
    return List.copyOf(rows.keySet());
  }

  /** {@return the rows of a series with their numbers, by first step} */
  SortedMap<DayPlace, Long> rows(SeriesId series) {
    return rows.getOrDefault(series, Collections.emptySortedMap());
  }

  /** {@return the key of a row as the log knows it} */
  String key(SeriesId series, DayPlace place) {
    List<Object> key = new ArrayList<>();
    key.add(run.value());
    key.add(series.store().value());
    key.add(series.sku().value());
    key.add(Instant.ofEpochSecond(place.from()));
    key.add(Instant.ofEpochSecond(place.writtenAt(), place.nanos()));
    key.addAll(tails.get(place.tail()));
    return CanonicalJson.text(key);
  }

  private void add(StoredRow row) {
    String[] key = CanonicalJson.read(row.key().getBytes(UTF_8), String[].class);
    if (key[ROUTE].equals(SHADOW)) {
      return;
    }
    SeriesId series = SeriesId.of(StoreId.of(key[STORE]), Sku.of(key[SKU]));
    Instant writtenAt = Instant.parse(key[WRITTEN_AT]);
    DayPlace place =
        new DayPlace(
            Instant.parse(key[FROM]).getEpochSecond(),
            writtenAt.getEpochSecond(),
            writtenAt.getNano(),
            tail(List.of(key).subList(TAIL, key.length)));
    SortedMap<DayPlace, Long> known = rows.computeIfAbsent(series, s -> new TreeMap<>());
    if (row.isRetracted()) {
      known.remove(place);
    } else {
      known.put(place, row.rowNumber());
    }
  }

  private int tail(List<String> parts) {
    Integer number = tailNumbers.get(parts);
    if (number == null) {
      number = tails.size();
      tails.add(List.copyOf(parts));
      tailNumbers.put(List.copyOf(parts), number);
    }
    return number;
  }
}
