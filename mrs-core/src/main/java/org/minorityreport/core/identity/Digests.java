package org.minorityreport.core.identity;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;

/** SHA-256 digests of bytes. */
public final class Digests {
  private Digests() {}

  /**
   * The digest of some bytes.
   *
   * @param parts bytes, hashed one after the other without separator
   * @return 32 bytes
   */
  public static byte[] sha256(byte[]... parts) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (byte[] part : parts) {
      hasher.putBytes(part);
    }
    return hasher.hash().asBytes();
  }

  /**
   * The digest of some bytes as hex.
   *
   * @param parts bytes, hashed one after the other without separator
   * @return 64 lower-case digits
   */
  public static String sha256Hex(byte[]... parts) {
    return hex(sha256(parts));
  }

  /**
   * Bytes as hex.
   *
   * @param bytes any bytes
   * @return lower-case digits
   */
  public static String hex(byte[] bytes) {
    return BaseEncoding.base16().lowerCase().encode(bytes);
  }
}
