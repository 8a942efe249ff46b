package org.minorityreport.core.model;

import java.util.function.Supplier;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.core.json.CanonicalJson;

/** Rules that the answer of a model must keep. */
public final class AnswerRules {
  private AnswerRules() {}

  /**
   * Checks an answer.
   *
   * @param holds whether the rule holds
   * @param problem makes the text: what was answered instead of what
   * @throws InvalidValueException if the rule does not hold
   */
  public static void check(boolean holds, Supplier<String> problem) {
    if (!holds) {
      throw new InvalidValueException(problem.get());
    }
  }

  /**
   * Checks that a number of an answer is a share.
   *
   * @param field name of the number
   * @param value the number
   * @throws InvalidValueException unless it lies within 0 and 1; NaN does not
   */
  public static void share(String field, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new InvalidValueException(field + " " + text(value) + " is not within [0, 1]");
    }
  }

  /**
   * As rows write it, for the message becomes part of one: {@code Double.toString} differs by JDK.
   */
  private static String text(double value) {
    if (Double.isFinite(value)) {
      return CanonicalJson.text(value);
    }
    return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
  }
}
