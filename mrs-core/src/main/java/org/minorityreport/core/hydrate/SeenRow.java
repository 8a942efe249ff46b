package org.minorityreport.core.hydrate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.log.file.RowAddress;

/** The head of a row that passes by; its fields change with the next row. One thread at a time. */
final class SeenRow {
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
  private @Nullable String subject = "";
  private int subjectAt;
  private int subjectEnd;
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

  /** {@return what the row is about} */
  String subject() {
    String known = subject;
    if (known == null) {
      known = new String(bytes, subjectAt, subjectEnd - subjectAt, StandardCharsets.ISO_8859_1);
      subject = known;
    }
    return known;
  }

  /** Says where it stands what the row is about: some letters and digits. */
  void subject(byte[] in, int from, int to) {
    bytes = in;
    subject = null;
    subjectAt = from;
    subjectEnd = to;
  }

  /** Whether the row is about something; quicker than to ask about what, and to compare. */
  boolean isAbout(String other) {
    String known = subject;
    if (known != null || other.length() != subjectEnd - subjectAt) {
      return other.equals(subject());
    }
    for (int i = other.length() - 1; i >= 0; i--) {
      if (bytes[subjectAt + i] != other.charAt(i)) {
        return false;
      }
    }
    return true;
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
    StoredRow given = whole;
    if (given != null) {
      return given;
    }
    LogRow sound = LogRow.ofSound(log, Arrays.copyOfRange(bytes, start, end));
    return StoredRow.of(sound, sound.statedVersion(), position, number);
  }
}
