package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.DirectoryOptions;

/**
 * jq and DuckDB read the folder of a store that is open for writing, with the queries that the
 * documentation gives, and agree with our own reader.
 */
class ForeignReadersTest {
  private static final int SEGMENT_BYTES = 20_000;
  private static final String KEY = "run_id, report_id, written_at";

  @TempDir static Path temporary;

  private static DirectoryLogStore writer;
  private static DirectoryLogStore reader;
  private static OurReader expected;
  private static final SortedMap<String, Long> halfway = new TreeMap<>();
  private static List<List<String>> foundHalfway = List.of();

  @BeforeAll
  static void run() {
    DirectoryOptions options =
        DirectoryOptions.defaults().clock(SmallWorld.CLOCK).segmentBytes(SEGMENT_BYTES);
    writer = LogStores.directory(temporary.resolve("store"), options);
    ChangedRun.into(writer, ForeignReadersTest::lookHalfway);
    reader = LogStores.directoryForReading(temporary.resolve("store"));
    expected = new OurReader(reader);
  }

  private static void lookHalfway() {
    try (DirectoryLogStore then = LogStores.directoryForReading(temporary.resolve("store"))) {
      OurReader ours = new OurReader(then);
      Logs.all().forEach(log -> halfway.put(log.wireName(), ours.rows(log)));
      halfway.values().removeIf(rows -> rows == 0);
      foundHalfway = DuckDbQuery.rows(inStore(DocumentedQueries.in("sql").get("rows of each log")));
    }
  }

  @AfterAll
  static void close() {
    reader.close();
    writer.close();
  }

  static Stream<Log<?>> logs() {
    return Logs.all().stream().filter(log -> reader.count(log, SmallWorld.RUN, reader.head()) > 0);
  }

  /** Else there would be little to disagree about. */
  @Test
  void store_holdsVersionsRetractionsAndSeveralSegments() {
    assertThat(logs().count()).isGreaterThan(10);
    assertThat(expected.rows(Logs.REPORTS_DETECTED))
        .isGreaterThan(expected.standing(Logs.REPORTS_DETECTED));
    assertThat(expected.retracted(Logs.REPORTS_DETECTED)).isPositive();
    assertThat(expected.sums().get(2).signum()).isNotZero();
    assertThat(temporary.resolve("store/minority_reports_detected_log/000002.jsonl")).exists();
  }

  /** The store is open for writing, and is written on afterwards. */
  @Test
  void rows_halfway_wereAsMany() {
    List<List<String>> ours = new ArrayList<>();
    halfway.forEach((log, rows) -> ours.add(List.of(log, rows.toString())));
    assertThat(foundHalfway).isEqualTo(ours);
    assertThat(halfway.get(Logs.REPORTS_DETECTED.wireName()))
        .isPositive()
        .isLessThan(expected.rows(Logs.REPORTS_DETECTED));
  }

