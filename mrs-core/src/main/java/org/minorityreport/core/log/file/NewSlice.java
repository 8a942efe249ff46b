package org.minorityreport.core.log.file;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.Writer;

/** Rows of one log on their way into a segment. One thread at a time. */
final class NewSlice {
  private static final int MAX_BYTES = 1 << 30;

  private final Log<?> log;
  private final Writer writer;
  private final List<LogRow> offered;
  private final List<NewRow> rows = new ArrayList<>();
  private final SortedMap<RunId, Integer> runs = new TreeMap<>();
  private SliceBytes bytes = new SliceBytes(0);

  NewSlice(LogSlice slice) {
    this.log = slice.log();
    this.writer = slice.writer();
    this.offered = slice.rows();
  }

  Log<?> log() {
    return log;
  }

  List<NewRow> rows() {
    return rows;
  }

  void add(LogRow row, KeyHash key, int version) {
    if (rows.isEmpty()) {
      bytes = new SliceBytes(expected()); // not before: often nothing is new
    }
    rows.add(new NewRow(row, key, version, bytes.size()));
    runs.merge(row.runId(), 1, Integer::sum);
    row.write(version, bytes);
    bytes.write('\n');
    if (bytes.size() > MAX_BYTES) {
      throw new LogStoreException(
          "a slice of "
              + log
              + " is larger than 1 GiB at its row "
              + rows.size()
              + "; append it in several commits; nothing was appended");
    }
  }

  private int expected() {
    long expected = offered.stream().mapToLong(row -> row.length() + 2L).sum();
    return (int) Math.min(MAX_BYTES, expected);
  }

  int length() {
    return bytes.size();
  }

  /** All bytes; nothing may be added after this. */
  ByteBuffer bytes() {
    return bytes.view();
  }

  SliceDigests digests() {
    return SliceDigests.of(bytes.view());
  }

  /**
   * What the journal shall say of it.
   *
   * @param at where it was written
   * @param digests those of its bytes
   * @param counts how many rows of a run the log has before it
   */
  Slice described(SegmentWriter.End at, SliceDigests digests, ToLongFunction<RunId> counts) {
    SortedMap<RunId, RunSpan> spans = new TreeMap<>();
    runs.forEach((run, n) -> spans.put(run, new RunSpan(counts.applyAsLong(run) + 1, n)));
    return new Slice(
        log,
        writer,
        at.segment(),
        at.offset(),
        bytes.size(),
        rows.size(),
        spans,
        digests.crc(),
        digests.sha256());
  }

  /**
   * A row with its version.
   *
   * @param row the row
   * @param key hash of its key
   * @param version the version it gets
   * @param within where in the slice it begins
   */
  record NewRow(LogRow row, KeyHash key, int version, int within) {}
}
