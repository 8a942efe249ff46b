package org.minorityreport.core.log.file;

import com.google.common.primitives.Longs;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one log: 128 bits of each, 128 bits of what its newest version says, version and
 * place; about 90 bytes a key, and as many for each further version. One writer adds; readers need
 * no lock.
 *
 * <p>A place is the number of the slice and, in the lower 32 bits, where in it the row begins.
 */
final class LogKeys {
  private static final int NEWEST = 0;
  private static final int VERSION = 1;
  private static final int DIGEST = 2;
  private static final int OLDER = 1;

  /** Key to number of the key. */
  private final LongTable numbers = new LongTable();

  /** By number of the key. */
  private final LongRows newest = new LongRows(4);

  /** Place of a version to the place of the one before. */
  private final LongTable older = new LongTable();

  private final LogHistory history;
  private int slices;

  LogKeys(LogHistory history) {
    this.history = history;
  }

  LogHistory history() {
    return history;
  }

  /** How many slices were taken in; for the one who adds. */
  int slices() {
    return slices;
  }

  void tookIn(int slice) {
    slices = slice + 1;
  }

  static long place(int slice, int within) {
    return ((long) slice << 32) | within;
  }

  static int slice(long place) {
    return (int) (place >>> 32);
  }

  static int within(long place) {
    return (int) place;
  }

  /** The newest version and its digest; for the one who adds. */
  @Nullable NewestVersion newest(KeyHash key) {
    long number = numbers.get(key);
    if (number == LongTable.ABSENT) {
      return null;
    }
    int at = (int) number;
    return new NewestVersion(
        (int) newest.get(at, VERSION), newest.get(at, DIGEST), newest.get(at, DIGEST + 1));
  }

  void put(KeyHash key, int version, byte[] digest, long place) {
    long high = Longs.fromByteArray(digest);
    long low = Longs.fromByteArray(Arrays.copyOfRange(digest, 8, 16));
    long number = numbers.get(key);
    if (number == LongTable.ABSENT) {
      numbers.put(key, newest.add(place, version, high, low));
      return;
    }
    int at = (int) number;
    older.put(KeyHash.ofNumber(OLDER, place), newest.get(at, NEWEST));
    newest.set(at, VERSION, version);
    newest.set(at, DIGEST, high);
    newest.set(at, DIGEST + 1, low);
    newest.set(at, NEWEST, place); // last: who sees it finds the older ones
  }

  /** Where the newest version up to a position is, or {@link LongTable#ABSENT}. */
  long find(KeyHash key, long upTo) {
    long number = numbers.get(key);
    if (number == LongTable.ABSENT) {
      return LongTable.ABSENT;
    }
    long place = newest.get((int) number, NEWEST);
    while (place != LongTable.ABSENT && history.position(slice(place)) > upTo) {
      place = older.get(KeyHash.ofNumber(OLDER, place));
    }
    return place;
  }
}
