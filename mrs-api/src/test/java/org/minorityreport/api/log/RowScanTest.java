package org.minorityreport.api.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.ContractException;
import tools.jackson.databind.json.JsonMapper;

/** What is found in a row by walking over it is what a parser of JSON finds. */
class RowScanTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Log<?> LOG = Logs.REPORTS_ENDED;
  private static final String TICK = "2025-08-07T16:00:00Z";

  @Property(tries = 500)
  void row_ofAnyJson_isWhatAParserFinds(
      @ForAll("texts") String run,
      @ForAll("texts") String report,
      @ForAll("values") List<Object> others,
      @ForAll int at) {
    List<Map.Entry<String, Object>> members = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      members.add(Map.entry("other_" + i, others.get(i)));
    }
    // the fields that matter stand anywhere, also behind what looks like them
    members.add(Math.floorMod(at, members.size() + 1), Map.entry("run_id", run));
    members.add(Math.floorMod(at / 7, members.size() + 1), Map.entry("report_id", report));
    members.add(Math.floorMod(at / 49, members.size() + 1), Map.entry("version", 12));
    members.add(Math.floorMod(at / 343, members.size() + 1), Map.entry("written_at", TICK));
    Map<String, Object> fields = new LinkedHashMap<>();
    members.forEach(m -> fields.put(m.getKey(), m.getValue()));

    LogRow row = LogRow.of(LOG, MAPPER.writeValueAsBytes(fields));

    assertThat(row.runId().value()).isEqualTo(run);
    assertThat(row.subject()).contains(report);
    assertThat(row.key()).isEqualTo(MAPPER.writeValueAsString(List.of(run, report, TICK)));
    assertThat(row.statedVersion()).isEqualTo(12);
    assertThat(row.writtenAt()).isEqualTo(TICK);
    assertThat(row.isRetracted()).isFalse();
    fields.put("version", 345_678);
    assertThat(row.json(345_678)).isEqualTo(MAPPER.writeValueAsBytes(fields));
  }

  /** Names may have any characters but control characters; quotes and backslashes are escaped. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars('a', '"', '\\', '/', ' ', '{', ',', 'é', '漢')
        .ofMinLength(1)
        .ofMaxLength(12)
        .filter(s -> !s.isBlank());
  }

  @Provide
  Arbitrary<List<Object>> values() {
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(6).map(s -> (Object) s),
            Arbitraries.doubles().map(d -> (Object) d),
            Arbitraries.longs().map(l -> (Object) l),
            Arbitraries.of(true, false).map(b -> (Object) b),
            Arbitraries.of("}", "]", ",", "\"version\":7", "run_id").map(s -> (Object) s));
    Arbitrary<Object> nested =
        Combinators.combine(scalars, scalars)
            .as((a, b) -> (Object) Map.of("version", a, "run_id", List.of(b, Map.of(), List.of())));
    return Arbitraries.frequencyOf(Tuple.of(3, scalars), Tuple.of(1, nested)).list().ofMaxSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"a\":1}",
        "{\"a\" :1,ROW}",
        "{\"a\":1,ROW} ",
        "{\"a\":1,ROW}\n",
        "{\"a\":1,ROW}{}",
        "{\"a\":,ROW}",
        "{\"a\":tru,ROW}",
        "{\"a\":nulll,ROW}",
        "{\"a\":[1,2,ROW}",
        "{\"a\":{\"b\":[}],ROW}",
        "{\"a\":\"b,ROW}",
        "{\"a\":\"\u0007\",ROW}",
        "{a:1,ROW}",
        "{\"a\":1 ROW}",
        "{,ROW}",
        "{ROW,}",
        "{ROW,\"version\":2}",
        "{ROW",
        "{\"a\":\"\\",
        "{\"a\":\"\\\n\",ROW}",
        "{\"a\":[{\"b\":\"\\\n\"}],ROW}",
        "{\"a\\\n\":1,ROW}",
        "{\"a\":\"\\x\",ROW}",
        "{\"a\":\"\\u12g4\",ROW}",
        "{\"a\":\"\\u12\",ROW}",
        "{\"a\":-.--5E,ROW}",
        "{\"a\":-,ROW}",
        "{\"a\":+1,ROW}",
        "{\"a\":.5,ROW}",
        "{\"a\":1.,ROW}",
        "{\"a\":1E,ROW}",
        "{\"a\":007,ROW}",
        "{\"a\":[1,-01],ROW}",
        "{\"a\":1.5E99999999999,ROW}",
        "{\"a\":1,ROW,\"a\":2}",
        "{\"a\":1,ROW,\"\\u0061\":2}",
        "{ROW,\"\\u0076ersion\":2}",
        "{\"a\":[{\"b\":1,\"c\":{},\"b\":1}],ROW}",
        "{\"run_id\":[\"main\"],\"written_at\":\"2025-08-07T16:00:00Z\",\"version\":1}",
        "{\"run_id\":\"main\",\"written_at\":\"yesterday\",\"version\":1}",
        "{\"run_id\":\"main\",\"written_at\":\"2025-02-29T16:00:00Z\",\"version\":1}",
        "{\"run_id\":\"main\",\"written_at\":7,\"version\":1}",
        "{\"run_id\":\"main\",\"written_at\":\"2025-08-07T16:00:00Z\",\"version\":0}",
        "{\"run_id\":\"main\",\"written_at\":\"2025-08-07T16:00:00Z\",\"version\":01}",
        "{\"run_id\":\"main\",\"written_at\":\"2025-08-07T16:00:00Z\",\"version\":-1}",
        "{\"run_id\":\"main\",\"written_at\":\"2025-08-07T16:00:00Z\",\"version\":1e3}",
        "{\"run_id\":\"main\",\"written_at\":\"2025-08-07T16:00:00Z\",\"version\":12345678901}",
        "{\"run_id\":\" \",\"written_at\":\"2025-08-07T16:00:00Z\",\"version\":1}"
      })
  void row_ofAnythingElse_isRefusedWithWhatWasWrong(String text) {
    String row =
        "\"run_id\":\"main\",\"written_at\":\"2025-08-07T16:00:00Z\",\"version\":1,"
            + "\"report_id\":\"MR-1\"";
    byte[] json = text.replace("ROW", row).getBytes(UTF_8);

    assertThatThrownBy(() -> LogRow.of(LOG, json))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith("not a row of minority_event_ended_log (")
        .hasMessageEndingWith(shown(new String(json, UTF_8)));
  }

  /** Rows that were never text: a byte that begins nothing, half of a pair, a length too long. */
  @ParameterizedTest
  @ValueSource(strings = {"FF", "C3", "EDA080", "C0AF"})
  void row_thatIsNotUtf8_isRefused(String hex) {
    byte[] row =
        "{\"a\":\"......\",\"run_id\":\"main\",\"written_at\":\"%s\",\"version\":1}"
            .replace("%s", TICK)
            .getBytes(UTF_8);
    byte[] bad = HexFormat.of().parseHex(hex);
    System.arraycopy(bad, 0, row, 8, bad.length);

    assertThatThrownBy(() -> LogRow.of(LOG, row))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith("not a row of minority_event_ended_log (it is not UTF-8): {");
  }

  /** Bytes that a store found somewhere are checked like those that go into one. */
  @Test
  void storedRow_ofBytesThatAreNoRow_isRefusedInTheSameWords() {
    String row =
        "{\"a\":1,\"run_id\":\"main\",\"written_at\":\"" + TICK + "\",\"version\":1,\"a\":1}";

    assertThatThrownBy(() -> StoredRow.of(LOG, row.getBytes(UTF_8), CommitPosition.of(1), 1))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith("not a row of minority_event_ended_log (")
        .hasMessageEndingWith(row);
  }

  /** As deep as a reader of the row takes it, and no deeper. */
  @Test
  void row_nestedAsDeepAsAParserReads_isTaken() {
    assertThat(LogRow.of(LOG, nested(499)).statedVersion()).isEqualTo(1);
    assertThat(MAPPER.readTree(nested(499)).size()).isEqualTo(4);
    assertThatThrownBy(() -> LogRow.of(LOG, nested(500)))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith("not a row of minority_event_ended_log (");
  }

  private static byte[] nested(int depth) {
    String row =
        "{\"a\":"
            + "[".repeat(depth)
            + "]".repeat(depth)
            + ",\"run_id\":\"main\",\"written_at\":\""
            + TICK
            + "\",\"version\":1}";
    return row.getBytes(UTF_8);
  }

  private static String shown(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "...";
  }

  @Test
  void row_nestedWithoutEnd_isRefusedAndNotAnErrorOfTheMachine() {
    String deep = "{\"a\":" + "[".repeat(100_000);

    assertThatThrownBy(() -> LogRow.of(LOG, deep.getBytes(UTF_8)))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("nested more than 500 deep");
  }

  /** Instants are read without a parser where they are whole seconds; both ways must agree. */
  @Property(tries = 1000)
  void writtenAt_ofAnySecond_isWhatTheParserOfJavaReads(@ForAll("seconds") long second) {
    java.time.Instant expected = java.time.Instant.ofEpochSecond(second);
    String json =
        "{\"run_id\":\"main\",\"written_at\":\""
            + expected
            + "\",\"version\":1,\"report_id\":\"x\"}";

    assertThat(LogRow.of(LOG, json.getBytes(UTF_8)).writtenAt()).isEqualTo(expected);
    assertThat(WholeSecond.of(expected.toString().getBytes(UTF_8), 0, 20)).isEqualTo(second);
  }

  @Provide
  Arbitrary<Long> seconds() {
    long first = java.time.Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    long last = java.time.Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    return Arbitraries.longs().between(first, last);
  }

  @Test
  void writtenAt_withAFraction_isReadToo() {
    String json =
        "{\"run_id\":\"main\",\"written_at\":\"2025-08-07T16:00:00.250Z\",\"version\":1,"
            + "\"report_id\":\"x\"}";

    assertThat(LogRow.of(LOG, json.getBytes(UTF_8)).writtenAt())
        .isEqualTo("2025-08-07T16:00:00.250Z");
  }

  /** The same bad line read at every tick is one row, whatever stands around what is compared. */
  @Test
  void contentDigest_leavesOutWhatTheLogDoesNotCompare() {
    String common = "\"run_id\":\"main\",\"stage\":\"s\",\"kind\":\"k\",\"source\":\"f\"";
    LogRow first =
        error("{" + common + ",\"written_at\":\"" + TICK + "\",\"version\":1,\"attempts\":1}");
    LogRow later =
        error(
            "{\"attempts\":2,"
                + common
                + ",\"version\":12,\"written_at\":\"2025-08-08T16:00:00Z\"}");
    LogRow other =
        error(
            "{"
                + common.replace("\"f\"", "\"g\"")
                + ",\"written_at\":\""
                + TICK
                + "\",\"version\":1,\"attempts\":1}");

    assertThat(later.sameContent(first.contentDigest())).isTrue();
    assertThat(other.sameContent(first.contentDigest())).isFalse();
  }

  private static LogRow error(String json) {
    return LogRow.of(Logs.ERRORS, json.getBytes(UTF_8));
  }
}
