package org.minorityreport.core.log.file;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.StoredRow;

/** Answers questions out of the history, the keys and the segments. Thread-safe. */
final class StoreReads {
  private static final long LARGEST = Integer.MAX_VALUE - 8L;

  private final StoreFiles files;
  private final CommitHistory history;

  StoreReads(StoreFiles files, CommitHistory history) {
    this.files = files;
    this.history = history;
  }

  List<RunId> runs() {
    long seen = history.head();
    history.requireSound(null, 0, seen);
    Set<RunId> runs = new TreeSet<>();
    for (LogHistory log : history.logs()) {
      log.runs().keySet().stream().filter(run -> log.count(run, seen) > 0).forEach(runs::add);
    }
    return List.copyOf(runs);
  }

  long count(Log<?> log, RunId run, long asOf) {
    long upTo = Math.min(asOf, history.head());
    LogHistory slices = history.of(log);
    // a damaged slice has its rows counted in the journal; only a damaged entry hides rows
    history.requireSound(null, slices.newest(run, upTo), upTo);
    return slices.count(run, upTo);
  }

  void read(Log<?> log, RunId run, long after, long to, Consumer<? super StoredRow> reader) {
    long upTo = Math.min(to, history.head());
    history.requireSound(log, after, upTo);
    LogHistory slices = history.of(log);
    RunSlices wanted = slices.run(run, after, upTo);
    try (SegmentReader segments = new SegmentReader(files)) {
      for (int i = wanted.from(); i < wanted.to(); i++) {
        SlicePlace place = slices.place(wanted.slice(i));
        byte[] bytes = segments.read(place);
        read(place, bytes, run, wanted.firstRow(i), wanted.count(i), reader);
      }
    }
  }

  void readSlices(
      Log<?> log,
      RunId run,
      long after,
      long to,
      Consumer<? super RowSlice> reader,
      Consumer<? super Finding> damages) {
    long upTo = Math.min(to, history.head());
    history.damagesOf(log, after, upTo).forEach(damages);
    LogHistory slices = history.of(log);
    RunSlices wanted = slices.run(run, after, upTo);
    byte[] bytes = new byte[0];
    try (SegmentReader segments = new SegmentReader(files)) {
      for (int i = wanted.from(); i < wanted.to(); i++) {
        SlicePlace place = slices.place(wanted.slice(i));
        if (bytes.length < place.length()) {
          bytes = new byte[(int) Math.min(LARGEST, place.length() * 5L / 4)];
        }
        try {
          segments.read(place, bytes);
        } catch (DamagedSliceException e) {
          damages.accept(e.finding());
          continue;
        }
        reader.accept(new RowSlice(place, wanted.firstRow(i), wanted.count(i), bytes));
      }
    }
  }

  private static void read(
      SlicePlace place,
      byte[] bytes,
      RunId run,
      long firstRow,
      int count,
      Consumer<? super StoredRow> reader) {
    long number = firstRow;
    Lines lines = new Lines(bytes);
    while (lines.next()) {
      LogRow row = KeyLoader.row(place, lines, bytes);
      if (row.runId().equals(run)) {
        reader.accept(stored(place, row, number));
        number++;
      }
    }
    if (number != firstRow + count) {
      throw new DamagedSliceException(
          place.finding(
              (number - firstRow) + " rows of run " + run + ", the journal says " + count));
    }
  }

  /** The newest versions; the keys must know all slices up to the position. */
  Map<String, StoredRow> latest(LogKeys keys, Collection<String> wanted, long asOf) {
    long upTo = Math.min(asOf, history.head());
    Log<?> log = keys.history().log();
    Map<Integer, Map<Integer, String>> places = new TreeMap<>();
    for (String key : wanted) {
      long place = keys.find(RowHash.ofKey(key), upTo);
      boolean found = place != KeyTable.NONE;
      int slice = LogKeys.slice(place);
      history.requireSound(log, found ? keys.history().position(slice) : 0, upTo);
      if (found) {
        places.computeIfAbsent(slice, s -> new TreeMap<>()).put(LogKeys.within(place), key);
      }
    }
    Map<String, StoredRow> rows = new TreeMap<>();
    try (SegmentReader segments = new SegmentReader(files)) {
      for (Map.Entry<Integer, Map<Integer, String>> slice : places.entrySet()) {
        SlicePlace place = keys.history().place(slice.getKey());
        pick(keys.history(), slice.getKey(), segments.read(place), slice.getValue(), rows);
      }
    }
    return rows;
  }

  /** Takes some rows out of a slice in one walk over it, for the numbers of rows are counted. */
  private static void pick(
      LogHistory log,
      int slice,
      byte[] bytes,
      Map<Integer, String> wanted,
      Map<String, StoredRow> rows) {
    SlicePlace place = log.place(slice);
    Map<RunId, Long> next = new TreeMap<>();
    boolean oneRun = false;
    Lines lines = new Lines(bytes);
    for (int line = 0; lines.next(); line++) {
      String key = wanted.get(lines.start());
      if (key == null && oneRun) {
        continue;
      }
      LogRow row = KeyLoader.row(place, lines, bytes);
      RunSpan span = log.span(row.runId(), slice);
      oneRun = span.rows() == place.rows();
      long number = oneRun ? span.first() + line : next.getOrDefault(row.runId(), span.first());
      next.put(row.runId(), number + 1);
      if (key != null) {
        if (!row.key().equals(key)) {
          throw new DamagedSliceException(
              place.finding(lines.start(), "the row is " + row.key() + ", expected " + key));
        }
        rows.put(key, stored(place, row, number));
      }
    }
  }

  private static StoredRow stored(SlicePlace place, LogRow row, long number) {
    return StoredRow.of(row, row.statedVersion(), CommitPosition.of(place.position()), number);
  }
}
