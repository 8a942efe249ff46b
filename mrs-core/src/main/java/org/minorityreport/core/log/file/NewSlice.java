package org.minorityreport.core.log.file;

import com.google.common.hash.Hashing;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.Writer;

/** Rows of one log on their way into a segment. One thread at a time. */
final class NewSlice {
  private static final int MAX_BYTES = 1 << 30;

  private final Log<?> log;
  private final Writer writer;
  private final List<NewRow> rows = new ArrayList<>();
  private final SortedMap<RunId, Integer> runs = new TreeMap<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  NewSlice(Log<?> log, Writer writer) {
    this.log = log;
    this.writer = writer;
  }

  Log<?> log() {
    return log;
  }

  List<NewRow> rows() {
    return rows;
  }

  void add(KeyHash key, LogRow row, int version, byte[] json) {
    if (bytes.size() > MAX_BYTES - json.length - 1) {
      throw new LogStoreException(
          "a slice of "
              + log
              + " is larger than 1 GiB at its row "
              + rows.size()
              + "; append it in several commits; nothing was appended");
    }
    rows.add(new NewRow(key, row, version, bytes.size()));
    runs.merge(row.runId(), 1, Integer::sum);
    bytes.write(json, 0, json.length);
    bytes.write('\n');
  }

  int length() {
    return bytes.size();
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /**
   * What the journal shall say of it.
   *
   * @param segment its file
   * @param offset where in the file
   * @param counts how many rows of a run the log has before it
   * @param content its bytes
   */
  Slice described(int segment, long offset, ToLongFunction<RunId> counts, byte[] content) {
    SortedMap<RunId, RunSpan> spans = new TreeMap<>();
    runs.forEach((run, n) -> spans.put(run, new RunSpan(counts.applyAsLong(run) + 1, n)));
    return new Slice(
        log,
        writer,
        segment,
        offset,
        content.length,
        rows.size(),
        spans,
        SegmentReader.crc(content),
        Hashing.sha256().hashBytes(content).toString());
  }

  /**
   * A row with its version.
   *
   * @param key hash of its key
   * @param row the row
   * @param version the version it gets
   * @param within where in the slice it begins
   */
  record NewRow(KeyHash key, LogRow row, int version, int within) {}
}
