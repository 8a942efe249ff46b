package org.minorityreport.core.log.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Keys in the heap, with room for a number of rows. One writer adds; readers need no lock. */
final class HeapKeys extends KeyTable {
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(int[].class);

  private final long[] lines;
  private final int[] slots;
  private int rows;
  private boolean hasVersions;

  /**
   * An empty table.
   *
   * @param room how many rows it can take, a power of two
   */
  HeapKeys(int room) {
    this.lines = new long[Math.multiplyExact(room, COLUMNS)];
    this.slots = new int[room * 2];
  }

  /** The same rows with more room. */
  HeapKeys(KeyTable other, int room) {
    this(room);
    for (int i = 0; i < other.rows() * COLUMNS; i++) {
      lines[i] = other.cell(i);
    }
    hasVersions = other.hasVersions();
    while (rows < other.rows()) {
      slots[slotOf(lines[rows * COLUMNS + KEY], lines[rows * COLUMNS + KEY + 1])] = rows + 1;
      rows++;
    }
  }

  boolean isFull() {
    return rows == slots.length / 2;
  }

  void add(KeyHash key, KeyHash content, int version, long place, long subject) {
    int slot = slotOf(key.high(), key.low());
    int line = rows * COLUMNS;
    lines[line + KEY] = key.high();
    lines[line + KEY + 1] = key.low();
    lines[line + CONTENT] = content.high();
    lines[line + CONTENT + 1] = content.low();
    lines[line + PLACE] = place;
    lines[line + SUBJECT] = subject;
    lines[line + VERSION] = (long) version << 32 | slots[slot];
    hasVersions |= slots[slot] != 0;
    rows++;
    SLOT.setRelease(slots, slot, rows); // last: who sees it sees the line
  }

  @Override
  boolean hasVersions() {
    return hasVersions;
  }

  @Override
  int rows() {
    return rows;
  }

  @Override
  long cell(int index) {
    return lines[index];
  }

  @Override
  int slots() {
    return slots.length;
  }

  @Override
  int slot(int index) {
    return (int) SLOT.getAcquire(slots, index);
  }

  /** The slot of a key, or the empty one where it belongs. */
  private int slotOf(long high, long low) {
    int mask = slots.length - 1;
    int at = (int) high & mask;
    while (slots[at] != 0) {
      int line = (slots[at] - 1) * COLUMNS;
      if (lines[line + KEY] == high && lines[line + KEY + 1] == low) {
        return at;
      }
      at = (at + 1) & mask;
    }
    return at;
  }
}
