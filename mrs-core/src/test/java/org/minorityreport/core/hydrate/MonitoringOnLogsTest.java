package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.lifecycle.MonitoringResult;
import org.minorityreport.api.lifecycle.MonitoringSettings;
import org.minorityreport.api.lifecycle.Reliability;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.CohortOutput;
import org.minorityreport.api.record.CohortPrediction;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.record.MonitoringRecord;
import org.minorityreport.api.record.RetrainRequest;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.NumColumn;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.lifecycle.Lifecycle;

/** Monitoring from the rows of logs (spec 5.8). */
class MonitoringOnLogsTest {
  private static final Instant FIRST = Instant.parse("2025-08-01T00:00:00Z");
  private static final MonitoringSettings SETTINGS =
      MonitoringSettings.builder()
          .window(Duration.ofDays(1))
          .reference(Duration.ofDays(1))
          .minimumDecisions(2)
          .minimumSamples(20)
          .build();

  private final Scene scene = new Scene();
  private final Lifecycle lifecycle = new Lifecycle(scene.store(), Scene.RUN);
  private int reports;

  private static Instant day(int day) {
    return FIRST.plus(Duration.ofDays(day));
  }

  private static LogRow ran(int day) {
    List<ModelCalls> calls = new ArrayList<>();
    for (String role : List.of("attribution", "baseline", "cohort")) {
      calls.add(
          ModelCalls.builder()
              .role(role)
              .modelName("m")
              .modelVersion("1")
              .route("primary")
              .ok(1)
              .failed(0)
              .build());
    }
    return LogCodec.row(
        Logs.STAGE_RUNS,
        StageRun.builder()
            .runId(Scene.RUN)
            .writtenAt(day(day))
            .stage("attribution")
            .outcome(StageOutcome.OK)
            .rowsIn(1)
            .rowsOut(1)
            .rowsError(0)
            .calls(calls)
            .configId("CF-1")
            .build());
  }

  /** The decisions of a day: so many confirmed, so many with another cause. */
  private List<LogRow> decided(int day, int confirmed, int other) {
    List<LogRow> rows = new ArrayList<>();
    for (int i = 0; i < confirmed + other; i++) {
      Sample report = new Sample(StoreId.of("s" + reports++), FIRST);
      boolean yes = i < confirmed;
      rows.add(
          Act.finalised(
              report,
              yes ? "approved" : "edited",
              Act.on(report, "edit", "act " + reports),
              b ->
                  b.writtenAt(day(day))
                      .putModelVersions("attribution", "m@1")
                      .finalCause(yes ? "TV Campaign Launch" : "hail")
                      .finalCauseCategory(yes ? "paid media" : "weather")));
    }
    return rows;
  }

  private static LogRow steps(int day, double off) {
    long[] actual = new long[24];
    long[] expected = new long[24];
    double[] spread = new double[24];
    for (int i = 0; i < 24; i++) {
      actual[i] = 10_000 + (i % 3 - 1) * 1000 + Math.round(off * 1000);
      expected[i] = 10_000;
      spread[i] = 1;
    }
    return LogCodec.row(
        Logs.BASELINE_PREDICTIONS,
        BaselinePrediction.builder()
            .runId(Scene.RUN)
            .writtenAt(day(day + 1))
            .storeId(StoreId.of("s"))
            .sku(Sku.of("cola"))
            .firstStep(day(day))
            .cadence(Cadence.of(Duration.ofHours(1)))
            .actualUnits(UnitsColumn.of(actual))
            .expectedUnits(UnitsColumn.of(expected))
            .spread(NumColumn.of(spread))
            .modelName("m")
            .modelVersion("1")
            .role("baseline")
            .route("primary")
            .inputDigest("d")
            .outcome("ok")
            .build());
  }

  private static double value(List<MonitoringRecord> rows, String metric) {
    return rows.stream().filter(r -> r.metric().equals(metric)).findFirst().orElseThrow().value();
  }

