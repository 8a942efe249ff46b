package org.minorityreport.core.log.file;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * Both checksums of a slice.
 *
 * @param crc CRC32C, for fast reads
 * @param sha256 SHA-256 in hex, for proof
 */
record SliceDigests(int crc, String sha256) {
  static SliceDigests of(ByteBuffer bytes) {
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
}
