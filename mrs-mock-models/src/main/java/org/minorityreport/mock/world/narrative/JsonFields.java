package org.minorityreport.mock.world.narrative;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object, taken one by one; a field that nobody took is an error, so that a
 * misspelt one is not overlooked.
 */
final class JsonFields {
  private final String path;
  private final JsonNode node;
  private final TreeSet<String> taken = new TreeSet<>();

  private JsonFields(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  static JsonFields of(String path, JsonNode node) {
    String name = path.isEmpty() ? "value" : path.substring(0, path.length() - 1);
    Rules.check(node.isObject(), name, node, "a JSON object");
    return new JsonFields(path, node);
  }

  static InvalidValueException broken(String field, Object value, String rule, Throwable cause) {
    InvalidValueException error = Rules.broken(field, value, rule);
    error.initCause(cause);
    return error;
  }

  String text(String name) {
    JsonNode value = take(name);
    Rules.check(value.isString(), path + name, shown(value), "a text");
    return value.stringValue();
  }

  Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  double number(String name) {
    JsonNode value = take(name);
    Rules.check(value.isNumber(), path + name, shown(value), "a number");
    return value.doubleValue();
  }

  double number(String name, double ifAbsent) {
    return has(name) ? number(name) : ifAbsent;
  }

  OptionalDouble optionalNumber(String name) {
    return has(name) ? OptionalDouble.of(number(name)) : OptionalDouble.empty();
  }

  int wholeNumber(String name) {
    JsonNode value = take(name);
    Rules.check(value.isInt(), path + name, shown(value), "a whole number");
    return value.intValue();
  }

  Duration duration(String name) {
    return parsed(name, Duration::parse, "an ISO-8601 duration such as PT6H or PT-30M");
  }

  Optional<Duration> optionalDuration(String name) {
    return has(name) ? Optional.of(duration(name)) : Optional.empty();
  }

  LocalTime localTime(String name) {
    return parsed(name, LocalTime::parse, "a local time such as 09:30");
  }

  ZoneId zone(String name) {
    return parsed(name, ZoneId::of, "an IANA zone such as Europe/London");
  }

  List<JsonNode> list(String name) {
    JsonNode value = take(name);
    Rules.check(value.isArray(), path + name, shown(value), "a list");
    List<JsonNode> elements = new ArrayList<>();
    value.forEach(elements::add);
    return elements;
  }

  List<JsonNode> optionalList(String name) {
    return has(name) ? list(name) : List.of();
  }

  List<String> texts(String name) {
    if (!has(name)) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list(name)) {
      Rules.check(element.isString(), path + name, shown(element), "a list of texts");
      texts.add(element.stringValue());
    }
    return texts;
  }

  JsonFields child(String name) {
    return of(path + name + ".", take(name));
  }

  void end() {
    for (String name : node.propertyNames()) {
      Rules.check(taken.contains(name), path + name, shown(node.path(name)), "one of " + taken);
    }
  }

  private boolean has(String name) {
    taken.add(name);
    return node.has(name);
  }

  private JsonNode take(String name) {
    taken.add(name);
    return node.path(name);
  }

  private <T> T parsed(String name, Function<String, T> parser, String rule) {
    String text = text(name);
    try {
      return parser.apply(text);
    } catch (DateTimeException e) {
      throw broken(path + name, text, rule, e);
    }
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "absent" : value.toString();
  }
}
