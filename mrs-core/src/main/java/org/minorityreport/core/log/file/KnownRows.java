package org.minorityreport.core.log.file;

import java.io.Closeable;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.LogRow;

/**
 * The rows that a log has, for the one who appends. A row is looked for by its key; but when rows
 * come again in the order in which they are stored, each is compared with the stored one that comes
 * next, byte for byte, and nothing of it is hashed. Bytes whose checksum does not match say
 * nothing: a row that would have to be compared with them is refused. One thread at a time.
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

  /** What was found when a slice was to be held; it matters only to rows that are in it. */
  private @Nullable DamagedSliceException damage;

  private int damagedSlice = NO_SLICE;

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
    if (place.length() > MAX_HELD || slice == damagedSlice) {
      return false;
    }
    if (held.length < place.length()) {
      held = new byte[Math.min(MAX_HELD, place.length() + place.length() / 4)];
    }
    heldSlice = NO_SLICE;
    try {
      segments.read(place, held);
    } catch (DamagedSliceException e) {
      damage = e;
      damagedSlice = slice;
      return false;
    } catch (LogStoreException e) {
      inOrder = false; // it cannot be read now, and need not be
      return false;
    }
    heldLength = place.length();
    heldSlice = slice;
    return true;
  }

  /**
   * The newest version of a key, and what it says.
   *
   * @throws DamagedSliceException if that is in a slice that was just seen to be damaged
   */
  @Nullable NewestVersion newest(KeyHash key, LogRow row) {
    long found = keys.newest(key, row);
    if (found == LogKeys.NOWHERE) {
      return null;
    }
    inOrder = last != LogKeys.NOWHERE && found == last + 1;
    last = found;
    KeyTable table = keys.table(part(found));
    int number = number(found);
    if (LogKeys.slice(table.place(number)) == damagedSlice) {
      throw refusal();
    }
    return new NewestVersion(table.version(number), table.content(number));
  }

  /** Told once: who comes again may have restored the file. */
  private DamagedSliceException refusal() {
    DamagedSliceException told = Objects.requireNonNull(damage, "damage");
    damagedSlice = NO_SLICE;
    inOrder = false;
    return told;
  }

  private static int part(long place) {
    return (int) (place >>> 32);
  }

  private static int number(long place) {
    return (int) place;
  }

  @Override
  public void close() {
    segments.close();
  }
}
