package org.minorityreport.core.log.file;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;

/** Makes the keys of a log out of its segments. One thread at a time. */
final class KeyLoader {
  private final StoreFiles files;

  KeyLoader(StoreFiles files) {
    this.files = files;
  }

  /**
   * Takes in slices.
   *
   * @param log their log
   * @param keys takes them; it says where to begin
   * @param endSlice where to end
   * @throws DamagedSliceException if a slice does not check
   */
  void load(LogHistory log, GrowingKeys keys, int endSlice) {
    load(
        log,
        keys,
        endSlice,
        damage -> {
          throw damage;
        });
  }

  /** Takes in slices; what does not check is told, and left out. */
  void load(
      LogHistory log, GrowingKeys keys, int endSlice, Consumer<DamagedSliceException> damages) {
    try (SegmentReader reader = new SegmentReader(files)) {
      for (int slice = keys.endSlice(); slice < endSlice; slice++) {
        SlicePlace place = log.place(slice);
        try {
          add(log, keys, slice, place, reader.read(place));
        } catch (DamagedSliceException e) {
          damages.accept(e);
        }
        keys.tookIn(slice);
      }
    }
  }

  private void add(LogHistory log, GrowingKeys keys, int slice, SlicePlace place, byte[] bytes) {
    Map<RunId, Integer> runs = new TreeMap<>();
    Lines lines = new Lines(bytes);
    while (lines.next()) {
      LogRow row = row(place, lines, bytes);
      long at = LogKeys.place(slice, lines.start());
      keys.add(row, RowHash.ofKey(row.key()), row.statedVersion(), at);
      runs.merge(row.runId(), 1, Integer::sum);
    }
    log.requireRuns(slice, runs);
  }

  /** The row of a line, which a checksum has vouched for. */
  static LogRow row(SlicePlace place, Lines lines, byte[] bytes) {
    return row(place, lines, bytes, LogRow::ofSound);
  }

  /**
   * The row of a line.
   *
   * @param made makes it of its log and its JSON
   */
  static LogRow row(
      SlicePlace place, Lines lines, byte[] bytes, BiFunction<Log<?>, byte[], LogRow> made) {
    try {
      LogRow row = made.apply(place.log(), Arrays.copyOfRange(bytes, lines.start(), lines.end()));
      row.runId(); // looks through it
      return row;
    } catch (ContractException e) {
      throw new DamagedSliceException(place.finding(lines.start(), String.valueOf(e.getMessage())));
    }
  }
}
