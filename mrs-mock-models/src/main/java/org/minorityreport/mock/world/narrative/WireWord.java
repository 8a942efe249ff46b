package org.minorityreport.mock.world.narrative;

import org.minorityreport.api.value.Rules;

/** The form of names in the taxonomy; which ones there are is open. */
final class WireWord {
  private WireWord() {}

  static void check(String field, String word) {
    Rules.check(word.matches("[a-z][a-z0-9_]*"), field, word, "a lower-case word with underscores");
  }
}
