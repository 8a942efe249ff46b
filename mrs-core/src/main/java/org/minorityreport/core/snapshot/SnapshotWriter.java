package org.minorityreport.core.snapshot;

import com.google.common.io.CountingOutputStream;
import com.google.common.primitives.Ints;
import com.google.common.primitives.UnsignedBytes;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes sorted maps one behind the other, then a table of contents and, in the last four bytes,
 * where that begins; all numbers big-endian. Of a map the values come first and the keys, each with
 * the place of its value, together behind them: a search touches few pages. Holds the keys and
 * eight bytes for each. One thread at a time.
 */
public final class SnapshotWriter {
  private static final Comparator<byte[]> ORDER = UnsignedBytes.lexicographicalComparator();

  private final CountingOutputStream count;
  private final DataOutputStream out;
  private final String form;
  private final List<Written> sections = new ArrayList<>();

  /**
   * A writer.
   *
   * @param out takes the bytes; not closed
   * @param form says what is written and how: who reads it must say the same
   */
  public SnapshotWriter(OutputStream out, String form) {
    this.count = new CountingOutputStream(out);
    this.out = new DataOutputStream(count);
    this.form = form;
  }

  /**
   * Writes a section.
   *
   * @param name its name, of no section before
   * @param keys its keys in any order, each once
   * @param value gives the value of a key
   * @throws IOException if writing fails, or all is too large for a snapshot (2 GiB)
   */
  public void section(String name, Iterable<String> keys, Values value) throws IOException {
    List<byte[]> sorted = new ArrayList<>();
    keys.forEach(key -> sorted.add(key.getBytes(StandardCharsets.UTF_8)));
    sorted.sort(ORDER);
    int[] values = new int[sorted.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = place();
      write(value.of(new String(sorted.get(i), StandardCharsets.UTF_8)));
    }
    int[] keyPlaces = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      keyPlaces[i] = place();
      out.writeInt(values[i]);
      write(sorted.get(i));
    }
    sections.add(new Written(name, place(), values.length));
    for (int place : keyPlaces) {
      out.writeInt(place);
    }
  }

  /**
   * Writes the table of contents; nothing comes after it.
   *
   * @throws IOException if writing fails
   */
  public void end() throws IOException {
    int contents = place();
    write(form.getBytes(StandardCharsets.UTF_8));
    out.writeInt(sections.size());
    for (Written section : sections) {
      write(section.name().getBytes(StandardCharsets.UTF_8));
      out.writeInt(section.table());
      out.writeInt(section.size());
    }
    out.writeInt(contents);
    out.flush();
  }

  private int place() throws IOException {
    if (count.getCount() > Integer.MAX_VALUE - (1 << 24)) {
      throw new IOException("too large for a snapshot: " + count.getCount() + " bytes and more");
    }
    return Ints.checkedCast(count.getCount());
  }

  private void write(byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Gives the values of a section. */
  @FunctionalInterface
  public interface Values {
    /**
     * The value of a key.
     *
     * @param key the key
     * @return its value
     * @throws IOException if it cannot be had
     */
    byte[] of(String key) throws IOException;
  }

  /**
   * A section that was written.
   *
   * @param name its name
   * @param table where its table begins
   * @param size how many keys it has
   */
  private record Written(String name, int table, int size) {}
}
