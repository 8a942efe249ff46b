package org.minorityreport.core.log.file;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.stream.IntStream;

/** Keys in a file of the cache: nothing of them is in the heap. Immutable. */
final class MappedKeys extends KeyTable {
  private final LongBuffer lines;
  private final IntBuffer slots;
  private final int rows;
  private final boolean hasVersions;

  /**
   * A table.
   *
   * @param content lines, then slots
   * @param rows number of lines
   */
  MappedKeys(ByteBuffer content, int rows) {
    int end = Math.multiplyExact(rows, COLUMNS * Long.BYTES);
    this.rows = rows;
    this.lines = content.slice(0, end).asLongBuffer();
    this.slots = content.slice(end, content.limit() - end).asIntBuffer();
    this.hasVersions = IntStream.range(0, rows).anyMatch(row -> older(row) != NONE);
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
    return lines.get(index);
  }

  @Override
  int slots() {
    return slots.limit();
  }

  @Override
  int slot(int index) {
    return slots.get(index);
  }
}
