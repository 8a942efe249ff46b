package org.minorityreport.core.log.file;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minorityreport.api.log.Log;

/** Brings together the keys of logs: out of the cache, and the rest out of the segments. */
final class KeyIndex {
  private final StoreFiles files;
  private final CommitHistory history;
  private final KeyCache cache;
  private final int rowsPerPart;

  KeyIndex(StoreFiles files, CommitHistory history, KeyCache cache, int rowsPerPart) {
    this.files = files;
    this.history = history;
    this.cache = cache;
    this.rowsPerPart = rowsPerPart;
  }

  /** The keys of a log, for reading: nothing is written. */
  LogKeys ofLog(LogHistory log) {
    List<KeyPart> parts = cache.complete(log);
    LogKeys keys = new LogKeys(log, parts, cache.recent(log, end(parts)));
    goOn(keys);
    return keys;
  }

  /** Takes in what came since; a damaged slice is a damage of the history. */
  void goOn(LogKeys keys) {
    LogHistory log = keys.history();
    new KeyLoader(files)
        .load(
            log,
            keys.recent(),
            log.slicesUpTo(history.head()),
            damage -> history.addDamage(damage.finding()));
  }

  /**
   * The keys of all logs, for writing. Parts that are missing are made side by side, as reading and
   * hashing rows takes long, and written.
   *
   * @return keys by log; what is damaged is added to the damages of the history
   */
  Map<Log<?>, LogKeys> ofAll() throws IOException {
    ListMultimap<Log<?>, KeyPart> parts = ArrayListMultimap.create();
    List<Missing> missing = new ArrayList<>();
    for (LogHistory log : history.logs()) {
      List<KeyPart> known = cache.complete(log);
      parts.putAll(log.log(), known);
      missing.addAll(missing(log, known));
    }
    List<Made> made = missing.parallelStream().map(this::make).toList();
    for (Made one : made) {
      parts.put(one.log().log(), one.part());
      one.damages().forEach(d -> history.addDamage(d.finding()));
    }
    Map<Log<?>, LogKeys> keys = new LinkedHashMap<>();
    for (LogHistory log : history.logs()) {
      List<KeyPart> complete = parts.get(log.log());
      LogKeys ofLog = new LogKeys(log, complete, cache.recent(log, end(complete)));
      requireSegments(log, ofLog.slices());
      requireLastCommit(log, ofLog.slices());
      goOn(ofLog);
      keys.put(log.log(), ofLog);
    }
    return keys;
  }

  /** What the cache tells of is not read, but it must be there. */
  private void requireSegments(LogHistory log, int endSlice) throws IOException {
    int checked = 0;
    for (int slice = 0; slice < endSlice; slice++) {
      SlicePlace place = log.place(slice);
      if (place.segment() != checked) {
        checked = place.segment();
        long covered = log.covered(checked);
        long there = files.sizeOrNone(files.segment(log.log(), checked));
        if (there < covered) {
          String what =
              there < 0 ? "the file is missing" : (covered - there) + " bytes are missing";
          history.addDamage(place.finding(what));
        }
      }
    }
  }

  /** Of the last commit, which alone can be taken back, it must be known whether it is sound. */
  private void requireLastCommit(LogHistory log, int endSlice) {
    try (SegmentReader reader = new SegmentReader(files)) {
      for (int slice = log.slicesUpTo(history.head() - 1); slice < endSlice; slice++) {
        reader.read(log.place(slice));
      }
    } catch (DamagedSliceException e) {
      history.addDamage(e.finding());
    }
  }

  private static int end(List<KeyPart> parts) {
    return parts.isEmpty() ? 0 : parts.get(parts.size() - 1).endSlice();
  }

  /** The parts after those known that have their number of rows. */
  private List<Missing> missing(LogHistory log, List<KeyPart> known) {
    List<Missing> missing = new ArrayList<>();
    int first = end(known);
    long rows = 0;
    int end = log.slicesUpTo(history.head());
    for (int slice = first; slice < end; slice++) {
      rows += log.rows(slice);
      if (rows >= rowsPerPart) {
        missing.add(new Missing(log, known.size() + missing.size() + 1, first, slice + 1));
        first = slice + 1;
        rows = 0;
      }
    }
    return missing;
  }

  private Made make(Missing part) {
    List<DamagedSliceException> damages = new ArrayList<>();
    GrowingKeys keys = new GrowingKeys(part.firstSlice());
    new KeyLoader(files).load(part.log(), keys, part.endSlice(), damages::add);
    KeyPart made = keys.part();
    if (damages.isEmpty()) {
      cache.keep(part.log(), part.number(), made);
    }
    return new Made(part.log(), made, damages);
  }

  private record Missing(LogHistory log, int number, int firstSlice, int endSlice) {}

  private record Made(LogHistory log, KeyPart part, List<DamagedSliceException> damages) {}
}
