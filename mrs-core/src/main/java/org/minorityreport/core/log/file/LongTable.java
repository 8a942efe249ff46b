package org.minorityreport.core.log.file;

/** Numbers by key, 24 bytes a place, filled to two thirds at most. One thread at a time. */
final class LongTable {
  /** What is found for a key that is not there. */
  static final long ABSENT = -1;

  private static final int WIDTH = 3;

  /** Per place: high half of the key, low half, value plus one; 0 marks an empty place. */
  private long[] cells = new long[64 * WIDTH];

  private int size;

  long get(KeyHash key) {
    return cells[place(cells, key.high(), key.low()) + 2] - 1;
  }

  /** Puts a value from 0 on. */
  void put(KeyHash key, long value) {
    int at = place(cells, key.high(), key.low());
    if (cells[at + 2] == 0) {
      size++;
    }
    cells[at] = key.high();
    cells[at + 1] = key.low();
    cells[at + 2] = value + 1;
    if (size * 3L > cells.length / WIDTH * 2L) {
      grow();
    }
  }

  private void grow() {
    long[] larger = new long[Math.multiplyExact(cells.length, 2)];
    for (int i = 0; i < cells.length; i += WIDTH) {
      if (cells[i + 2] != 0) {
        System.arraycopy(cells, i, larger, place(larger, cells[i], cells[i + 1]), WIDTH);
      }
    }
    cells = larger;
  }

  /** Where the key is, or the empty place where it belongs. */
  private static int place(long[] cells, long high, long low) {
    int places = cells.length / WIDTH;
    int at = (int) Long.remainderUnsigned(high, places);
    while (cells[at * WIDTH + 2] != 0
        && !(cells[at * WIDTH] == high && cells[at * WIDTH + 1] == low)) {
      at = at + 1 == places ? 0 : at + 1;
    }
    return at * WIDTH;
  }
}
