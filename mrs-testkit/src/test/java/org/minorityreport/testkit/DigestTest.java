package org.minorityreport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.RunStarted;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.json.LogCodec;

/**
 * Same input, same bytes (spec 2.7). The digests are compared with each other and with literals in
 * the repository, so that every JDK and machine that builds the project checks the same ones.
 */
class DigestTest {
  /** Nobody decides anything in the scenario. */
  private static final Set<Writer> OF_PEOPLE =
      Set.of(Writer.REVIEW, Writer.FINALISATION, Writer.REREVIEW, Writer.ALERTING);

  /** A host has models monitored between ticks; nobody does in the scenario. */
  private static final Set<Log<?>> BETWEEN_TICKS =
      Set.of(Logs.TAGS, Logs.MODEL_MONITORING, Logs.RETRAIN_REQUESTS);

  private static final Locale LOCALE = Locale.getDefault();
  private static final TimeZone ZONE = TimeZone.getDefault();

  private static SortedMap<String, String> expected = new TreeMap<>();

  @BeforeAll
  static void runOnce() {
    expected = digests(SmallWorld.run(new SmallWorld().tables(), 1));
  }

  @AfterEach
  void restoreDefaults() {
    Locale.setDefault(LOCALE);
    TimeZone.setDefault(ZONE);
  }

  @Test
  void digests_ofTheScenario_areThoseOfTheRepository() {
    StringBuilder lines = new StringBuilder();
    expected.forEach((log, digest) -> lines.append(digest).append("  ").append(log).append('\n'));

    GoldenFile.check(
        GoldenFile.inRepository("src/test/resources/org/minorityreport/testkit/digests.txt"),
        lines.toString());
  }

  /** A log without rows would be compared with nothing. */
  @Test
  void scenario_writesEveryLog() {
    assertThat(expected.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Logs.all().stream()
                .filter(
                    log -> !BETWEEN_TICKS.contains(log) && !OF_PEOPLE.containsAll(log.writers()))
                .map(Log::wireName)
                .toList());
  }

  @ParameterizedTest(name = "{0} threads, {1}, {2}, reordered: {3}")
  @CsvSource({
    "4, en-GB, UTC, false",
    "1, tr-TR, UTC, false",
    "1, en-GB, Asia/Kolkata, false",
    "1, en-GB, UTC, true",
    "4, tr-TR, Asia/Kolkata, true"
  })
  void digests_elsewhere_areTheSame(int threads, String locale, String zone, boolean reordered) {
    Locale.setDefault(Locale.forLanguageTag(locale));
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    SmallWorld world = reordered ? new SmallWorld().reordered() : new SmallWorld();

    LogStore store = SmallWorld.run(world.tables(), threads);

    assertThat(digests(store)).isEqualTo(expected);
  }

  /** The version of the time zone data is the machine's own: it is left out. */
  private static SortedMap<String, String> digests(LogStore store) {
    SortedMap<String, String> digests = LogDigests.of(store, SmallWorld.RUN);
    StringBuilder runs = new StringBuilder();
    store.read(
        Logs.RUNS,
        SmallWorld.RUN,
        CommitPosition.START,
        store.head(),
        row -> {
          RunStarted started = LogCodec.read(Logs.RUNS, row);
          RunStarted anywhere = RunStarted.builder().from(started).tzdata("").build();
          byte[] json = LogCodec.row(Logs.RUNS, anywhere).json(row.version());
          runs.append(new String(json, UTF_8)).append('\n');
        });
    digests.put(Logs.RUNS.wireName(), Digests.sha256Hex(runs.toString().getBytes(UTF_8)));
    return digests;
  }
}
