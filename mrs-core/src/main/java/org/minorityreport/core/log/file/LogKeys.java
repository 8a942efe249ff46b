package org.minorityreport.core.log.file;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.minorityreport.api.log.LogRow;

/**
 * The keys of one log: parts that are complete, and the recent ones. One writer adds; readers need
 * no lock.
 *
 * <p>Most keys hold the tick, so a row of a new tick is looked for in no part that ends before it:
 * what an append costs does not grow with the log.
 */
final class LogKeys {
  /** What is found for a key that is not there. */
  static final long NOWHERE = -1;

  private static final String WRITTEN_AT = "written_at";

  private final LogHistory history;
  private final boolean byTick;
  private volatile Parts parts;

  LogKeys(LogHistory history, List<KeyPart> complete, GrowingKeys recent) {
    this.history = history;
    this.byTick = history.log().keyFields().contains(WRITTEN_AT);
    this.parts = new Parts(ImmutableList.copyOf(complete), recent);
  }

  LogKeys(LogHistory history) {
    this(history, List.of(), new GrowingKeys(0));
  }

  LogHistory history() {
    return history;
  }

  /** How many slices were taken in; for the one who adds. */
  int slices() {
    return parts.recent().endSlice();
  }

  GrowingKeys recent() {
    return parts.recent();
  }

  int completeParts() {
    return parts.complete().size();
  }

  /** What the recent keys are was written down: they become a part, and new ones begin. */
  void complete(KeyPart part) {
    ImmutableList<KeyPart> all =
        ImmutableList.<KeyPart>builder().addAll(parts.complete()).add(part).build();
    // a log that filled one part is busy: the next one need not grow again
    parts = new Parts(all, new GrowingKeys(part.endSlice(), part.table().rows()));
  }

  static long place(int slice, int within) {
    return (long) slice << 32 | within;
  }

  static int slice(long place) {
    return (int) (place >>> 32);
  }

  static int within(long place) {
    return (int) place;
  }

  /**
   * The newest version of the key of a row, or {@link #NOWHERE}; for the one who adds.
   *
   * @return number of its part and, in the lower half, its number there, which stay the same
   */
  long newest(KeyHash key, LogRow row) {
    Parts now = parts;
    int found = now.recent().table().newest(key);
    if (found != KeyTable.NONE) {
      return (long) now.complete().size() << 32 | found;
    }
    long second = row.writtenAt().getEpochSecond();
    for (int number = now.complete().size() - 1; number >= 0; number--) {
      KeyPart part = now.complete().get(number);
      if (!byTick || (part.firstSecond() <= second && second <= part.lastSecond())) {
        found = part.table().newest(key);
        if (found != KeyTable.NONE) {
          return (long) number << 32 | found;
        }
      }
    }
    return NOWHERE;
  }

  /**
   * Whether it is plain, without looking for a key, that all rows of a part are the newest of their
   * keys: each key is there once, and no part behind it is of the same ticks. For the one who adds.
   */
  boolean areNewest(int number) {
    Parts now = parts;
    if (!byTick || table(number).hasVersions()) {
      return false;
    }
    if (number == now.complete().size()) {
      return true;
    }
    KeyPart part = now.complete().get(number);
    return now.complete().stream().skip(number + 1L).noneMatch(part::sharesTicks)
        && !part.sharesTicks(now.recent().part());
  }

  /** The table of a part; the recent keys are the one behind the last. */
  KeyTable table(int number) {
    Parts now = parts;
    return number < now.complete().size()
        ? now.complete().get(number).table()
        : now.recent().table();
  }

  /** Where the newest version up to a commit is, or {@link KeyTable#NONE}. */
  long find(KeyHash key, long upTo) {
    Parts now = parts;
    long found = find(now.recent().table(), key, upTo);
    for (KeyPart part : now.complete().reverse()) {
      if (found == KeyTable.NONE && history.position(part.firstSlice()) <= upTo) {
        found = find(part.table(), key, upTo);
      }
    }
    return found;
  }

  private long find(KeyTable table, KeyHash key, long upTo) {
    int row = table.newest(key);
    while (row != KeyTable.NONE && history.position(slice(table.place(row))) > upTo) {
      row = table.older(row);
    }
    return row == KeyTable.NONE ? KeyTable.NONE : table.place(row);
  }

  /** The newest commit with a row about a subject, if that came after a commit; else 0. */
  long newestAbout(long subject, long after) {
    Parts now = parts;
    int known = history.slicesUpTo(after);
    long found = newestAbout(now.recent().table(), subject, known);
    for (KeyPart part : now.complete().reverse()) {
      if (found == 0 && part.endSlice() > known) {
        found = newestAbout(part.table(), subject, known);
      }
    }
    return found;
  }

  private long newestAbout(KeyTable table, long subject, int known) {
    for (int row = table.rows() - 1; row >= 0; row--) {
      int slice = slice(table.place(row));
      if (slice < known) {
        return 0;
      }
      if (table.subject(row) == subject) {
        return history.position(slice);
      }
    }
    return 0;
  }

  private record Parts(ImmutableList<KeyPart> complete, GrowingKeys recent) {}
}
