package org.minorityreport.core.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of texts, and gives again what it made of a text shortly before: most texts of rows
 * are said over and over, and need neither be read nor kept more than once. Thread-safe: what one
 * thread has not seen of another it makes itself.
 */
final class RecentTexts {
  private static final int PLACES = 4096;
  private static final int LONGEST = 256;

  private final Function<String, Object> made;
  private final @Nullable Recent[] recent = new Recent[PLACES];

  RecentTexts(Function<String, Object> made) {
    this.made = made;
  }

  /** The value of a span of JSON. */
  Object of(byte[] json, int from, int to) {
    if (to - from > LONGEST) {
      return made.apply(new String(json, from, to - from, StandardCharsets.UTF_8));
    }
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = hash * 31 + json[at];
    }
    int place = (hash ^ hash >>> 12 ^ hash >>> 24) & (PLACES - 1);
    Recent known = recent[place];
    if (known == null || !known.isOf(json, from, to)) {
      String text = new String(json, from, to - from, StandardCharsets.UTF_8);
      known = new Recent(Arrays.copyOfRange(json, from, to), made.apply(text));
      recent[place] = known;
    }
    return known.value();
  }

  /** What was made, and of which text. */
  private static final class Recent {
    private final byte[] text;
    private final Object value;

    Recent(byte[] text, Object value) {
      this.text = text;
      this.value = value;
    }

    boolean isOf(byte[] json, int from, int to) {
      return Arrays.equals(json, from, to, text, 0, text.length);
    }

    Object value() {
      return value;
    }
  }
}
