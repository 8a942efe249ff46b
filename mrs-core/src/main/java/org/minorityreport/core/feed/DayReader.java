package org.minorityreport.core.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.core.json.LogCodec;

/**
 * Reads the steps of a series, some days at a time. Of a UTC day that is over, its day row says
 * all; of another, the rows that were written while a window was open, the later one of two that
 * speak of one step.
 */
final class DayReader {
  private static final String OK = "ok";
  private static final int AT_ONCE = 64;
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final Comparator<DayPlace> BY_TICK =
      Comparator.comparingLong(DayPlace::writtenAt)
          .thenComparingInt(DayPlace::nanos)
          .thenComparingInt(DayPlace::tail);

  private final LogStore store;
  private final DayIndex index;
  private final CommitPosition upTo;

  DayReader(LogStore store, DayIndex index, CommitPosition upTo) {
    this.store = store;
    this.index = index;
    this.upTo = upTo;
  }

  DayIndex index() {
    return index;
  }

  /** The UTC day of a moment, in seconds since 1970. */
  static long day(Instant time) {
    return day(time.getEpochSecond());
  }

  static long day(long second) {
    return second - Math.floorMod(second, DAY);
  }

  static Instant endOf(long day) {
    return Instant.ofEpochSecond(day + DAY);
  }

  /** {@return the rows about each day of a series, by day} */
  SortedMap<Long, List<DayPlace>> days(SeriesId series) {
    SortedMap<Long, List<DayPlace>> days = new TreeMap<>();
    for (DayPlace place : index.rows(series).keySet()) {
      days.computeIfAbsent(day(place.from()), d -> new ArrayList<>()).add(place);
    }
    return days;
  }

  /** Gives the steps of the wanted days of a series, in order. */
  void read(SeriesId series, LongPredicate wanted, Consumer<? super KnownStep> steps) {
    List<List<DayPlace>> some = new ArrayList<>();
    for (Map.Entry<Long, List<DayPlace>> day : days(series).entrySet()) {
      if (wanted.test(day.getKey())) {
        some.add(day.getValue());
      }
      if (some.size() == AT_ONCE) {
        give(series, some, steps);
        some.clear();
      }
    }
    give(series, some, steps);
  }

  private void give(SeriesId series, List<List<DayPlace>> days, Consumer<? super KnownStep> steps) {
    Map<DayPlace, String> keys = new TreeMap<>();
    days.forEach(day -> day.forEach(place -> keys.put(place, index.key(series, place))));
    Map<String, StoredRow> rows = store.latest(Logs.BASELINE_PREDICTIONS, keys.values(), upTo);
    for (List<DayPlace> day : days) {
      SortedMap<Instant, KnownStep> known = new TreeMap<>();
      for (DayPlace place : inOrder(day)) {
        StoredRow row = rows.get(keys.get(place));
        if (row != null && !row.isRetracted()) {
          add(LogCodec.read(Logs.BASELINE_PREDICTIONS, row), known);
        }
      }
      known.values().forEach(steps);
    }
  }

  /** Window rows first, then day rows, each by tick: what comes later counts. */
  private static List<DayPlace> inOrder(List<DayPlace> day) {
    List<DayPlace> sorted = new ArrayList<>(day);
    sorted.sort(Comparator.comparing(DayReader::isWhole).thenComparing(BY_TICK));
    @Nullable DayPlace last = sorted.get(sorted.size() - 1);
    return isWhole(last) ? sorted.stream().filter(DayReader::isWhole).toList() : sorted;
  }

  /** Only a row from the start of a day that was written after its end holds the whole day. */
  private static boolean isWhole(DayPlace place) {
    return place.from() == day(place.from()) && place.writtenAt() >= place.from() + DAY;
  }

  private static void add(BaselinePrediction row, Map<Instant, KnownStep> known) {
    if (!row.outcome().equals(OK)) {
      return; // a call that failed; its fallback has a row of its own
    }
    Cadence cadence = row.cadence();
    for (int i = 0; i < row.actualUnits().size(); i++) {
      Instant time = cadence.plus(row.firstStep(), i);
      known.put(
          time,
          new KnownStep(
              time,
              cadence,
              row.actualUnits().thousandthsAt(i),
              row.expectedUnits().thousandthsAt(i),
              row.spread().at(i)));
    }
  }

  /** All steps of a series from one moment to another. */
  List<KnownStep> between(SeriesId series, Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return List.of();
    }
    List<KnownStep> within = new ArrayList<>();
    long first = day(from);
    long end = to.getEpochSecond();
    read(
        series,
        day -> day >= first && day < end,
        step -> {
          if (!step.time().isBefore(from) && step.time().isBefore(to)) {
            within.add(step);
          }
        });
    return List.copyOf(within);
  }
}