  /** What the journal covers of each file is all of it, and there is no other file. */
  @Test
  void jsonlFiles_holdTheRowsOfOurReaderAndNothingElse() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.walk(temporary.resolve("store"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        assertThat(text).endsWith("\n").doesNotContain("\r");
        for (String line : text.lines().toList()) {
          lines.add(file.getParent().getFileName() + " " + line);
        }
      }
    }
    List<String> ours = new ArrayList<>();
    logs().forEach(log -> expected.texts(log).forEach(row -> ours.add(log + " " + row)));
    assertThat(lines).containsExactlyInAnyOrderElementsOf(ours);
  }

  @Nested
  class Jq {
    private final Map<String, String> queries = DocumentedQueries.in("sh");

    static Stream<Log<?>> logs() {
      return ForeignReadersTest.logs();
    }

    @BeforeAll
    static void find() {
      Shell.assumeThereIs("jq");
    }

    @Test
    void rows_ofEachLog_areAsMany() {
      assertThat(ask("rows of each log")).isEqualTo(counts());
    }

    @Test
    void journal_saysThatTheyAllCount() {
      assertThat(ask("rows that count")).isEqualTo(counts());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void keysThatStand_areAsMany(Log<?> log) {
      String query = queries.get("keys that stand");
      String key = String.join(", ", SchemaKeys.of(log).stream().map(f -> "." + f).toList());
      String ofLog = replaced(query, ".run_id, .report_id, .written_at", key);

      assertThat(Shell.lines(temporary, replaced(ofLog, Logs.REPORTS_DETECTED, log)))
          .containsExactly(String.valueOf(expected.standing(log)));
    }

    @Test
    void sums_areTheSame() {
      assertThat(
              ask(
                  "severity in millionths, units in thousandths and impact in cents of what stands"))
          .containsExactly(
              expected.sums().get(0).movePointRight(6).toBigIntegerExact()
                  + " "
                  + expected.sums().get(1).movePointRight(3).toBigIntegerExact()
                  + " "
                  + expected.sums().get(2).movePointRight(2).toBigIntegerExact());
    }

    @Test
    void partOfALine_isLeftOut(@TempDir Path copy) throws IOException {
      Path segment = cutInALine(copy);
      long lines = Files.readAllLines(segment).size();

      assertThat(
              Shell.lines(
                  segment.getParent(), "jq -cR 'fromjson?' *.jsonl | jq -n '[inputs] | length'"))
          .containsExactly(String.valueOf(lines - 1));
    }

    private List<String> ask(String title) {
      return Shell.lines(temporary, queries.get(title));
    }

    private static List<String> counts() {
      return logs().map(log -> log + " " + expected.rows(log)).sorted().toList();
    }
  }

  @Nested
  class DuckDb {
    private final Map<String, String> queries = DocumentedQueries.in("sql");

    static Stream<Log<?>> logs() {
      return ForeignReadersTest.logs();
    }

    /** No extension may come over the network. */
    @Test
    void json_isBuiltIn() {
      assertThat(
              DuckDbQuery.rows(
                  "SELECT loaded, install_mode FROM duckdb_extensions()"
                      + " WHERE extension_name = 'json'"))
          .containsExactly(List.of("true", "STATICALLY_LINKED"));
    }

    @Test
    void rows_ofEachLog_areAsMany() {
      assertThat(ask("rows of each log", UnaryOperator.identity())).isEqualTo(counts());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void keysThatStand_areAsMany(Log<?> log) {
      List<String> key = SchemaKeys.of(log).stream().map(f -> '"' + f + '"').toList();

      assertThat(
              ask(
                  "keys that stand",
                  query ->
                      replaced(
                          replaced(
                              replaced(query, KEY, String.join(", ", key)),
                              String.join(": 'VARCHAR', ", KEY.split(", ", -1)),
                              String.join(": 'VARCHAR', ", key)),
                          Logs.REPORTS_DETECTED,
                          log)))
          .containsExactly(List.of(String.valueOf(expected.standing(log))));
    }

    @Test
    void sums_areTheSame() {
      assertThat(ask("severity, units and impact of what stands", UnaryOperator.identity()))
          .containsExactly(
              List.of(
                  expected.sums().get(0).setScale(6).toPlainString(),
                  expected.sums().get(1).setScale(3).toPlainString(),
                  expected.sums().get(2).setScale(2).toPlainString()));
    }

    @Test
    void partOfALine_isARowOfNulls(@TempDir Path copy) throws IOException {
      Path segment = cutInALine(copy);
      String rows =
          "SELECT count(*), count(run_id) FROM read_json('%s', format = 'newline_delimited',"
              + " ignore_errors = true, columns = {run_id: 'VARCHAR'})";
      long lines = Files.readAllLines(segment).size();

      assertThat(DuckDbQuery.rows(rows.formatted(segment)))
          .containsExactly(List.of(String.valueOf(lines), String.valueOf(lines - 1)));
    }

    private List<List<String>> ask(String title, UnaryOperator<String> change) {
      String query = change.apply(queries.get(title));
      return DuckDbQuery.rows(inStore(query));
    }

    private static List<List<String>> counts() {
      return logs()
          .map(log -> List.of(log.toString(), String.valueOf(expected.rows(log))))
          .sorted(Comparator.comparing(row -> row.get(0)))
          .toList();
    }
  }

  /** A segment as a reader may find it who comes while a row is written. */
  private static Path cutInALine(Path folder) throws IOException {
    Path from = temporary.resolve("store/minority_reports_detected_log/000001.jsonl");
    Path segment = Files.copy(from, folder.resolve("000001.jsonl"));
    return Files.writeString(segment, "{\"run_id\":\"ma", StandardOpenOption.APPEND);
  }

  private static String inStore(String query) {
    return replaced(query, "'store/", "'" + temporary + "/store/");
  }

  private static String replaced(String query, Object from, Object to) {
    assertThat(query).contains(from.toString());
    return query.replace(from.toString(), to.toString());
  }
}
