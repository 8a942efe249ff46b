package org.minorityreport.core.log.file;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.LogRow;

/**
 * Checks the rows of a log, slice by slice: each is JSON of that log, the versions of a key follow
 * each other, and there are as many of a run as the journal says. One thread at a time.
 */
final class Versions {
  private final CommitHistory history;
  private final LongTable newest = new LongTable();

  Versions(CommitHistory history) {
    this.history = history;
  }

  void check(LogHistory log, int slice, byte[] bytes) {
    SlicePlace place = log.place(slice);
    Map<RunId, Integer> runs = new TreeMap<>();
    Lines lines = new Lines(bytes);
    while (lines.next()) {
      LogRow row = KeyLoader.row(place, lines, bytes, LogRow::of);
      requireNext(row, place, lines.start());
      runs.merge(row.runId(), 1, Integer::sum);
    }
    log.requireRuns(slice, runs);
  }

  /** A gap in the versions is a loss, unless a damage explains it. */
  private void requireNext(LogRow row, SlicePlace place, int within) {
    KeyHash key = RowHash.ofKey(row.key());
    long before = newest.get(key);
    long expected = before == LongTable.ABSENT ? 1 : before + 1;
    boolean follows =
        history.damages().isEmpty()
            ? row.statedVersion() == expected
            : row.statedVersion() >= expected;
    if (!follows) {
      throw new DamagedSliceException(
          place.finding(
              within,
              String.format(
                  Locale.ROOT,
                  "%s has version %d, expected %d",
                  row.key(),
                  row.statedVersion(),
                  expected)));
    }
    newest.put(key, row.statedVersion());
  }
}
