package org.minorityreport.core.text;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known word that somebody probably meant. */
public final class Nearest {
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private Nearest() {}

  /**
   * The known word with the fewest letters to change; of several the first by name.
   *
   * @param wanted what was written
   * @param known the words there are
   * @return empty if not even half of the longer of both would stay
   */
  public static Optional<String> to(String wanted, Collection<String> known) {
    String nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (String word : new TreeSet<>(known)) {
      int changes = DISTANCE.apply(wanted, word);
      if (changes < fewest && 2 * changes <= Math.max(wanted.length(), word.length())) {
        nearest = word;
        fewest = changes;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * The question that goes into a message.
   *
   * @param wanted what was written
   * @param known the words there are
   * @return such as {@code " (did you mean 'narratives'?)"}, or nothing
   */
  public static String question(String wanted, Collection<String> known) {
    return to(wanted, known).map(word -> " (did you mean '" + word + "'?)").orElse("");
  }
}
