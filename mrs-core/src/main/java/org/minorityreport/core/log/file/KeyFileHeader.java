package org.minorityreport.core.log.file;

import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.minorityreport.api.log.Log;

/**
 * The beginning of a file of keys.
 *
 * @param log which log it is of
 * @param firstSlice its first slice, counted in its log from 0
 * @param endSlice the slice after its last
 * @param rows its rows
 * @param slots its slots
 * @param firstSecond second of the earliest tick of its rows
 * @param lastSecond of the latest
 * @param chain what the chain of the journal was at its last slice
 * @param crc CRC32C of what follows
 */
record KeyFileHeader(
    long log,
    int firstSlice,
    int endSlice,
    int rows,
    int slots,
    long firstSecond,
    long lastSecond,
    long chain,
    int crc) {
  static final int BYTES = 64;

  private static final long MAGIC = 0x4d52532d4b455931L; // MRS-KEY1

  static KeyFileHeader of(Log<?> log, KeyPart part, KeyTable table, long chain, int crc) {
    return new KeyFileHeader(
        log(log),
        part.firstSlice(),
        part.endSlice(),
        table.rows(),
        table.slots(),
        part.firstSecond(),
        part.lastSecond(),
        chain,
        crc);
  }

  void write(ByteBuffer to) {
    int start = to.position();
    to.putLong(MAGIC).putInt(firstSlice).putInt(endSlice).putInt(rows).putInt(slots);
    to.putLong(firstSecond).putLong(lastSecond).putLong(chain).putInt(crc);
    to.putLong(log);
    to.putInt(crc(to.slice(start, BYTES - Integer.BYTES)));
  }

  /** The header in 64 bytes, if they are one. */
  static Optional<KeyFileHeader> read(ByteBuffer bytes) {
    boolean sound =
        bytes.remaining() == BYTES
            && bytes.getLong(0) == MAGIC
            && bytes.getInt(BYTES - Integer.BYTES) == crc(bytes.slice(0, BYTES - Integer.BYTES));
    return sound
        ? Optional.of(
            new KeyFileHeader(
                bytes.getLong(52),
                bytes.getInt(8),
                bytes.getInt(12),
                bytes.getInt(16),
                bytes.getInt(20),
                bytes.getLong(24),
                bytes.getLong(32),
                bytes.getLong(40),
                bytes.getInt(48)))
        : Optional.empty();
  }

  /** A number for a log. */
  static long log(Log<?> log) {
    return Hashing.farmHashFingerprint64()
        .hashString(log.wireName(), StandardCharsets.UTF_8)
        .asLong();
  }

  /** How long the file must be. */
  long fileBytes() {
    return BYTES + (long) rows * KeyTable.COLUMNS * Long.BYTES + (long) slots * Integer.BYTES;
  }

  static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
