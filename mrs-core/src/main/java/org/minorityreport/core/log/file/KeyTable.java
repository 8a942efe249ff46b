package org.minorityreport.core.log.file;

/**
 * The keys of rows that follow each other in a log. A row has a line of 7 numbers; a slot of a hash
 * table leads to the newest row of a key, which leads to the one before it.
 */
abstract class KeyTable {
  /** What is found where there is no row. */
  static final int NONE = -1;

  static final int COLUMNS = 7;

  static final int KEY = 0;
  static final int CONTENT = 2;

  /** Number of the slice and, in the lower half, where in it the row begins. */
  static final int PLACE = 4;

  static final int SUBJECT = 5;

  /** The version and, in the lower half, the number of the row before of that key, plus one. */
  static final int VERSION = 6;

  abstract int rows();

  /** A number of a line. */
  abstract long cell(int index);

  /** How many slots there are: a power of two, at least one of them empty. */
  abstract int slots();

  /** A row plus one, or 0. */
  abstract int slot(int index);

  /** The row of the newest version of a key. */
  final int newest(KeyHash key) {
    int mask = slots() - 1;
    int at = (int) key.high() & mask;
    for (int row = slot(at); row != 0; row = slot(at)) {
      if (isOf(key, row - 1)) {
        return row - 1;
      }
      at = (at + 1) & mask;
    }
    return NONE;
  }

  /** Whether a key is there more than once. */
  abstract boolean hasVersions();

  /** The row of the version before. */
  final int older(int row) {
    return (int) column(row, VERSION) - 1;
  }

  final int version(int row) {
    return (int) (column(row, VERSION) >>> 32);
  }

  final KeyHash key(int row) {
    return new KeyHash(column(row, KEY), column(row, KEY + 1));
  }

  final KeyHash content(int row) {
    return new KeyHash(column(row, CONTENT), column(row, CONTENT + 1));
  }

  final long place(int row) {
    return column(row, PLACE);
  }

  final long subject(int row) {
    return column(row, SUBJECT);
  }

  private boolean isOf(KeyHash key, int row) {
    return column(row, KEY) == key.high() && column(row, KEY + 1) == key.low();
  }

  private long column(int row, int column) {
    return cell(row * COLUMNS + column);
  }
}
