package org.minorityreport.core.log.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;

/** Where the rows of one log are, slice by slice. One writer adds; readers need no lock. */
final class LogHistory {
  private static final int POSITION = 0;
  private static final int OFFSET = 1;
  private static final int SEGMENT = 2;
  private static final int LENGTH = 3;
  private static final int ROWS = 4;
  private static final int CRC = 5;

  /** Columns of a run: number of the slice, of the first row in it, of the last. */
  private static final int SLICE = 0;

  private static final int FIRST = 1;
  private static final int LAST = 2;

  private final Log<?> log;
  private final LongRows slices = new LongRows(6);
  private final NavigableMap<RunId, LongRows> runs = new ConcurrentSkipListMap<>();

  LogHistory(Log<?> log) {
    this.log = log;
  }

  Log<?> log() {
    return log;
  }

  /** How many bytes {@link #write} needs. */
  long bytes() {
    return slices.bytes()
        + Integer.BYTES
        + runs.entrySet().stream()
            .mapToLong(run -> Integer.BYTES + text(run.getKey()).length + run.getValue().bytes())
            .sum();
  }

  void write(ByteBuffer to) {
    slices.write(to);
    to.putInt(runs.size());
    runs.forEach(
        (run, rows) -> {
          to.putInt(text(run).length).put(text(run));
          rows.write(to);
        });
  }

  /** Takes slices into an empty history. */
  void load(ByteBuffer from) {
    slices.load(from);
    int count = from.getInt();
    for (int i = 0; i < count; i++) {
      byte[] name = new byte[from.getInt()];
      from.get(name);
      LongRows rows = new LongRows(3);
      rows.load(from);
      runs.put(RunId.of(new String(name, StandardCharsets.UTF_8)), rows);
    }
  }

  private static byte[] text(RunId run) {
    return run.value().getBytes(StandardCharsets.UTF_8);
  }

  int add(long position, Slice slice) {
    int at =
        slices.add(
            position, slice.offset(), slice.segment(), slice.length(), slice.rows(), slice.crc());
    for (Map.Entry<RunId, RunSpan> run : slice.runs().entrySet()) {
      runs.computeIfAbsent(run.getKey(), r -> new LongRows(3))
          .add(at, run.getValue().first(), run.getValue().last());
    }
    return at;
  }

  /** How many slices came with this commit or before it. */
  int slicesUpTo(long position) {
    return slices.countUpTo(POSITION, position);
  }

  SlicePlace place(int slice) {
    return new SlicePlace(
        log,
        slices.get(slice, POSITION),
        (int) slices.get(slice, SEGMENT),
        slices.get(slice, OFFSET),
        (int) slices.get(slice, LENGTH),
        (int) slices.get(slice, ROWS),
        (int) slices.get(slice, CRC));
  }

  /** How many rows the slices from one to before another have. */
  long rows(int first, int end) {
    long rows = 0;
    for (int slice = first; slice < end; slice++) {
      rows += rows(slice);
    }
    return rows;
  }

  int rows(int slice) {
    return (int) slices.get(slice, ROWS);
  }

  /** The commit of a slice; later than any for one that is not in a commit yet, or never will. */
  long position(int slice) {
    return slice < slices.size() ? slices.get(slice, POSITION) : Long.MAX_VALUE;
  }

  NavigableMap<RunId, LongRows> runs() {
    return runs;
  }

  /** The rows of a run in its slices, from the one after a commit on. */
  RunSlices run(RunId run, long after, long to) {
    LongRows rows = runs.get(run);
    return rows == null
        ? RunSlices.NONE
        : new RunSlices(rows, upTo(rows, after), Math.max(upTo(rows, after), upTo(rows, to)));
  }

  private int upTo(LongRows rows, long position) {
    return rows.countUpTo(SLICE, slicesUpTo(position) - 1L);
  }

  /** Number of the newest row of a run that came with this commit or before it. */
  long count(RunId run, long upTo) {
    LongRows rows = runs.get(run);
    int known = rows == null ? 0 : upTo(rows, upTo);
    return rows == null || known == 0 ? 0 : rows.get(known - 1, LAST);
  }

  /** Position of the newest commit with rows of a run, up to one; 0 if there is none. */
  long newest(RunId run, long upTo) {
    LongRows rows = runs.get(run);
    int known = rows == null ? 0 : upTo(rows, upTo);
    return rows == null || known == 0 ? 0 : position((int) rows.get(known - 1, SLICE));
  }

  /** The rows of a run in a slice that has some. */
  RunSpan span(RunId run, int slice) {
    LongRows rows = runs.get(run);
    int at = rows == null ? 0 : rows.countUpTo(SLICE, slice);
    if (rows == null || at == 0 || rows.get(at - 1, SLICE) != slice) {
      throw new DamagedSliceException(
          place(slice).finding("the journal does not say that it has rows of run " + run));
    }
    long first = rows.get(at - 1, FIRST);
    return new RunSpan(first, (int) (rows.get(at - 1, LAST) - first + 1));
  }

  /** Refuses a slice that has other rows of its runs than the journal says. */
  void requireRuns(int slice, Map<RunId, Integer> found) {
    Map<RunId, Integer> said = runsOf(slice);
    if (!found.equals(said)) {
      throw new DamagedSliceException(
          place(slice).finding("rows per run are " + found + ", the journal says " + said));
    }
  }

  /** How many rows of each run are in a slice. */
  private Map<RunId, Integer> runsOf(int slice) {
    Map<RunId, Integer> counts = new TreeMap<>();
    runs.forEach(
        (run, rows) -> {
          int at = rows.countUpTo(SLICE, slice);
          if (at > 0 && rows.get(at - 1, SLICE) == slice) {
            counts.put(run, span(run, slice).rows());
          }
        });
    return counts;
  }

  /** How many bytes of a segment belong to commits. */
  long covered(int segment) {
    int slicesUpTo = slices.countUpTo(SEGMENT, segment);
    SlicePlace newest = slicesUpTo == 0 ? null : place(slicesUpTo - 1);
    return newest == null || newest.segment() != segment ? 0 : newest.end();
  }

  @Nullable SlicePlace last() {
    return slices.size() == 0 ? null : place(slices.size() - 1);
  }
}
