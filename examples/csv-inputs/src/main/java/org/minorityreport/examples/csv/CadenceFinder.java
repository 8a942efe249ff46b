package org.minorityreport.examples.csv;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.series.Cadence;

/**
 * Tells the cadence of a source that does not state it: the smallest gap between two times of one
 * series, which must also be the commonest, so that a stray row cannot change the grid of all. Gaps
 * are taken from times as written, so that a change of the clock is none.
 */
final class CadenceFinder {
  private final Path path;
  private final TableMapping table;
  private final TimeText text;
  private final Map<String, Optional<Long>> parsed = new HashMap<>();
  private final Map<String, Map<String, TimeList>> times = new HashMap<>();

  CadenceFinder(Path folder, TableMapping table) {
    this.path = folder.resolve(table.file());
    this.table = table;
    this.text = new TimeText(table.timeFormats());
  }

  Cadence find() {
    try (CsvFile file = CsvFile.open(path, table.delimiter())) {
      Columns columns = Columns.bind(path, TableKind.SALES, table, file);
      Column store = columns.get("store_id");
      Column sku = columns.get("sku");
      Column time = columns.get("timestamp");
      while (file.next()) {
        try {
          String[] fields = file.split();
          add(store.text(fields), sku.text(fields), time.text(fields));
        } catch (BadRow e) {
          // Refused with its reason when the rows are read.
        }
      }
    }
    return fromGaps();
  }

  private void add(String store, String sku, String time) {
    parsed
        .computeIfAbsent(time, t -> text.parse(t).map(CadenceFinder::seconds))
        .ifPresent(
            seconds ->
                times
                    .computeIfAbsent(store, k -> new HashMap<>())
                    .computeIfAbsent(sku, k -> new TimeList())
                    .add(seconds));
  }

  private static long seconds(TemporalAccessor time) {
    if (time instanceof LocalDate date) {
      return date.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
    return time instanceof LocalDateTime local
        ? local.toEpochSecond(ZoneOffset.UTC)
        : ((Instant) time).getEpochSecond();
  }

  private Cadence fromGaps() {
    SortedMap<Long, Long> counts = new TreeMap<>();
    for (Map<String, TimeList> ofStore : times.values()) {
      ofStore.values().forEach(list -> list.countGaps(counts));
    }
    if (counts.isEmpty()) {
      throw untold("no series has two times");
    }
    long smallest = counts.firstKey();
    long most = counts.values().stream().mapToLong(n -> n).max().orElseThrow();
    if (counts.getOrDefault(smallest, 0L) < most) {
      throw untold(
          "the smallest gap between two times of a series is "
              + Duration.ofSeconds(smallest)
              + ", but it is not the commonest");
    }
    try {
      return Cadence.of(Duration.ofSeconds(smallest));
    } catch (InvalidValueException e) {
      throw untold("the smallest gap between two times of a series gives none: " + e.getMessage());
    }
  }

  private InvalidInputException untold(String why) {
    return new InvalidInputException(
        path.toString(),
        "the cadence cannot be told, because "
            + why
            + "; expected \"cadence\" in "
            + Mapping.FILE
            + ", such as \"PT15M\", \"PT1H\" or \"P1D\"");
  }

  /** The times of a series in a growing array. */
  private static final class TimeList {
    private long[] values = new long[16];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size + (size >> 1));
      }
      values[size++] = value;
    }

    void countGaps(Map<Long, Long> counts) {
      Arrays.sort(values, 0, size);
      for (int i = 1; i < size; i++) {
        if (values[i] > values[i - 1]) {
          counts.merge(values[i] - values[i - 1], 1L, Long::sum);
        }
      }
    }
  }
}
