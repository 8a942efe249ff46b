package org.minorityreport.core.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.minorityreport.api.error.ContractException;

/** Finds where the fields of a JSON object are, without reading what they say. Immutable. */
public final class FieldSpans {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long QUOTES = '"' * ONES;
  private static final long ESCAPES = '\\' * ONES;

  private final byte[][] names;

  /**
   * Looks for some fields.
   *
   * @param names their wire names, mostly in the order in which they stand
   */
  public FieldSpans(List<String> names) {
    this.names =
        names.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }

  /**
   * Finds fields.
   *
   * @param json an object, sound and without white space
   * @return for the n-th name, at 2n where its value begins and at 2n+1 where it ends; 0 and 0 if
   *     the object lacks it
   * @throws ContractException if it is no such object
   */
  public int[] of(byte[] json) {
    int[] spans = new int[names.length * 2];
    int next = 0;
    int at = 0;
    try {
      while (json[at] != '}') {
        int name = at + 1;
        int value = endOfText(json, name) + 1;
        int end = endOfValue(json, value);
        int field = find(json, name + 1, value - 2, next);
        if (field >= 0) {
          spans[2 * field] = value;
          spans[2 * field + 1] = end;
          next = field + 1;
        }
        at = end;
      }
      return spans;
    } catch (ArrayIndexOutOfBoundsException e) {
      throw notAnObject(json);
    }
  }

  /** {@return room for what {@link #seek} finds: nothing yet} */
  int[] none() {
    return new int[names.length + 1];
  }

  /**
   * Looks for a field from where the last search ended.
   *
   * @param json an object, sound and without white space
   * @param starts takes where the value of each field begins; the last number is the field that is
   *     expected next, which only makes the search quicker
   * @param from where the last search ended, at first 0
   * @param wanted the place of the name
   * @return where this search ended
   * @throws ContractException if it is no such object
   */
  int seek(byte[] json, int[] starts, int from, int wanted) {
    int at = from;
    int field = -1;
    try {
      while (field != wanted && json[at] != '}') {
        int name = at + 1;
        int value = endOfText(json, name) + 1;
        at = endOfValue(json, value);
        field = find(json, name + 1, value - 2, starts[names.length]);
        if (field >= 0) {
          starts[field] = value;
          starts[names.length] = field + 1;
        }
      }
      return at;
    } catch (ArrayIndexOutOfBoundsException e) {
      throw notAnObject(json);
    }
  }

  private static ContractException notAnObject(byte[] json) {
    return new ContractException("not an object: " + new String(json, StandardCharsets.UTF_8));
  }

  /** Fields come in the order of the names, some left out. */
  private int find(byte[] json, int from, int to, int next) {
    for (int i = 0; i < names.length; i++) {
      int field = (next + i) % names.length;
      if (Arrays.equals(json, from, to, names[field], 0, names[field].length)) {
        return field;
      }
    }
    return -1;
  }

  /** {@return where a value ends} */
  static int endOfValue(byte[] json, int start) {
    return switch (json[start]) {
      case '"' -> endOfText(json, start);
      case '{', '[' -> endOfNested(json, start);
      default -> endOfWord(json, start);
    };
  }

  /**
   * Behind the closing quote. Eight bytes at a time as long as there is neither it nor an escape.
   */
  private static int endOfText(byte[] json, int start) {
    int at = start + 1;
    int lastWord = json.length - Long.BYTES;
    while (at <= lastWord) {
      long word = (long) WORD.get(json, at);
      long met = zeros(word ^ QUOTES) | zeros(word ^ ESCAPES);
      if (met != 0) {
        at += Long.numberOfTrailingZeros(met) >> 3;
        if (json[at] == '"') {
          return at + 1;
        }
        at += 2;
      } else {
        at += Long.BYTES;
      }
    }
    while (json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  /**
   * The high bit of each byte that is zero; the lowest one set is right (Hacker's Delight, 6-1).
   */
  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGHS;
  }

  private static int endOfNested(byte[] json, int start) {
    int depth = 0;
    int at = start;
    do {
      switch (json[at]) {
        case '"' -> at = endOfText(json, at) - 1;
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        default -> {
          // within a number or a word
        }
      }
      at++;
    } while (depth > 0);
    return at;
  }

  private static int endOfWord(byte[] json, int start) {
    int at = start;
    while (json[at] != ',' && json[at] != '}') {
      at++;
    }
    return at;
  }
}
