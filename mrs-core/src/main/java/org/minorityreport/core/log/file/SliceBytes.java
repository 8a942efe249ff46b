package org.minorityreport.core.log.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** The bytes of a slice as they come together; they are too many to be copied. */
final class SliceBytes extends ByteArrayOutputStream {
  SliceBytes(int expected) {
    super(expected);
  }

  /** All bytes so far. */
  synchronized ByteBuffer view() {
    return ByteBuffer.wrap(buf, 0, count);
  }

  /** What the journal says of the bytes. */
  static SliceDigests digests(ByteBuffer bytes) {
    try {
      CRC32C crc = new CRC32C();
      crc.update(bytes.duplicate());
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(bytes.duplicate());
      return new SliceDigests((int) crc.getValue(), HexFormat.of().formatHex(sha256.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Both checksums of a slice.
   *
   * @param crc CRC32C
   * @param sha256 SHA-256 in hex
   */
  record SliceDigests(int crc, String sha256) {}
}
