package org.minorityreport.api.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The words of rows that people cause. They are open: a newer library may know more of them. */
final class Words {
  private Words() {}

  static String of(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> Optional<E> find(E[] known, String word) {
    return Arrays.stream(known).filter(e -> of(e).equals(word)).findFirst();
  }
}
