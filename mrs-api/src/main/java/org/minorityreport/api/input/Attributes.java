package org.minorityreport.api.input;

import java.util.Map;
import org.minorityreport.api.value.Rules;

/** The rule for attributes: names with a text or a number each. */
final class Attributes {
  private Attributes() {}

  static void check(Map<String, Object> attributes) {
    attributes.forEach(
        (name, value) ->
            Rules.check(
                value instanceof String || isFinite(value),
                "attributes." + name,
                value,
                "a text or a finite number"));
  }

  /** Neither NaN nor an infinity has a form in JSON. */
  private static boolean isFinite(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue());
  }
}
