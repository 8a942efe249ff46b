package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.log.file.RowAddress;

/** The head of a row that passes by; its fields change with the next row. One thread at a time. */
final class SeenRow {
  String subject = "";
  Instant writtenAt = Instant.EPOCH;
  int version;
  boolean retracted;

  /** The codes of a degraded row; null if it is not degraded. */
  @Nullable List<String> codes;

  CommitPosition position = CommitPosition.START;
  long number;

  /** The row itself, of a store that gives rows whole. */
  @Nullable StoredRow whole;

  private final Log<?> log;
  private byte[] bytes = new byte[0];
  private int start;
  private int end;
  private int segment;
  private long offset;

  SeenRow(Log<?> log) {
    this.log = log;
  }

  Log<?> log() {
    return log;
  }

  /** Takes the head of a row. */
  void headOf(StoredRow row) {
    subject = row.subject().orElse("");
    writtenAt = row.writtenAt();
    version = row.version();
    retracted = row.isRetracted();
    codes = DegradedText.codes(row.json());
    position = row.position();
    number = row.rowNumber();
  }

  /** Says where the row is. */
  void at(byte[] in, int from, int to, int inSegment, long atOffset) {
    bytes = in;
    start = from;
    end = to;
    segment = inSegment;
    offset = atOffset;
  }

  RowAddress address() {
    return RowAddress.of(bytes, start, end - start, segment, offset);
  }

  /** {@return the row as a whole} */
  StoredRow row() {
    return Optional.ofNullable(whole)
        .orElseGet(
            () -> StoredRow.of(log, Arrays.copyOfRange(bytes, start, end), position, number));
  }
}
