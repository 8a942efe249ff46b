package org.minorityreport.testkit.store.onefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;

/**
 * A commit, or a part of one, in the file: length, checksum of the length, checksum of the content,
 * content. The content is lines: position, time, then per row its log, writer and JSON.
 */
record CommitRecord(long position, Instant time, List<LogSlice> slices) {
  static final int HEADER = 12;

  byte[] bytes() {
    StringBuilder text = new StringBuilder(position + "\n" + time);
    for (LogSlice slice : slices) {
      for (LogRow row : slice.rows()) {
        text.append('\n').append(slice.log()).append('\t').append(slice.writer()).append('\t');
        text.append(new String(row.json(1), UTF_8));
      }
    }
    byte[] content = text.toString().getBytes(UTF_8);
    ByteBuffer record = ByteBuffer.allocate(HEADER + content.length);
    record.putInt(content.length).putInt(checksum(record.array(), 0, 4));
    return record.putInt(checksum(content, 0, content.length)).put(content).array();
  }

  static CommitRecord of(byte[] content) {
    String[] lines = new String(content, UTF_8).split("\n", -1);
    List<LogSlice> slices = new ArrayList<>();
    for (int i = 2; i < lines.length; i++) {
      String[] parts = lines[i].split("\t", 3);
      Log<?> log = Logs.byWireName(parts[0]);
      LogRow row = LogRow.of(log, parts[2].getBytes(UTF_8));
      slices.add(LogSlice.of(log, Writer.valueOf(parts[1]), List.of(row)));
    }
    return new CommitRecord(Long.parseLong(lines[0]), Instant.parse(lines[1]), slices);
  }

  /** With what an earlier record holds of the same commit. */
  CommitRecord after(CommitRecord earlier) {
    if (earlier == null) {
      return this;
    }
    List<LogSlice> all = new ArrayList<>(earlier.slices());
    all.addAll(slices);
    return new CommitRecord(position, time, all);
  }

  static int checksum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
