package org.minorityreport.api.log;

import java.security.MessageDigest;
import java.util.Arrays;

/** Parts of a row. Immutable. */
final class ByteRanges {
  private final int[] ends;

  /**
   * Some parts.
   *
   * @param ends beginning and end of each, one after the other
   * @param count how many numbers
   */
  ByteRanges(int[] ends, int count) {
    this.ends = Arrays.copyOf(ends, count);
  }

  void update(MessageDigest digest, byte[] json) {
    for (int i = 0; i < ends.length; i += 2) {
      digest.update(json, ends[i], ends[i + 1] - ends[i]);
      digest.update((byte) ',');
    }
  }
}
