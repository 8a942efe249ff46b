package org.minorityreport.examples.benchmarks.candidate;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.minorityreport.api.record.ReportDetected;

/**
 * The key that the peers use: time first, so that commits go to the end of the tree. The digest is
 * that of the report's id: cheaper than one over the whole key, to the advantage of the peers.
 */
final class RowKey {
  /** Stands for MRDL. */
  static final byte LOG = 7;

  private static final int PREFIX = "MR-".length();

  private RowKey() {}

  static long time(ReportDetected row) {
    return row.writtenAt().toEpochMilli();
  }

  static byte[] digest(ReportDetected row) {
    String id = row.reportId().value();
    return HexFormat.of().parseHex(id, PREFIX, id.length());
  }

  /** Time, log, run and digest in one array whose order is that of the parts. */
  static byte[] bytes(ReportDetected row, byte[] run) {
    byte[] digest = digest(row);
    return ByteBuffer.allocate(Long.BYTES + 1 + run.length + digest.length)
        .putLong(time(row))
        .put(LOG)
        .put(run)
        .put(digest)
        .array();
  }
}
