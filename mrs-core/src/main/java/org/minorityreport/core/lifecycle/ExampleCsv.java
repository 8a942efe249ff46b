package org.minorityreport.core.lifecycle;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.lifecycle.Example;
import org.minorityreport.core.json.CanonicalJson;

/** An example as a line of CSV. */
final class ExampleCsv {
  private ExampleCsv() {}

  static String header(List<String> columns) {
    return String.join(",", columns) + "\n";
  }

  static String line(List<String> columns, Example example) {
    Map<String, Object> fields =
        CanonicalJson.fields(CanonicalJson.text(example).getBytes(StandardCharsets.UTF_8));
    StringJoiner line = new StringJoiner(",", "", "\n");
    columns.forEach(column -> line.add(cell(fields.get(column))));
    return line.toString();
  }

  /** Absent is an empty cell, a text is itself, anything else its JSON. */
  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value instanceof String plain ? plain : CanonicalJson.text(value);
    boolean quoted =
        text.isEmpty()
            || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
