package org.minorityreport.core.log.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.json.RowHeader;

/** Makes the keys of a log out of its segments. One thread at a time. */
final class KeyLoader {
  private final StoreFiles files;
  private final CommitHistory history;
  private final Subjects subjects;
  private final BiConsumer<SlicePlace, byte[]> check;

  KeyLoader(StoreFiles files, CommitHistory history, Subjects subjects) {
    this(files, history, subjects, (place, bytes) -> {});
  }

  /** A loader with a further check of slices, which throws {@link DamagedSliceException}. */
  KeyLoader(
      StoreFiles files,
      CommitHistory history,
      Subjects subjects,
      BiConsumer<SlicePlace, byte[]> check) {
    this.files = files;
    this.history = history;
    this.subjects = subjects;
    this.check = check;
  }

  /**
   * Takes in the slices that are not yet there. What does not check is a damage of the history;
   * what cannot be read at all is an error.
   */
  void load(LogKeys keys) throws IOException {
    int end = keys.history().slicesUpTo(history.head());
    try (SegmentReader reader = new SegmentReader(files)) {
      for (int slice = keys.slices(); slice < end; slice++) {
        SlicePlace place = keys.history().place(slice);
        try {
          byte[] bytes = reader.read(place);
          check.accept(place, bytes);
          add(keys, slice, place, bytes);
        } catch (DamagedSliceException e) {
          history.addDamage(e.finding());
        }
        keys.tookIn(slice);
      }
    }
  }

  private void add(LogKeys keys, int slice, SlicePlace place, byte[] bytes) {
    Map<RunId, Integer> runs = new TreeMap<>();
    Lines lines = new Lines(bytes);
    while (lines.next()) {
      try {
        byte[] line = Arrays.copyOfRange(bytes, lines.start(), lines.end());
        RowHeader header = RowHeader.of(place.log(), line, 0, line.length);
        LogRow row = LogCodec.row(place.log(), header, line);
        KeyHash key = KeyHash.ofKey(place.log(), header.key());
        requireNext(keys.newest(key), header, place, lines.start());
        keys.put(key, header.version(), row.contentDigest(), LogKeys.place(slice, lines.start()));
        subjects.put(row, place.position());
        runs.merge(header.runId(), 1, Integer::sum);
      } catch (ContractException e) {
        throw new DamagedSliceException(
            place.finding(lines.start(), String.valueOf(e.getMessage())));
      }
    }
    if (!runs.equals(keys.history().runsOf(slice))) {
      throw new DamagedSliceException(
          place.finding(
              "rows per run are " + runs + ", the journal says " + keys.history().runsOf(slice)));
    }
  }

  /** A gap in the versions is a loss, unless a damage explains it. */
  private void requireNext(
      @Nullable NewestVersion before, RowHeader header, SlicePlace place, int within) {
    int expected = before == null ? 1 : before.version() + 1;
    boolean follows =
        history.damages().isEmpty() ? header.version() == expected : header.version() >= expected;
    if (!follows) {
      throw new DamagedSliceException(
          place.finding(
              within,
              String.format(
                  Locale.ROOT,
                  "%s has version %d, expected %d",
                  header.key(),
                  header.version(),
                  expected)));
    }
  }
}
