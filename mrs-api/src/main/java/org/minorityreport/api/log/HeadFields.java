package org.minorityreport.api.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a log's rows that the log must know, by number. Immutable. */
final class HeadFields {
  static final int RUN_ID = 0;
  static final int WRITTEN_AT = 1;
  static final int VERSION = 2;
  static final int RETRACTED = 3;
  static final int NONE = -1;

  private static final List<String> COMMON =
      List.of("run_id", "written_at", "version", "retracted");

  private final List<byte[]> names = new ArrayList<>();

  /** One bit for each length that a name has: most fields of a row are none of these. */
  private final long lengths;

  private final int[] key;
  private final int subject;
  private final boolean isSubjectInKey;
  private final List<byte[]> notCompared;
  private final boolean comparesContent;

  HeadFields(
      List<String> keyFields,
      @Nullable String subjectField,
      Set<String> notCompared,
      boolean comparesContent) {
    List<String> all = new ArrayList<>(COMMON);
    keyFields.stream().filter(f -> !all.contains(f)).forEach(all::add);
    this.isSubjectInKey = subjectField == null || all.contains(subjectField);
    if (!isSubjectInKey) {
      all.add(subjectField);
    }
    this.subject = subjectField == null ? NONE : all.indexOf(subjectField);
    all.forEach(f -> names.add(f.getBytes(StandardCharsets.UTF_8)));
    this.lengths = names.stream().mapToLong(n -> 1L << n.length).reduce(0, (a, b) -> a | b);
    this.key = keyFields.stream().mapToInt(all::indexOf).toArray();
    this.notCompared =
        notCompared.stream().sorted().map(f -> f.getBytes(StandardCharsets.UTF_8)).toList();
    this.comparesContent = comparesContent;
  }

  int count() {
    return names.size();
  }

  String name(int field) {
    return new String(names.get(field), StandardCharsets.UTF_8);
  }

  /** The field of a name, or {@link #NONE}. */
  int find(byte[] json, int from, int to) {
    if ((lengths >>> (to - from) & 1) == 0 || to - from >= Long.SIZE) {
      return NONE;
    }
    for (int field = 0; field < names.size(); field++) {
      if (is(names.get(field), json, from, to)) {
        return field;
      }
    }
    return NONE;
  }

  /** Whether the name of the field that only retractions have stands there. */
  boolean isRetracted(byte[] json, int at) {
    int end = at + names.get(RETRACTED).length;
    return end < json.length && is(names.get(RETRACTED), json, at, end);
  }

  /** The fields of the key, after the run, in their order. */
  int[] key() {
    return key;
  }

  /** The field that says what a row is about, or {@link #NONE}. */
  int subject() {
    return subject;
  }

  /** Whether a field is one that retractions have, too. */
  boolean isOfRetractions(int field) {
    return field != subject || isSubjectInKey;
  }

  /** Whether all that a row says but its version is compared. */
  boolean allCompared() {
    return comparesContent && notCompared.isEmpty();
  }

  boolean isCompared(byte[] json, int from, int to) {
    if (!comparesContent) {
      return is(names.get(RETRACTED), json, from, to);
    }
    return !is(names.get(VERSION), json, from, to)
        && notCompared.stream().noneMatch(name -> is(name, json, from, to));
  }

  private static boolean is(byte[] name, byte[] json, int from, int to) {
    return name.length == to - from && Arrays.equals(name, 0, name.length, json, from, to);
  }
}
