package org.minorityreport.core.log;

import java.util.Arrays;
import java.util.function.Consumer;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.StoredRow;

/**
 * The rows of one run in one log, in commit order. One writer adds; readers bound themselves by a
 * position that was published after the rows up to it, so they need no lock.
 */
final class RowList {
  private volatile StoredRow[] rows = new StoredRow[16];
  private volatile int size;

  void add(StoredRow row) {
    int end = size;
    StoredRow[] array = rows;
    if (end == array.length) {
      array = Arrays.copyOf(array, end * 2);
    }
    array[end] = row;
    rows = array;
    size = end + 1;
  }

  int size() {
    return size;
  }

  void read(CommitPosition after, CommitPosition to, Consumer<? super StoredRow> reader) {
    long end = count(to);
    StoredRow[] array = rows;
    for (long i = count(after); i < end; i++) {
      reader.accept(array[(int) i]);
    }
  }

  /** How many rows came with this commit or before it. */
  long count(CommitPosition upTo) {
    int low = 0;
    int high = size;
    StoredRow[] array = rows;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (array[middle].position().compareTo(upTo) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