  /** A history of good (true) and bad days: one request for each change to bad, at its tick. */
  @Property(tries = 20)
  void requests_areOncePerCrossing_andRunningTwiceAppendsNothing(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 2) Integer> history) {
    MonitoringOnLogsTest fresh = new MonitoringOnLogsTest();
    List<Instant> expected = new ArrayList<>();
    boolean was = false;
    for (int i = 0; i < history.size(); i++) {
      int day = i + 1;
      fresh.scene.commit(ran(day));
      if (history.get(i) < 2) { // else nobody decides anything
        boolean bad = history.get(i) == 1;
        fresh.scene.commit(fresh.decided(day, bad ? 1 : 5, bad ? 4 : 0));
        if (bad && !was) {
          expected.add(day(day));
        }
        was = bad;
      }
      fresh.lifecycle.monitor(SETTINGS);

      assertThat(fresh.lifecycle.monitor(SETTINGS).appended()).isZero();
    }

    assertThat(fresh.shareRequests()).extracting(RetrainRequest::writtenAt).isEqualTo(expected);
  }

  private List<RetrainRequest> shareRequests() {
    List<RetrainRequest> all = new ArrayList<>();
    scene
        .store()
        .read(
            Logs.RETRAIN_REQUESTS,
            Scene.RUN,
            CommitPosition.START,
            scene.store().head(),
            row -> all.add(LogCodec.read(Logs.RETRAIN_REQUESTS, row)));
    all.removeIf(request -> !request.reason().equals("feedback"));
    return all;
  }

  @Property(tries = 10)
  void measures_doNotDependOnTheOrderOfRows(@ForAll long seed) {
    List<LogRow> rows = new ArrayList<>(decided(3, 3, 2));
    rows.add(ran(0));
    rows.add(ran(3));
    rows.add(steps(0, 0));
    rows.add(steps(2, 2));
    Scene other = new Scene();
    List<LogRow> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    Scene one = new Scene().commit(rows);
    other.commit(shuffled);

    assertThat(new Lifecycle(other.store(), Scene.RUN).monitor(SETTINGS).measures())
        .isNotEmpty()
        .isEqualTo(new Lifecycle(one.store(), Scene.RUN).monitor(SETTINGS).measures());
  }

  /** Residuals -1, 0, 1 in equal parts have deviation sqrt(2/3); a move of 2 is 2.449490 of it. */
  @Test
  void drift_ofSteps_isAsWorkedByHand() {
    scene.commit(ran(0), ran(3), steps(0, 0), steps(2, 2));

    MonitoringResult result = lifecycle.monitor(SETTINGS);

    assertThat(value(result.measures(), "residual_drift")).isEqualTo(2.449490);
    assertThat(value(result.measures(), "input_drift")).isGreaterThan(0.25);
    assertThat(result.requests()).isNotEmpty();
  }

  /** Only after the reference window is over, and it holds enough, is there anything to compare. */
  @Test
  void drift_withoutReference_isNotTold() {
    scene.commit(ran(0), ran(1), steps(0, 0));

    assertThat(lifecycle.monitor(SETTINGS).measures()).isEmpty();
  }

  @Test
  void precisionAndRecall_areByCategory() {
    scene.commit(ran(1)).commit(decided(1, 3, 2));

    List<MonitoringRecord> rows = lifecycle.monitor(SETTINGS).measures();

    assertThat(rows)
        .extracting(r -> r.metric() + " " + r.subject().orElse("-") + " " + r.value())
        .containsExactly(
            "share_confirmed - 0.6",
            "precision paid media 0.6",
            "recall paid media 1.0",
            "recall weather 0.0");
  }

  /** A report that people decided about: in an event, into which they moved it or not. */
  private static LogRow inEvent(Sample report, int day, String event, boolean moved) {
    return Act.finalised(
        report,
        "approved",
        Act.on(report, "approve", "a"),
        b ->
            b.writtenAt(day(day))
                .finalCause("TV Campaign Launch")
                .finalCauseCategory("paid media")
                .reportGroupId(EventId.of("ME-" + event.repeat(32)))
                .sourceUsedGroupId(moved ? "ui" : "cohort"));
  }

  private static LogRow pair(Sample one, Sample other, int day, boolean accepted) {
    boolean ordered = one.id().compareTo(other.id()) < 0;
    CohortPrediction.Builder row = CohortPrediction.builder();
    row.runId(Scene.RUN)
        .writtenAt(day(day))
        .reportId(ordered ? one.id() : other.id())
        .otherReportId(ordered ? other.id() : one.id())
        .modelName("m")
        .modelVersion("1")
        .role("cohort")
        .route("primary")
        .inputDigest("d")
        .outcome("ok")
        .output(CohortOutput.builder().score(accepted ? 0.9 : 0.4).accepted(accepted).build());
    return LogCodec.row(Logs.COHORT_PREDICTIONS, row.build());
  }

  /**
   * A and B are together as the model said, C was moved away from them and D to them; of E in
   * another event, and of F, whom nobody decided about, nobody said anything.
   */
  @Test
  void precisionAndRecall_ofTheCohortRole_areThoseOfPairsThatPeopleJudged() {
    List<Sample> of = new ArrayList<>();
    for (String store : List.of("a", "b", "c", "d", "e", "f")) {
      of.add(new Sample(StoreId.of(store), FIRST));
    }
    Sample a = of.get(0);
    scene.commit(ran(1));
    scene.commit(
        pair(a, of.get(1), 0, false),
        pair(a, of.get(2), 1, true),
        pair(of.get(1), of.get(2), 1, true),
        pair(a, of.get(3), 1, false),
        pair(a, of.get(4), 1, true),
        pair(a, of.get(5), 1, true));
    scene.commit(pair(a, of.get(1), 1, true)); // it was refused at first: the last word counts
    scene.commit(
        inEvent(a, 1, "a", false),
        inEvent(of.get(1), 1, "a", false),
        inEvent(of.get(2), 1, "b", true),
        inEvent(of.get(3), 1, "a", true),
        inEvent(of.get(4), 1, "c", false));
    scene.commit(pair(of.get(1), of.get(3), 2, true)); // said after people had

    assertThat(lifecycle.monitor(SETTINGS).measures())
        .filteredOn(row -> row.role().equals("cohort"))
        .extracting(row -> row.metric() + " " + row.value() + " of " + row.samples())
        .containsExactly("precision 0.333333 of 3", "recall 0.5 of 2");
  }

  @Test
  void tooFewDecisions_giveNoRow() {
    scene.commit(ran(1)).commit(decided(1, 1, 0));

    assertThat(lifecycle.monitor(SETTINGS).measures()).isEmpty();
  }

  @Test
  void decisionsOfPolicies_andAboutSupersededReports_doNotCount() {
    Sample gone = new Sample(StoreId.of("s0"), FIRST);
    scene.commit(ran(1)).commit(decided(1, 3, 0));
    scene.commit(gone.ended(day(1).toString(), b -> b.endReason(EndReason.DATA_CORRECTION)));
    Reliability all = lifecycle.reliability().get(0);

    assertThat(all.proposals()).isEqualTo(2);
    assertThat(all.note()).contains(Reliability.NOT_ENOUGH);
  }

  @Test
  void decisionsAfterTheTick_waitForTheNext() {
    scene.commit(ran(1)).commit(decided(2, 5, 0));
    assertThat(lifecycle.monitor(SETTINGS).measures()).isEmpty();

    scene.commit(ran(2));
    assertThat(value(lifecycle.monitor(SETTINGS).measures(), "share_confirmed")).isEqualTo(1);
  }

  @Test
  void runWithoutTick_isRefused() {
    assertThatThrownBy(() -> lifecycle.monitor(SETTINGS))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no tick yet");
  }
}
