package org.minorityreport.core.log.file;

import org.minorityreport.api.log.LogRow;

/**
 * Keys of slices that follow each other, as they come. One writer adds; readers need no lock: a row
 * they were told of by a head that was published after it is in the table that they get.
 */
final class GrowingKeys {
  private static final int FEWEST = 16;

  private final int firstSlice;
  private volatile HeapKeys table;
  private long firstSecond = Long.MAX_VALUE;
  private long lastSecond = Long.MIN_VALUE;
  private int endSlice;

  GrowingKeys(int firstSlice) {
    this(firstSlice, FEWEST);
  }

  /**
   * Empty keys.
   *
   * @param firstSlice the slice that comes first
   * @param rows how many rows are expected
   */
  GrowingKeys(int firstSlice, int rows) {
    this.firstSlice = firstSlice;
    this.endSlice = firstSlice;
    this.table = new HeapKeys(room(rows));
  }

  /** The least power of two that is enough. */
  private static int room(int rows) {
    return Math.max(FEWEST, Integer.highestOneBit(Math.max(1, rows - 1)) * 2);
  }

  /** Goes on where a part of the cache ends. */
  GrowingKeys(KeyPart part) {
    this.firstSlice = part.firstSlice();
    this.endSlice = part.endSlice();
    this.firstSecond = part.firstSecond();
    this.lastSecond = part.lastSecond();
    KeyTable known = part.table();
    this.table = new HeapKeys(known, room(known.rows() + 1));
  }

  void add(LogRow row, KeyHash key, int version, long place) {
    HeapKeys current = table;
    if (current.isFull()) {
      current = new HeapKeys(current, Math.multiplyExact(current.rows(), 2));
    }
    current.add(key, RowHash.ofContent(row), version, place, RowHash.ofSubject(row));
    table = current;
    long second = row.writtenAt().getEpochSecond();
    firstSecond = Math.min(firstSecond, second);
    lastSecond = Math.max(lastSecond, second);
  }

  /** The slice is in whole. */
  void tookIn(int slice) {
    endSlice = slice + 1;
  }

  int firstSlice() {
    return firstSlice;
  }

  int endSlice() {
    return endSlice;
  }

  int rows() {
    return table.rows();
  }

  KeyTable table() {
    return table;
  }

  /** What is there now, as a part to which nothing is added any more. */
  KeyPart part() {
    return new KeyPart(firstSlice, endSlice, firstSecond, lastSecond, table);
  }
}
