package org.minorityreport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ProvidedModel;
import org.minorityreport.api.model.Route;
import org.minorityreport.api.record.AttributionPrediction;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.model.CallTimeout;
import org.minorityreport.core.model.CallWatch;
import org.minorityreport.mock.MockModels;
import org.minorityreport.testkit.discovery.OfferedProviders;

/** Routes and the guard on a whole run, by what it leaves in the logs (spec 5.4, 5.5, 5.7). */
class RoutesOnARunTest {
  private static final ModelConfig PLAIN = ModelConfig.builder().seed(0).build();
  private static final String FALLBACK = "ATTRIBUTION_fallback";

  private final LogStore logs = LogStores.inMemory(SmallWorld.CLOCK);

  @AfterEach
  void close() {
    logs.close();
  }

  private Mrs.Builder open() {
    return Mrs.builder()
        .logs(logs)
        .inputs(new SmallWorld().tables())
        .clock(SmallWorld.CLOCK)
        .threads(1)
        .classLoader(
            OfferedProviders.of(new RemoteMocks(), new TeamAttribution(), new MockModels()));
  }

  private static ProvidedModel team(String name, String cause, String quality) {
    return ProvidedModel.of(TeamAttribution.ID, TeamAttribution.saying(name, cause, quality));
  }

  private void run(Mrs.Builder builder) {
    for (ModelRole role : ModelRole.values()) {
      if (role != ModelRole.ATTRIBUTION) {
        builder.model(role, "mock", PLAIN);
      }
    }
    try (Mrs mrs = builder.build()) {
      SmallWorld.ticks().forEach(mrs::tick);
    }
  }

  private <R extends LogRecord> List<R> rows(Log<R> log) {
    List<StoredRow> rows = new ArrayList<>();
    logs.read(log, SmallWorld.RUN, CommitPosition.START, logs.head(), rows::add);
    return rows.stream().filter(r -> !r.isRetracted()).map(r -> LogCodec.read(log, r)).toList();
  }

