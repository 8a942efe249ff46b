package org.minorityreport.core.log.file;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys of slices that follow each other, to which nothing is added any more. Its table is taken out
 * of the cache, and checked, when it is first asked for.
 */
final class KeyPart {
  private final int firstSlice;
  private final int endSlice;
  private final long firstSecond;
  private final long lastSecond;
  private final @Nullable Supplier<KeyTable> source;
  private volatile @Nullable KeyTable table;

  /**
   * A part.
   *
   * @param firstSlice its first slice
   * @param endSlice the slice after its last
   * @param firstSecond second of the earliest tick of its rows
   * @param lastSecond of the latest
   * @param source gives the table
   */
  KeyPart(
      int firstSlice, int endSlice, long firstSecond, long lastSecond, Supplier<KeyTable> source) {
    this.firstSlice = firstSlice;
    this.endSlice = endSlice;
    this.firstSecond = firstSecond;
    this.lastSecond = lastSecond;
    this.source = source;
  }

  KeyPart(int firstSlice, int endSlice, long firstSecond, long lastSecond, KeyTable table) {
    this.firstSlice = firstSlice;
    this.endSlice = endSlice;
    this.firstSecond = firstSecond;
    this.lastSecond = lastSecond;
    this.source = null; // or the heap would keep the table when it is in a file
    this.table = table;
  }

  int firstSlice() {
    return firstSlice;
  }

  int endSlice() {
    return endSlice;
  }

  long firstSecond() {
    return firstSecond;
  }

  long lastSecond() {
    return lastSecond;
  }

  boolean sharesTicks(KeyPart other) {
    return firstSecond <= other.lastSecond && other.firstSecond <= lastSecond;
  }

  /** The same keys in another place: what was in the heap is in a file now. */
  void moveTo(KeyTable other) {
    table = other;
  }

  KeyTable table() {
    KeyTable known = table;
    if (known == null) {
      synchronized (this) {
        known = table;
        if (known == null) {
          known = Objects.requireNonNull(source, "source").get();
          table = known;
        }
      }
    }
    return known;
  }
}
