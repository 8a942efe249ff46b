package org.minorityreport.core.log.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.LogRow;

/**
 * The rows that a log has, for the one who appends. A row is looked for by its key; but when rows
 * come again in the order in which they are stored, each is compared with the stored one that comes
 * next, byte for byte, and nothing of it is hashed. One thread at a time.
 */
final class KnownRows implements Closeable {
  /** A larger slice is not held: keys and digests answer as well. */
  private static final int MAX_HELD = 4 << 20;

  private static final int NO_SLICE = -1;

  private final LogKeys keys;
  private final SegmentReader segments;

  /** Where the keys have the row that was found last. */
  private long last = LogKeys.NOWHERE;

  /** Whether the row found last followed the one found before: only then a slice is read. */
  private boolean inOrder;

  private byte[] held = new byte[0];
  private int heldSlice = NO_SLICE;
  private int heldLength;

  /** Whether all rows of a part were the newest of their keys, when there were so many slices. */
  private boolean seenNewest;

  private int seenPart;
  private int seenSlices = NO_SLICE;

  KnownRows(StoreFiles files, LogKeys keys) {
    this.keys = keys;
    this.segments = new SegmentReader(files);
  }

  /**
   * Whether a row is the stored one that follows the row found last, and that is the newest of its
   * key. If not, the row may be known all the same.
   *
   * @param changed keys of rows that are to be appended
   * @throws DamagedSliceException if the stored row would have to be compared and is damaged
   */
  boolean isRepeated(LogRow row, Set<KeyHash> changed) {
    if (!inOrder) {
      return false;
    }
    long next = last + 1;
    KeyTable table = keys.table(part(next));
    int number = number(next);
    if (number >= table.rows() || !isStored(row, table, number)) {
      return false;
    }
    boolean newest =
        (changed.isEmpty() || !changed.contains(table.key(number)))
            && (areNewest(part(next)) || keys.newest(table.key(number), row) == next);
    last = newest ? next : last;
    return newest;
  }

  private boolean areNewest(int part) {
    if (part != seenPart || keys.slices() != seenSlices) {
      seenPart = part;
      seenSlices = keys.slices();
      seenNewest = keys.areNewest(part);
    }
    return seenNewest;
  }

  private boolean isStored(LogRow row, KeyTable table, int number) {
    long place = table.place(number);
    int slice = LogKeys.slice(place);
    if (slice != heldSlice && !hold(slice)) {
      return false;
    }
    boolean lastOfSlice =
        number + 1 == table.rows() || LogKeys.slice(table.place(number + 1)) != slice;
    int end = lastOfSlice ? heldLength : LogKeys.within(table.place(number + 1));
    return row.isStoredIn(held, LogKeys.within(place), end - 1); // without the line break
  }

  private boolean hold(int slice) {
    SlicePlace place = keys.history().place(slice);
    if (place.length() > MAX_HELD) {
      return false;
    }
    if (held.length < place.length()) {
      held = new byte[place.length() + place.length() / 4];
    }
    heldSlice = NO_SLICE;
    segments.read(place, held);
    heldLength = place.length();
    heldSlice = slice;
    return true;
  }

  /** The newest version of a key, and what it says. */
  @Nullable NewestVersion newest(KeyHash key, LogRow row) {
    long found = keys.newest(key, row);
    if (found == LogKeys.NOWHERE) {
      return null;
    }
    inOrder = found == last + 1;
    last = found;
    KeyTable table = keys.table(part(found));
    int number = number(found);
    return new NewestVersion(table.version(number), table.content(number));
  }

  private static int part(long place) {
    return (int) (place >>> 32);
  }

  private static int number(long place) {
    return (int) place;
  }

  @Override
  public void close() throws IOException {
    segments.close();
  }
}
