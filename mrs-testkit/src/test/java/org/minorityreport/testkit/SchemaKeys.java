package org.minorityreport.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.minorityreport.api.log.Log;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The key of a log as somebody finds it who has the schemas and nothing else. */
final class SchemaKeys {
  private SchemaKeys() {}

  /** {@return what a retraction requires besides version and retracted} */
  static List<String> of(Log<?> log) {
    try {
      String schema =
          Files.readString(
              GoldenFile.inRepository("../docs/schemas/" + log.wireName() + ".schema.json"),
              StandardCharsets.UTF_8);
      return JsonMapper.shared()
          .readTree(schema)
          .at("/$defs/retraction/required")
          .valueStream()
          .map(JsonNode::stringValue)
          .filter(field -> !field.equals("version") && !field.equals("retracted"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
