package org.minorityreport.core.hydrate;

import com.google.common.io.ByteArrayDataInput;
import com.google.common.io.ByteArrayDataOutput;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.log.file.RowAddress;

/** A row that may give a value: its head and where to read the rest. Immutable. */
final class Pick {
  private final Log<?> log;
  private final long number;
  private final CommitPosition position;
  private final Instant writtenAt;
  private final int version;
  private final boolean retracted;
  private final @Nullable List<String> codes;
  private final @Nullable StoredRow whole;
  private final int segment;
  private final long offset;
  private final int length;
  private final int crc;

  /** The row that is passing by. */
  Pick(SeenRow row) {
    log = row.log();
    number = row.number;
    position = row.position;
    writtenAt = row.writtenAt;
    version = row.version;
    retracted = row.retracted;
    codes = row.codes;
    whole = row.whole;
    RowAddress at = whole == null ? row.address() : new RowAddress(0, 0, 0, 0);
    segment = at.segment();
    offset = at.offset();
    length = at.length();
    crc = at.crc();
  }

  /** The row that was kept. */
  Pick(Log<?> log, ByteArrayDataInput from) {
    this.log = log;
    number = from.readLong();
    position = CommitPosition.of(from.readLong());
    writtenAt = KeptParts.time(from);
    version = from.readInt();
    retracted = from.readBoolean();
    codes = from.readBoolean() ? KeptParts.texts(from) : null;
    whole = null;
    segment = from.readInt();
    offset = from.readLong();
    length = from.readInt();
    crc = from.readInt();
  }

  /** Keeps it; a row that a store gave whole cannot be kept. */
  void write(ByteArrayDataOutput to) {
    to.writeLong(number);
    to.writeLong(position.value());
    KeptParts.write(writtenAt, to);
    to.writeInt(version);
    to.writeBoolean(retracted);
    to.writeBoolean(codes != null);
    if (codes != null) {
      KeptParts.writeTexts(codes, to);
    }
    to.writeInt(segment);
    to.writeLong(offset);
    to.writeInt(length);
    to.writeInt(crc);
  }

  RowPlace place() {
    return new RowPlace(log, number, position, writtenAt);
  }

  Instant writtenAt() {
    return writtenAt;
  }

  CommitPosition position() {
    return position;
  }

  long number() {
    return number;
  }

  int version() {
    return version;
  }

  boolean isRetracted() {
    return retracted;
  }

  /** {@return the codes of a degraded row; null if it is not degraded} */
  @Nullable List<String> codes() {
    return codes;
  }

  /** {@return its canonical JSON} */
  byte[] json(RowSource.Rows rows) {
    return whole == null
        ? rows.json(log, new RowAddress(segment, offset, length, crc))
        : whole.json();
  }

  /** Whether a row of this tick and number is the later one. */
  boolean isBefore(Instant tick, long other) {
    int order = writtenAt.compareTo(tick);
    return order < 0 || (order == 0 && number < other);
  }
}