  /** Catches a shadow whose answer gets into a row, or of which nothing is kept. */
  @Test
  void shadow_isCalledAndLogged_andNeverUsed() {
    run(
        open()
            .model(ModelRole.ATTRIBUTION, RemoteMocks.ID, PLAIN)
            .route(
                ModelRole.ATTRIBUTION,
                Route.builder().shadow(team("shadow", "Sunspots", "1")).build()));

    List<AttributionPrediction> calls = rows(Logs.ATTRIBUTION_PREDICTIONS);
    assertThat(calls).filteredOn(c -> c.route().equals("shadow")).isNotEmpty();
    assertThat(calls)
        .filteredOn(c -> c.route().equals("shadow"))
        .allSatisfy(
            call -> {
              assertThat(call.modelName()).isEqualTo("shadow");
              assertThat(call.outcome()).isEqualTo("ok");
              assertThat(call.output().get(0).cause()).isEqualTo("Sunspots");
            })
        .hasSameSizeAs(calls.stream().filter(c -> c.route().equals("primary")).toList());
    assertThat(rows(Logs.REPORTS_ATTRIBUTED))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.proposedCause()).isNotEqualTo("Sunspots");
              assertThat(row.modelVersions().toString()).doesNotContain("shadow");
              assertThat(row.isDegraded()).isFalse();
            });
  }

  /** Catches an answer under the floor that is used, is called an error, or trips the breaker. */
  @Test
  void answerUnderTheFloor_isReplacedByTheFallback_marked_andNoFailure() {
    run(
        open()
            .model(
                ModelRole.ATTRIBUTION,
                TeamAttribution.ID,
                TeamAttribution.saying("doubtful", "Sunspots", "0.2"))
            .route(ModelRole.ATTRIBUTION, Route.builder().qualityFloor(0.5).build()));

    List<ReportAttributed> proposals = rows(Logs.REPORTS_ATTRIBUTED);
    assertThat(proposals)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.proposedCause()).isNotEqualTo("Sunspots");
              assertThat(row.degradedReasons()).contains(FALLBACK);
            });
    List<AttributionPrediction> doubtful =
        rows(Logs.ATTRIBUTION_PREDICTIONS).stream()
            .filter(call -> call.modelName().equals("doubtful"))
            .toList();
    assertThat(doubtful)
        .as("asked at every tick, as it never rests")
        .hasSameSizeAs(proposals)
        .allSatisfy(
            call -> {
              assertThat(call.outcome()).isEqualTo("low_quality");
              assertThat(call.qualityScore()).hasValue(0.2);
              assertThat(call.output().get(0).cause()).isEqualTo("Sunspots");
            });
    assertThat(rows(Logs.ERRORS)).noneMatch(error -> error.stage().equals("attribution"));
    assertThat(rows(Logs.STAGE_RUNS))
        .flatExtracting(StageRun::calls)
        .allSatisfy(call -> assertThat(call.failed()).isZero());
  }

  /** The formula of spec 5.4, computed by another library. */
  @Test
  void split_sendsTheReportsOfTheHashToTheChallenger_andNoOthers() {
    run(
        open()
            .model(ModelRole.ATTRIBUTION, RemoteMocks.ID, PLAIN)
            .route(
                ModelRole.ATTRIBUTION,
                Route.builder().challenger(team("challenger", "Sunspots", "1")).share(50).build()));

    SortedSet<String> sent = new TreeSet<>();
    for (ReportAttributed row : rows(Logs.REPORTS_ATTRIBUTED)) {
      String id = row.reportId().value();
      String hash = Hashing.sha256().hashString("attribution|" + id, UTF_8).toString();
      boolean chosen = Long.parseLong(hash.substring(0, 8), 16) % 100 < 50;
      assertThat(row.modelVersions().get("attribution"))
          .as(id)
          .isEqualTo(chosen ? "challenger@1" : "mock-attribution@1");
      assertThat(row.proposedCause().equals("Sunspots")).isEqualTo(chosen);
      sent.add(chosen + "");
    }
    assertThat(sent).as("some of each").containsExactly("false", "true");
  }

  /** A model whose every answer comes too late. */
  private static final class Late implements CallWatch {
    @Override
    public <A> A call(ModelInfo model, Duration budget, Supplier<A> call) {
      throw new CallTimeout("it did not answer within " + budget.toMillis() + " ms");
    }
  }

  /** Catches a tick that waits, a timeout without trace, and a breaker that never opens. */
  @Test
  void modelThatIsTooSlow_leavesDeadLetters_isReplaced_andRestsAfterThreeTicks() {
    run(
        open()
            .model(
                ModelRole.ATTRIBUTION,
                TeamAttribution.ID,
                TeamAttribution.saying("slow", "Sunspots", "1"))
            .watch(new Late()));

    assertThat(rows(Logs.REPORTS_ATTRIBUTED))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.degradedReasons()).contains(FALLBACK));
    SortedMap<Instant, String> asked = new TreeMap<>();
    for (AttributionPrediction call : rows(Logs.ATTRIBUTION_PREDICTIONS)) {
      if (call.modelName().equals("slow")) {
        asked.put(call.writtenAt(), call.outcome());
        assertThat(call.message().orElseThrow()).contains("did not answer within 100 ms");
      }
    }
    assertThat(asked.values()).containsOnly("timeout");
    assertThat(rows(Logs.ERRORS))
        .filteredOn(error -> error.stage().equals("attribution"))
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error.message()).contains("did not answer within"));
    List<Instant> ticks = SmallWorld.ticks();
    List<Integer> at = asked.keySet().stream().map(ticks::indexOf).toList();
    List<Integer> firstFour = at.subList(0, 4);
    assertThat(firstFour.get(3) - firstFour.get(2))
        .as("asked at %s: three failed ticks, then ten at which it rests", at)
        .isGreaterThan(10);
    assertThat(firstFour.get(2) - firstFour.get(0)).as("%s", at).isLessThan(10);
  }
}
