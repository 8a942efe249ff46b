package org.minorityreport.examples.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The section of one table in the mapping file. */
final class TableSection {
  private static final Set<String> KEYS =
      Set.of("file", "delimiter", "columns", "constants", "time_format");

  private final TableKind kind;
  private final JsonNode node;
  private final MappingFile mapping;
  private final String prefix;

  TableSection(TableKind kind, JsonNode node, MappingFile mapping) {
    this.kind = kind;
    this.node = node;
    this.mapping = mapping;
    this.prefix = kind.label() + ".";
  }

  TableMapping read() {
    mapping.keys(prefix, node, KEYS);
    SortedMap<String, String> columns = texts("columns");
    SortedMap<String, String> constants = texts("constants");
    for (String column : constants.keySet()) {
      if (columns.containsKey(column)) {
        throw mapping.broken(
            prefix + "constants." + column,
            constants.getOrDefault(column, ""),
            "either a constant or a column, but both are given",
            null);
      }
    }
    return new TableMapping(file(), delimiter(), columns, constants, timeFormats());
  }

  private String file() {
    String name = mapping.text(node, prefix, "file").orElse(kind.fileName());
    if (name.isBlank() || name.contains("/") || name.contains("\\") || name.startsWith("..")) {
      throw mapping.broken(prefix + "file", name, "the name of a file in the folder", null);
    }
    return name;
  }

  private char delimiter() {
    String text = mapping.text(node, prefix, "delimiter").orElse(",");
    if (text.length() != 1 || "\"\r\n".contains(text)) {
      throw mapping.broken(
          prefix + "delimiter", text, "one character that is no quote and no line break", null);
    }
    return text.charAt(0);
  }

  private SortedMap<String, String> texts(String key) {
    SortedMap<String, String> texts = new TreeMap<>();
    JsonNode section = node.get(key);
    if (section != null) {
      Set<String> known = new TreeSet<>(kind.required());
      known.addAll(kind.optional());
      mapping.keys(prefix + key + ".", section, known);
      for (String name : section.propertyNames()) {
        texts.put(name, mapping.text(section, prefix + key + ".", name).orElse(""));
      }
    }
    return texts;
  }

  private List<String> timeFormats() {
    JsonNode formats = node.get("time_format");
    List<String> patterns = new ArrayList<>();
    if (formats != null) {
      for (JsonNode format : formats.isArray() ? formats.values() : List.of(formats)) {
        if (!format.isString()) {
          throw mapping.broken(prefix + "time_format", format, "a pattern or a list of them", null);
        }
        patterns.add(pattern(format.stringValue()));
      }
    }
    return patterns;
  }

  private String pattern(String pattern) {
    try {
      TimeText.formatter(pattern, Locale.ROOT);
      return pattern;
    } catch (IllegalArgumentException e) {
      throw mapping.broken(
          prefix + "time_format", pattern, "a pattern such as dd/MM/yyyy HH:mm", e);
    }
  }
}
