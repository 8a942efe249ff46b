package org.minorityreport.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.health.Health;
import org.minorityreport.api.health.HealthSettings;
import org.minorityreport.api.health.LogHealth;
import org.minorityreport.api.health.Objective;
import org.minorityreport.api.health.ObjectiveHealth;
import org.minorityreport.api.health.Rate;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.StageOutcome;

class HealthReaderTest {
  private static final String ONSET = "2025-08-07T08:00:00Z";

  private final Logbook book = new Logbook();

  private Health now() {
    return at(AsOf.now());
  }

  private Health at(AsOf asOf) {
    HealthReader reader =
        new HealthReader(book.store(), Logbook.RUN, HealthSettings.builder().build());
    return reader.at(asOf, book.clock);
  }

  private static String hour(int hour) {
    return Instant.parse("2025-08-07T00:00:00Z").plus(Duration.ofHours(hour)).toString();
  }

  private void ticks(int from, int to) {
    for (int hour = from; hour <= to; hour++) {
      book.tick(hour(hour));
    }
  }

  private LogHealth log(Health health, String name) {
    return health.logs().stream().filter(l -> l.log().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void emptyRun_isNotGoodAndHasNoRates() {
    Health health = now();

    assertThat(health.isGood()).isFalse();
    assertThat(health.tick()).isEmpty();
    assertThat(health.withCause().share()).isEmpty();
    assertThat(health.objectives()).allMatch(goal -> goal.burnRate().isEmpty());
    assertThat(health.objectives()).noneMatch(ObjectiveHealth::isMissed);
  }

  @Test
  void allStagesRan_isGood() {
    ticks(1, 5);

    Health health = now();

    assertThat(health.troubles()).isEmpty();
    assertThat(health.isGood()).isTrue();
    assertThat(health.tick()).contains(Instant.parse(hour(5)));
    assertThat(health.objective(Objective.FRESHNESS).good()).isEqualTo(Rate.of(5, 5));
    assertThat(health.objective(Objective.FRESHNESS).burnRate()).hasValue(0);
  }

  @Test
  void failedStage_isTroubleAndItsLogFallsBehind() {
    ticks(1, 2);
    book.report("a", ONSET, hour(2), 0.5);
    book.clustered("a", ONSET, hour(2));
    for (int hour = 3; hour <= 5; hour++) {
      book.stage("detection", hour(hour), StageOutcome.OK);
      book.stage("clustering", hour(hour), StageOutcome.FAILED);
    }

    Health health = now();

    assertThat(health.troubles())
        .containsExactly("clustering failed", "clustering is 3 ticks behind");
    assertThat(log(health, "minority_reports_clustered_log").ticksBehind()).hasValue(3);
    assertThat(log(health, "minority_reports_detected_log").ticksBehind()).hasValue(0);
    assertThat(health.readings()).containsEntry("ticks_behind", 3.0);
  }

  @Test
  void missingSales_burnFreshness() {
    ticks(1, 9);
    book.stage("detection", hour(10), StageOutcome.DEGRADED, "SALES_missing");

    Health health = now();

    assertThat(health.troubles()).containsExactly("SALES_missing");
    assertThat(health.objective(Objective.FRESHNESS).good()).isEqualTo(Rate.of(9, 10));
    assertThat(health.objective(Objective.FRESHNESS).burnRate()).hasValue(10);
  }

  /** A rate of now is not that of then. */
  @Test
  void asOfTickAndPosition_tellsWhatWasKnown() {
    ticks(1, 3);
    CommitPosition before = book.store().head();
    book.stage("detection", hour(4), StageOutcome.FAILED);

    assertThat(now().isGood()).isFalse();
    assertThat(at(AsOf.atPosition(before)).isGood()).isTrue();
    assertThat(at(AsOf.now().untilTick(Instant.parse(hour(3)))).isGood()).isTrue();
  }

  @Test
  void lastCommit_isThatOfTheLogAndNotOfTheStore() {
    book.clock = Instant.parse("2025-08-07T01:00:05Z");
    book.report("a", ONSET, hour(1), 0.5);
    book.clock = Instant.parse("2025-08-07T02:00:07Z");
    ticks(2, 4);
    book.clock = Instant.parse("2025-08-07T02:30:07Z");

    Health health = now();

    assertThat(log(health, "minority_reports_detected_log").lastCommit())
        .contains(Instant.parse("2025-08-07T01:00:05Z"));
    assertThat(log(health, "stage_runs_log").lastCommit())
        .contains(Instant.parse("2025-08-07T02:00:07Z"));
    assertThat(health.readings()).containsEntry("minutes_since_commit", 30.0);
  }

  @Test
  void coverage_countsOpenReportsAndNoUnknownCause() {
    ticks(1, 9);
    for (String at : new String[] {"a", "b", "c", "d"}) {
      book.report(at, ONSET, hour(9), 0.5);
    }
    book.report("e", ONSET, hour(9), b -> b.windowEnd(Instant.parse(hour(9))));
    book.clustered("a", ONSET, hour(9));
    book.attributed("a", ONSET, hour(9), "heat", "weather");
    book.attributed("b", ONSET, hour(9), "unknown", "unknown");

    Health health = now();

    assertThat(health.withCluster()).isEqualTo(Rate.of(1, 4));
    assertThat(health.withCause()).isEqualTo(Rate.of(1, 4));
    assertThat(health.objective(Objective.CAUSE_COVERAGE).burnRate().orElseThrow()).isEqualTo(3.75);
    assertThat(health.reportsByStatus())
        .containsEntry("detected", 3L)
        .containsEntry("proposed", 2L);
    assertThat(health.isGood()).as("what is not found out is no trouble of the machine").isTrue();
  }

  @Test
  void decisions_areJudgedFromTwentyOn() {
    ticks(1, 9);
    for (int i = 0; i < 19; i++) {
      decide("s" + i, i < 5 ? "dismissed" : "approved");
    }
    ObjectiveHealth few = now().objective(Objective.CONFIRMED);
    decide("s19", "approved");
    Health enough = now();

    assertThat(few.note()).contains("not enough decisions");
    assertThat(few.burnRate()).isEmpty();
    assertThat(enough.objective(Objective.CONFIRMED).good()).isEqualTo(Rate.of(15, 20));
    assertThat(enough.objective(Objective.CONFIRMED).burnRate()).hasValue(1.25);
    assertThat(enough.objective(Objective.NO_NOISE).burnRate()).hasValue(2.5);
    assertThat(enough.objective(Objective.NO_NOISE).isMissed()).isTrue();
  }

  private void decide(String at, String decision) {
    ReportId report = book.report(at, ONSET, hour(9), 0.5);
    AnnotationId act = book.act(report, "approve", "ann", b -> b);
    book.decided(at, ONSET, decision, Optional.of("heat"), act);
  }

  @Test
  void automaticApproval_isNoDecisionOfAPerson() {
    ticks(1, 9);
    decide("a", "auto_approved");
    decide("b", "approved");

    assertThat(now().review().decisions()).isEqualTo(1);
    assertThat(now().review().automatic()).isEqualTo(Rate.of(1, 2));
  }

  @Test
  void backlog_leavesOutDecidedAndSuppressed() {
    book.report("a", ONSET, hour(9), 0.5);
    book.report("b", ONSET, hour(12), 0.5);
    book.report("c", ONSET, hour(1), b -> b.suppressedBy("too_short@1"));
    decide("d", "approved");
    ticks(1, 13);

    assertThat(now().review().backlog()).isEqualTo(2);
    assertThat(now().review().oldest()).contains(Duration.ofHours(4));
    assertThat(now().review().medianAge()).contains(Duration.ofHours(1));
  }

  @Test
  void reasonsAndAgreement_areCountedPerCategory() {
    ticks(1, 9);
    ReportId one = book.report("a", ONSET, hour(9), 0.5);
    ReportId two = book.report("b", ONSET, hour(9), 0.5);
    book.attributed("a", ONSET, hour(9), "heat", "weather");
    book.attributed("b", ONSET, hour(9), "heat", "weather");
    book.act(one, "reject", "ann", b -> b.reason("not hot"));
    book.act(one, "approve", "bob", b -> b);
    book.act(two, "approve", "ann", b -> b);
    book.act(two, "edit", "bob", b -> b.cause("heat"));
    book.act(two, "reject", "system", b -> b.addLinkedContextIds("CX-1"));

    assertThat(now().review().reasonsByCategory()).containsExactly(Map.entry("weather", 1L));
    assertThat(now().review().agreementByCategory())
        .containsExactly(Map.entry("weather", Rate.of(1, 2)));
  }

  @Test
  void errors_areSharesOfAllRows() {
    ticks(1, 1);
    for (int i = 0; i < 100; i++) {
      book.add(
          Logs.ERRORS,
          ErrorRecord.builder()
              .runId(Logbook.RUN)
              .writtenAt(Instant.parse(hour(1)))
              .stage("detection")
              .kind("unparseable")
              .source("sales.csv:" + i)
              .payloadDigest("d" + i)
              .payload("x")
              .message("x")
              .attempts(1)
              .build());
    }

    assertThat(now().errors()).isEqualTo(Rate.of(100, 500));
    assertThat(now().troubles()).containsExactly("too many errors lately");
    ticks(100, 100);
    assertThat(now().isGood()).as("the errors are older than the short window").isTrue();
  }

  @Test
  void silentStores_areThoseOfTheNewestRowOfEachSource() {
    ticks(1, 1);
    book.silent("till", hour(1), "x", "y");
    book.silent("web", hour(1), "z");
    book.silent("till", hour(2), "y");

    assertThat(now().silentStores()).containsExactly(StoreId.of("y"), StoreId.of("z"));
  }

  /** The report of tick 9 may date from the outage since tick 5, that of tick 10 may not. */
  @Test
  void reportRaisedAfterAnOutage_isLate() {
    ticks(1, 5);
    for (int hour = 6; hour <= 8; hour++) {
      book.stage("detection", hour(hour), StageOutcome.FAILED);
    }
    ticks(9, 10);
    book.report("a", ONSET, hour(9), 0.5);
    book.report("b", ONSET, hour(10), 0.5);

    assertThat(now().objective(Objective.REPORT_DELAY).good()).isEqualTo(Rate.of(1, 2));
  }

  @Test
  void proposalAfterMoreThanFourHours_isLate() {
    for (int hour = 1; hour <= 6; hour++) {
      book.stage("detection", hour(hour), StageOutcome.OK);
      book.stage("attribution", hour(hour), hour < 6 ? StageOutcome.FAILED : StageOutcome.OK);
    }
    book.report("a", ONSET, hour(1), 0.5);
    book.report("b", ONSET, hour(2), 0.5);

    assertThat(now().objective(Objective.PROPOSAL_DELAY).good()).isEqualTo(Rate.of(1, 2));
  }

  @Test
  void text_saysWhatIsWrong() {
    ticks(1, 1);
    book.stage("clustering", hour(2), StageOutcome.FAILED);
    book.stage("detection", hour(2), StageOutcome.OK);

    assertThat(HealthText.of(now()))
        .startsWith("Health of run main at position 6, tick " + hour(2) + ": not good\n")
        .contains("  ! clustering failed\n")
        .contains("freshness             2 of 2 (100 %), goal 99 %, burn rate 0.00, lately 0.00\n")
        .contains("not enough decisions");
  }

  @Test
  void rateOfNone_isNoRate() {
    assertThat(Rate.of(0, 0).share()).isEqualTo(OptionalDouble.empty());
    assertThat(Rate.of(0, 3).share()).hasValue(0);
  }
}
