package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.minorityreport.api.lifecycle.Example;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas in docs/schemas are those of the record types, and real rows are as they say. */
class SchemasTest {
  private static final Path FOLDER = GoldenFile.inRepository("../docs/schemas");
  private static final String ENDING = ".schema.json";

  private static final RecordSchemas SCHEMAS = new RecordSchemas();

  static List<Log<?>> logs() {
    return Logs.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void file_isWhatTheRecordTypeSays(Log<?> log) {
    GoldenFile.check(FOLDER.resolve(log.wireName() + ENDING), SCHEMAS.of(log));
  }

  @Test
  void fileOfExamples_isWhatTheirTypeSays() {
    GoldenFile.check(
        FOLDER.resolveSibling("example" + ENDING),
        SCHEMAS.of(Example.class, "A line of the examples for training."));
  }

  @Test
  void files_areOnePerLogAndNoMore() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(ENDING)))
          .containsExactlyInAnyOrderElementsOf(
              logs().stream().map(log -> log.wireName() + ENDING).toList());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void properties_areThoseOfTheRowsInTheirOrder(Log<?> log) {
    JsonNode record = JsonMapper.shared().readTree(SCHEMAS.of(log)).at("/$defs/record");

    assertThat(record.get("properties").propertyNames())
        .containsExactlyElementsOf(LogCodec.properties(log));
  }

  /** Rows of every log, later versions and retractions among them. */
  @Nested
  class Rows {
    private static LogStore store;

    @BeforeAll
    static void run() {
      store = LogStores.inMemory(SmallWorld.CLOCK);
      ChangedRun.into(store, () -> {});
      PeopleRows.into(store);
      MonitoredRows.into(store);
    }

    static List<Log<?>> logs() {
      return Logs.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void rows_areAsTheSchemaSays(Log<?> log) {
      Schema schema = schema(log);
      List<StoredRow> rows = rows(log);

      assertThat(rows).isNotEmpty();
      for (StoredRow row : rows) {
        assertThat(errors(schema, row.text())).as(row.text()).isEmpty();
      }
    }

    @Test
    void rows_holdRetractionsToo() {
      assertThat(rows(Logs.REPORTS_DETECTED)).anyMatch(StoredRow::isRetracted);
      assertThat(rows(Logs.USER_EDITS)).anyMatch(StoredRow::isRetracted);
    }

    private static List<StoredRow> rows(Log<?> log) {
      List<StoredRow> rows = new ArrayList<>();
      store.read(log, SmallWorld.RUN, CommitPosition.START, store.head(), rows::add);
      return rows;
    }
  }

  /** A schema that refuses nothing would pass every test above. */
  @Nested
  class Refusals {
    private static final String ENDED =
        "{\"report_id\":\"MR-5108dbd30cf31dd0e8f093e0fcf59344\",\"version\":1,\"run_id\":\"main\","
            + "\"written_at\":\"2025-08-08T01:00:00Z\",\"store_id\":\"327\","
            + "\"window_end\":\"2025-08-07T21:00:00Z\",\"event_status\":\"ended\","
            + "\"end_reason\":\"returned_to_baseline\"}";

    private static final String RETRACTED =
        "{\"report_id\":\"MR-5108dbd30cf31dd0e8f093e0fcf59344\",\"version\":2,\"run_id\":\"main\","
            + "\"written_at\":\"2025-08-08T01:00:00Z\",\"retracted\":true}";

    private final Schema schema = schema(Logs.REPORTS_ENDED);

    @Test
    void row_andRetraction_areAccepted() {
      assertThat(errors(schema, ENDED)).isEmpty();
      assertThat(errors(schema, RETRACTED)).isEmpty();
    }

    @Test
    void row_withoutAnOptionalFieldOrWithOneOfANewerLibrary_isAccepted() {
      assertThat(errors(schema, ENDED.replaceAll("\"window_end\":\"[^\"]*\",", ""))).isEmpty();
      assertThat(errors(schema, ENDED.replace("}", ",\"newer\":{\"a\":[1]}}"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
        quoteCharacter = '\'',
        value = {
          "'\"version\":1', '\"version\":0'",
          "'\"version\":1', '\"version\":1.5'",
          "'\"version\":1,', ''",
          "'\"store_id\":\"327\",', ''",
          "'\"store_id\":\"327\"', '\"store_id\":\"\"'",
          "'\"store_id\":\"327\"', '\"store_id\":327'",
          "'MR-5108', 'MR-510'",
          "'MR-5108', 'ME-5108'",
          "'2025-08-07T21:00:00Z', '2025-08-07 21:00'",
          "'\"ended\"', '\"over\"'",
          "'}', ',\"retracted\":true}'"
        })
    void row_changed_isRefused(String from, String to) {
      assertThat(ENDED).contains(from);
      assertThat(errors(schema, ENDED.replace(from, to))).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
        quoteCharacter = '\'',
        value = {"'true', 'false'", "'\"version\":2,', ''", "'}', ',\"store_id\":\"327\"}'"})
    void retraction_changed_isRefused(String from, String to) {
      assertThat(RETRACTED).contains(from);
      assertThat(errors(schema, RETRACTED.replace(from, to))).isNotEmpty();
    }
  }

  private static Schema schema(Log<?> log) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SCHEMAS.of(log), InputFormat.JSON);
  }

  private static List<Error> errors(Schema schema, String row) {
    return schema.validate(row, InputFormat.JSON);
  }
}
