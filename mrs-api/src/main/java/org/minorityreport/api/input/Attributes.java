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
                value instanceof String || value instanceof Number,
                "attributes." + name,
                value,
                "a text or a number"));
  }
}
