package org.minorityreport.core.snapshot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map in a snapshot: a table says where each key is, and with the key stands where its
 * value is. Immutable; thread-safe.
 */
public final class Section {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** The section of a snapshot that has none of that name. */
  static final Section EMPTY = new Section(ByteBuffer.allocate(0), 0, 0);

  private final ByteBuffer all;
  private final int table;
  private final int size;

  Section(ByteBuffer all, int table, int size) {
    this.all = all;
    this.table = table;
    this.size = size;
  }

  /** {@return how many keys there are} */
  public int size() {
    return size;
  }

  /**
   * A key.
   *
   * @param place from 0 to {@link #size()} - 1, in the order of the bytes of the keys
   * @return the key
   */
  public String key(int place) {
    int at = all.getInt(table + place * Integer.BYTES) + Integer.BYTES;
    byte[] key = new byte[all.getInt(at)];
    all.get(at + Integer.BYTES, key);
    return new String(key, StandardCharsets.UTF_8);
  }

  /**
   * A value.
   *
   * @param place the place of its key
   * @return a copy of the value
   */
  public byte[] value(int place) {
    int at = all.getInt(all.getInt(table + place * Integer.BYTES));
    byte[] value = new byte[all.getInt(at)];
    all.get(at + Integer.BYTES, value);
    return value;
  }

  /**
   * Looks for a key.
   *
   * @param key the key
   * @return its place, -1 if it is not there
   */
  public int find(String key) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(middle, wanted);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /**
   * The value of a key.
   *
   * @param key the key
   * @return a copy of the value, null if the key is not there
   */
  public byte @Nullable [] get(String key) {
    int place = find(key);
    return place < 0 ? null : value(place);
  }

  /** Eight bytes at a time: a number whose first byte is its greatest is in the order of bytes. */
  private int compare(int place, byte[] wanted) {
    int at = all.getInt(table + place * Integer.BYTES) + Integer.BYTES;
    int length = all.getInt(at);
    int start = at + Integer.BYTES;
    int common = Math.min(length, wanted.length);
    int i = 0;
    for (; i <= common - Long.BYTES; i += Long.BYTES) {
      int order = Long.compareUnsigned(all.getLong(start + i), (long) WORD.get(wanted, i));
      if (order != 0) {
        return order;
      }
    }
    for (; i < common; i++) {
      int order = Byte.compareUnsigned(all.get(start + i), wanted[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(length, wanted.length);
  }
}
