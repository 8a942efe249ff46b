package org.minorityreport.core.log.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A growing table of numbers. One writer adds; readers need no lock: a row they were told of by a
 * head that was published after it is there.
 */
final class LongRows {
  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

  private final int columns;
  private volatile long[] cells;
  private volatile int size;

  LongRows(int columns) {
    this.columns = columns;
    this.cells = new long[16 * columns];
  }

  int add(long... row) {
    int at = size;
    long[] array = cells;
    if ((at + 1) * columns > array.length) {
      array = Arrays.copyOf(array, Math.multiplyExact(array.length, 2));
    }
    System.arraycopy(row, 0, array, at * columns, columns);
    cells = array;
    size = at + 1;
    return at;
  }

  /** How many bytes {@link #write} needs. */
  long bytes() {
    return Integer.BYTES + (long) size * columns * Long.BYTES;
  }

  void write(ByteBuffer to) {
    to.putInt(size);
    to.asLongBuffer().put(cells, 0, size * columns);
    to.position(to.position() + size * columns * Long.BYTES);
  }

  /** Takes rows into an empty table. */
  void load(ByteBuffer from) {
    int rows = from.getInt();
    long[] array = new long[Math.multiplyExact(Math.max(16, rows + rows / 4), columns)];
    from.asLongBuffer().get(array, 0, rows * columns);
    from.position(from.position() + rows * columns * Long.BYTES);
    cells = array;
    size = rows;
  }

  int size() {
    return size;
  }

  long get(int row, int column) {
    return (long) CELL.getAcquire(cells, row * columns + column);
  }

  void set(int row, int column, long value) {
    CELL.setRelease(cells, row * columns + column, value);
  }

  /** How many rows have no more than a value in a column by which the table is sorted. */
  int countUpTo(int column, long value) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (get(middle, column) <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
