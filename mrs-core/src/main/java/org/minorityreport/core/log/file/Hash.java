package org.minorityreport.core.log.file;

import com.google.common.primitives.Longs;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A link of the hash chain. Immutable. */
final class Hash {
  /** How many bytes it has. */
  static final int BYTES = 32;

  private final byte[] bytes;

  Hash(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  Hash next(byte[] json) {
    return new Hash(EntryText.chain(bytes, json));
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** Its first 64 bits. */
  long prefix() {
    return Longs.fromByteArray(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Lower-case hex. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
