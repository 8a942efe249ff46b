package org.minorityreport.core.log.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Numbers by 128-bit key, 24 bytes a place, filled to two thirds at most. One writer puts; readers
 * need no lock: what was put before a head was published is found by those who saw that head.
 */
final class LongTable {
  /** What is found for a key that is not there. */
  static final long ABSENT = -1;

  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);
  private static final int WIDTH = 3;

  /** Per place: low half of the key, never 0; high half; value. */
  private volatile long[] cells = new long[64 * WIDTH];

  private int size;

  long get(KeyHash key) {
    long[] array = cells;
    int at = place(array, key);
    return (long) CELL.getAcquire(array, at) == 0 ? ABSENT : (long) CELL.getAcquire(array, at + 2);
  }

  void put(KeyHash key, long value) {
    long[] array = cells;
    int at = place(array, key);
    if (array[at] != 0) {
      CELL.setRelease(array, at + 2, value);
      return;
    }
    if ((size + 1) * 3L > array.length / WIDTH * 2L) {
      array = grown(array);
      at = place(array, key);
    }
    size++;
    array[at + 2] = value;
    array[at + 1] = key.high();
    CELL.setRelease(array, at, key.low()); // last: a reader that sees it sees the rest
    cells = array;
  }

  int size() {
    return size;
  }

  /** Where the key is, or the empty place where it belongs. */
  private static int place(long[] array, KeyHash key) {
    int places = array.length / WIDTH;
    int at = (int) Long.remainderUnsigned(key.high(), places);
    while (true) {
      long low = (long) CELL.getAcquire(array, at * WIDTH);
      if (low == 0 || (low == key.low() && array[at * WIDTH + 1] == key.high())) {
        return at * WIDTH;
      }
      at = at + 1 == places ? 0 : at + 1;
    }
  }

  private static long[] grown(long[] array) {
    long[] larger = new long[Math.multiplyExact(array.length, 2)];
    for (int i = 0; i < array.length; i += WIDTH) {
      if (array[i] != 0) {
        int at = place(larger, new KeyHash(array[i + 1], array[i]));
        System.arraycopy(array, i, larger, at, WIDTH);
      }
    }
    return larger;
  }
}
