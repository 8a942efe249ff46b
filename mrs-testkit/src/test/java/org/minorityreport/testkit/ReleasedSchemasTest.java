package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fields are only ever added (spec 3): each schema of today accepts what every release wrote. At a
 * release, {@code docs/schemas} is copied to a folder with its number; no test writes there.
 */
class ReleasedSchemasTest {
  private static final Path RELEASES =
      GoldenFile.inRepository("src/test/resources/released-schemas");
  private static final Path TODAY = GoldenFile.inRepository("../docs/schemas");

  static List<Path> released() throws IOException {
    try (Stream<Path> files = Files.walk(RELEASES)) {
      return files
          .filter(f -> f.toString().endsWith(".schema.json"))
          .map(RELEASES::relativize)
          .sorted()
          .toList();
    }
  }

  @Test
  void releases_areKept() throws IOException {
    assertThat(released()).hasSizeGreaterThanOrEqualTo(19);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("released")
  void schemaOfARelease_isOnlyAddedTo(Path file) {
    Path today = TODAY.resolve(file.getFileName());

    assertThat(today).exists();
    assertThat(SchemaChanges.between(read(RELEASES.resolve(file)), read(today))).isEmpty();
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "store_id, /$defs/record/properties",
    "weight, /$defs/Evidence/properties",
    "Evidence, /$defs",
    "type, /$defs/record/properties/proposed_cause",
    "pattern, /$defs/record/properties/report_id",
    "maximum, /$defs/Evidence/properties/weight",
    "items, /$defs/record/properties/skus"
  })
  void whatWasRemoved_isFound(String name, String from) {
    ObjectNode changed = attributed();
    assertThat(((ObjectNode) changed.at(from)).remove(name)).isNotNull();

    assertThat(SchemaChanges.between(attributed(), changed))
        .containsExactly(from + "/" + name + " was removed");
  }

  @Test
  void fieldMadeRequired_isFound() {
    ObjectNode changed = attributed();
    ((ArrayNode) changed.at("/$defs/record/required")).add("abstain_reason");

    assertThat(SchemaChanges.between(attributed(), changed))
        .containsExactly("/$defs/record/required changed: abstain_reason is required now");
  }

  @Test
  void typeChanged_isFound() {
    ObjectNode changed = attributed();
    ((ObjectNode) changed.at("/$defs/Evidence/properties/weight")).put("type", "string");

    assertThat(SchemaChanges.between(attributed(), changed))
        .containsExactly(
            "/$defs/Evidence/properties/weight/type changed: \"number\" is now \"string\"");
  }

  @Test
  void optionalFieldAdded_isNoChange() {
    ObjectNode changed = attributed();
    ((ObjectNode) changed.at("/$defs/record/properties")).putObject("mood").put("type", "string");
    ((ObjectNode) changed.at("/$defs")).putObject("Mood").put("type", "object");
    ((ObjectNode) changed.at("/$defs/Evidence/properties/kind")).withArray("enum").add("rumour");

    assertThat(SchemaChanges.between(attributed(), changed)).isEmpty();
  }

  @Test
  void fieldAddedToARetraction_isFound() {
    ObjectNode changed = attributed();
    ((ObjectNode) changed.at("/$defs/retraction/properties")).putObject("why");

    assertThat(SchemaChanges.between(attributed(), changed))
        .containsExactly("/$defs/retraction/properties/why was added to a closed object");
  }

  private static ObjectNode attributed() {
    return (ObjectNode)
        read(RELEASES.resolve("0.1/minority_reports_proposed_attribution_log.schema.json"));
  }

  private static JsonNode read(Path file) {
    try {
      return JsonMapper.shared().readTree(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
