package org.minorityreport.examples.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.input.AbsentMeans;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.value.Rules;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the mapping file; a key or value that it does not know is an error, never passed over. */
final class MappingFile {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final Set<String> KEYS =
      Set.of(
          "source",
          "cadence",
          "absent_means",
          "currency",
          "returns",
          "zone",
          "delivered_at",
          "deliveries",
          "max_refused_share");

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final JsonNode root;

  private MappingFile(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  static Mapping read(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      JsonNode root = JSON.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
      return new MappingFile(file, root).mapping();
    } catch (JacksonException e) {
      String where = "line " + e.getLocation().getLineNr() + ": ";
      throw new InvalidInputException(
          file.toString(), where + e.getOriginalMessage() + "; expected one JSON object", e);
    } catch (IOException e) {
      throw new InvalidInputException(
          file.toString(), "cannot be read (" + e + "); expected a JSON file in UTF-8", e);
    }
  }

  private Mapping mapping() {
    Set<String> known = new TreeSet<>(KEYS);
    for (TableKind kind : TableKind.values()) {
      known.add(kind.label());
    }
    keys("", root, known);
    Mapping defaults = Mapping.defaults();
    Map<TableKind, TableMapping> tables = new EnumMap<>(TableKind.class);
    for (TableKind kind : TableKind.values()) {
      JsonNode table = root.get(kind.label());
      tables.put(
          kind, table == null ? TableMapping.of(kind) : new TableSection(kind, table, this).read());
    }
    return new Mapping(
        text(root, "", "source").map(v -> Rules.name("source", v)).orElse(defaults.source()),
        parsed("cadence", Cadence::parse, "a length such as PT15M, PT1H or P1D"),
        parsed("absent_means", MappingFile::absentMeans, "unknown or zero_if_open")
            .orElse(defaults.absentMeans()),
        parsed("currency", MappingFile::currency, "three capital letters such as GBP"),
        returns(defaults.returns()),
        parsed("zone", ZoneId::of, "an IANA zone such as Europe/London"),
        parsed("delivered_at", MappingFile::instant, "a time with offset"),
        deliveries(),
        share(defaults.maxRefusedShare()),
        tables);
  }

  private <T> Optional<T> parsed(String key, Function<String, T> parser, String expected) {
    Optional<String> text = text(root, "", key);
    try {
      return text.map(parser);
    } catch (RuntimeException e) {
      throw broken(key, text.orElse(""), expected, e);
    }
  }

  private static AbsentMeans absentMeans(String text) {
    return switch (text) {
      case "unknown" -> AbsentMeans.UNKNOWN;
      case "zero_if_open" -> AbsentMeans.ZERO_IF_OPEN;
      default -> throw InvalidValueException.of("absent_means", text, "unknown or zero_if_open");
    };
  }

  private static String currency(String text) {
    Rules.check(text.matches("[A-Z]{3}"), "currency", text, "three capital letters");
    return text;
  }

  private static Instant instant(String text) {
    return TimeText.instant(text)
        .orElseThrow(() -> InvalidValueException.of("delivered_at", text, "a time with offset"));
  }

  private SortedMap<String, Instant> deliveries() {
    SortedMap<String, Instant> times = new TreeMap<>();
    JsonNode node = root.get("deliveries");
    if (node != null) {
      if (!node.isObject()) {
        throw broken("deliveries", node, "an object of file names and times", null);
      }
      for (String name : node.propertyNames()) {
        String text = text(node, "deliveries.", name).orElse("");
        times.put(
            name,
            TimeText.instant(text)
                .orElseThrow(() -> broken("deliveries." + name, text, "a time with offset", null)));
      }
    }
    return times;
  }

  private boolean returns(boolean otherwise) {
    JsonNode node = root.get("returns");
    if (node != null && !node.isBoolean()) {
      throw broken("returns", node, "true or false", null);
    }
    return node == null ? otherwise : node.booleanValue();
  }

  private double share(double otherwise) {
    JsonNode node = root.get("max_refused_share");
    if (node == null) {
      return otherwise;
    }
    if (!node.isNumber() || !(node.doubleValue() >= 0 && node.doubleValue() <= 1)) {
      throw broken("max_refused_share", node, "a number from 0 to 1", null);
    }
    return node.doubleValue();
  }

  void keys(String section, JsonNode node, Set<String> known) {
    if (!node.isObject()) {
      throw broken(section.isEmpty() ? "the file" : section, node, "an object {...}", null);
    }
    for (String key : node.propertyNames()) {
      if (!known.contains(key)) {
        throw new InvalidInputException(
            file.toString(),
            "key "
                + Quoted.text(section + key)
                + " is not known; expected one of "
                + List.copyOf(new TreeSet<>(known)));
      }
    }
  }

  Optional<String> text(JsonNode node, String section, String key) {
    JsonNode value = node.get(key);
    if (value != null && !value.isString()) {
      throw broken(section + key, value, "a text", null);
    }
    return value == null ? Optional.empty() : Optional.of(value.stringValue());
  }

  InvalidInputException broken(
      String key, Object value, String expected, @Nullable RuntimeException cause) {
    String message =
        "key "
            + Quoted.text(key)
            + " is "
            + Quoted.text(value.toString())
            + ", expected "
            + expected;
    return cause == null
        ? new InvalidInputException(file.toString(), message)
        : new InvalidInputException(file.toString(), message, cause);
  }
}
