package org.minorityreport.core.hydrate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Goes from line to line in bytes and tells which lines may say {@code :true}, eight bytes at a
 * time (the zero-byte test of H. S. Warren, Hacker's Delight, 6-1). One thread at a time.
 */
final class LineWalk {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long BREAKS = '\n' * ONES;
  private static final long COLONS = ':' * ONES;
  private static final long TS = 't' * ONES;

  private byte[] bytes = new byte[0];
  private int length;
  private int start;
  private int end = -1;
  private boolean flagged;

  void over(byte[] all, int count) {
    bytes = all;
    length = count;
    start = 0;
    end = -1;
  }

  /** Goes to the next line; false if there is none. */
  boolean next() {
    start = end + 1;
    if (start >= length) {
      return false;
    }
    end = find(start);
    return true;
  }

  int start() {
    return start;
  }

  /** Where the line break is. */
  int end() {
    return end;
  }

  /** Whether something in the line may be true; false if certainly nothing is. */
  boolean isFlagged() {
    return flagged;
  }

  private int find(int from) {
    byte[] all = bytes; // a field would be read again for each word
    int at = from;
    long flags = 0;
    int lastWord = length - Long.BYTES - 1;
    while (at <= lastWord) {
      long word = (long) WORD.get(all, at);
      flags |= zeros(word ^ COLONS) & zeros((long) WORD.get(all, at + 1) ^ TS);
      long breaks = zeros(word ^ BREAKS);
      if (breaks != 0) {
        flagged = flags != 0;
        return at + (Long.numberOfTrailingZeros(breaks) >> 3);
      }
      at += Long.BYTES;
    }
    boolean met = flags != 0;
    while (at < length && bytes[at] != '\n') {
      met |= bytes[at] == ':' && at + 1 < length && bytes[at + 1] == 't';
      at++;
    }
    flagged = met;
    return at;
  }

  /**
   * The high bit of each byte that is zero; the lowest one set is right, those above may not be.
   */
  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGHS;
  }
}
