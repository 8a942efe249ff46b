package org.minorityreport.cli;

import java.util.Locale;
import java.util.Map;
import org.minorityreport.core.json.CanonicalJson;

/** A row for people: a line per field, with wire names. */
final class Fields {
  private static final int NAME = 28;

  private Fields() {}

  static String of(Object row) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Object> field :
        CanonicalJson.fields(CanonicalJson.bytes(row)).entrySet()) {
      Object value = field.getValue();
      String shown = value instanceof String word ? word : CanonicalJson.text(value);
      text.append(String.format(Locale.ROOT, "%-" + NAME + "s %s%n", field.getKey(), shown));
    }
    return text.toString();
  }
}
