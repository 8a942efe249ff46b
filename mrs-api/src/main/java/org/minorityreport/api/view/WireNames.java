package org.minorityreport.api.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.minorityreport.api.value.Rules;

/** The words of the enumerations that queries are made of. */
final class WireNames {
  private WireNames() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** {@return the constant that a word means; refuses a word that means none} */
  static <E extends Enum<E>> E find(String field, E[] known, String word) {
    return Arrays.stream(known)
        .filter(constant -> of(constant).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                Rules.broken(
                    field,
                    Rules.quoted(word),
                    "one of "
                        + Arrays.stream(known)
                            .map(WireNames::of)
                            .collect(Collectors.joining(", "))));
  }
}
