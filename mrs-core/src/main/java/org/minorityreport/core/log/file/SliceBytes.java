package org.minorityreport.core.log.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** The bytes of a slice as they come together, which are large enough not to be copied. */
final class SliceBytes extends ByteArrayOutputStream {
  SliceBytes() {
    super(8192);
  }

  /** All bytes so far. */
  synchronized ByteBuffer view() {
    return ByteBuffer.wrap(buf, 0, count).asReadOnlyBuffer();
  }

  synchronized int crc() {
    CRC32C crc = new CRC32C();
    crc.update(buf, 0, count);
    return (int) crc.getValue();
  }

  synchronized String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(buf, 0, count);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
