package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.run.FaultyInputs.Fault;
import org.minorityreport.core.run.OutageWorld.Stage;

/**
 * The table of spec 8.1, row by row: what the logs and the view say during an outage, and one good
 * tick after it. S1 is raised at 11:00, S2 at 12:00, both close at 22:00.
 */
class OutageTest {
  private final OutageWorld world = new OutageWorld();

  @AfterEach
  void close() {
    world.close();
  }

  /** The world without any outage is what the tests below take it for. */
  @Test
  void noOutage_reportsAreRaisedJoinedAndClosedWithoutMarks() {
    world.ticks(9, 23);

    assertThat(world.view().reports().all()).hasSize(2).allSatisfy(OutageTest::isHealthy);
    MinorityReport report = world.report("S1");
    assertThat(report.firstDetectedFrom()).isEqualTo(OutageWorld.at(10));
    assertThat(report.raisedAt()).isEqualTo(OutageWorld.at(11));
    assertThat(report.windowEnd()).contains(OutageWorld.at(18));
    assertThat(report.isOpen()).isFalse();
    assertThat(report.clusterId()).isPresent();
    assertThat(report.proposedCause()).contains("Heatwave");
    assertThat(world.report("S2").reportGroupId()).isEqualTo(report.reportGroupId());
    assertThat(world.rows(Logs.REPORTS_ENDED, 22)).hasSize(2);
    assertThat(world.all(Logs.ERRORS)).isEmpty();
  }

  @Nested
  class ModelInService {
    /** Rows "baseline model" and "classifier". */
    @ParameterizedTest
    @CsvSource({"BASELINE, BASELINE_fallback", "CLASSIFIER, CLASSIFIER_fallback"})
    void modelOfDetectionFails_fallbackAnswersAndRowsAreMarked(ModelRole role, String code) {
      world.ticks(9, 12);
      world.primaryDown(role);
      world.ticks(13, 13);

      List<ReportDetected> rows = world.rows(Logs.REPORTS_DETECTED, 13);
      assertThat(rows).hasSize(2);
      assertThat(rows)
          .allSatisfy(
              row -> {
                assertThat(row.degradedReasons()).containsExactly(code);
                assertThat(row.modelVersions().get(role.wireName())).startsWith("mock-");
              });
      StageRun run = world.stageRun("detection", 13);
      assertThat(run.outcome()).isEqualTo(StageOutcome.DEGRADED);
      assertThat(run.degradedReasons()).containsExactly(code);
      assertThat(calls(run, role)).containsExactlyInAnyOrder("primary 0/3", "fallback 3/0");
      assertThat(letters(13)).hasSize(3).allMatch(l -> l.equals("detection model_failed"));
      assertThat(world.report("S1").degradedReasons()).containsExactly(code);

      world.up();
      world.ticks(14, 14);
      assertThat(world.view().reports().all()).allSatisfy(OutageTest::isHealthy);
    }

    @Test
    void baselineModelFails_itsCallsAreRowsWithoutExpectations() {
      world.ticks(9, 12);
      world.primaryDown(ModelRole.BASELINE);
      world.ticks(13, 13);

      List<BaselinePrediction> rows = world.rows(Logs.BASELINE_PREDICTIONS, 13);
      assertThat(rows)
          .filteredOn(row -> row.route().equals("primary"))
          .hasSize(3)
          .allSatisfy(
              row -> {
                assertThat(row.outcome()).isEqualTo("failed");
                assertThat(row.message().orElseThrow()).contains("team-baseline is out");
                assertThat(row.actualUnits().size()).isEqualTo(1);
              });
      assertThat(rows)
          .filteredOn(row -> row.route().equals("fallback"))
          .hasSize(2)
          .allSatisfy(row -> assertThat(row.outcome()).isEqualTo("ok"));
    }

    /** Rows "cluster model" and "attribution model", first half; also for what closes meanwhile. */
    @ParameterizedTest
    @CsvSource({
      "CLUSTER, CLUSTER_fallback, 15",
      "ATTRIBUTION, ATTRIBUTION_fallback, 15",
      "COHORT, COHORT_fallback, 12",
      "CLUSTER, CLUSTER_fallback, 22",
      "ATTRIBUTION, ATTRIBUTION_fallback, 22"
    })
    void modelOfALaterStageFails_fallbackAnswersAndRowsAreMarked(
        ModelRole role, String code, int hour) {
      world.ticks(9, hour - 1);
      world.primaryDown(role);
      world.ticks(hour, hour);

      MinorityReport during = world.report("S2");
      assertThat(during.degradedReasons()).containsExactly(code);
      assertThat(during.proposedCause()).contains("Heatwave");
      assertThat(during.clusterId().isPresent()).as("long enough").isEqualTo(hour >= 15);
      assertThat(during.reportGroupId()).isEqualTo(world.report("S1").reportGroupId());
      StageRun run = world.stageRun(stageOf(role), hour);
      assertThat(run.outcome()).isEqualTo(StageOutcome.DEGRADED);
      assertThat(calls(run, role)).anyMatch(c -> c.startsWith("fallback"));
      assertThat(letters(hour)).isNotEmpty().allMatch(l -> l.endsWith("model_failed"));

      world.up();
      world.ticks(hour + 1, hour + 1);
      assertThat(world.view().reports().all()).allSatisfy(OutageTest::isHealthy);
    }
  }

  @Nested
  class BothModels {
    /** Row "cluster model", second half. */
    @ParameterizedTest
    @CsvSource({"15", "22"})
    void clusterModelsFail_noClusterInTheRowAndEverythingAfterGoesOn(int hour) {
      world.ticks(9, hour - 1);
      MinorityReport before = world.report("S1");
      world.bothDown(ModelRole.CLUSTER);
      world.ticks(hour, hour);

      List<ReportClustered> rows = world.rows(Logs.REPORTS_CLUSTERED, hour);
      assertThat(rows)
          .isNotEmpty()
          .allSatisfy(
              row -> {
                assertThat(row.clusterId()).isEmpty();
                assertThat(row.degradedReasons()).containsExactly("MRCL_down");
              });
      assertThat(world.rows(Logs.REPORTS_COHORTED, hour)).hasSameSizeAs(rows);
      MinorityReport during = world.report("S1");
      assertThat(during.clusterId()).isEqualTo(before.clusterId()).isPresent();
      assertThat(during.degradedReasons()).containsExactly("MRCL_down");
      assertThat(during.reportStatus()).isEqualTo("cohorted_degraded_MRCL_down");

      world.up();
      world.ticks(hour + 1, hour + 1);
      assertThat(world.view().reports().all()).allSatisfy(OutageTest::isHealthy);
      assertThat(world.rows(Logs.REPORTS_CLUSTERED, hour + 1)).hasSize(2);
    }

    /** Row "attribution model", second half. */
    @ParameterizedTest
    @CsvSource({"15", "22"})
    void attributionModelsFail_causeIsUnknownWithoutConfidence(int hour) {
      world.ticks(9, hour - 1);
      world.bothDown(ModelRole.ATTRIBUTION);
      world.ticks(hour, hour);

      List<ReportAttributed> rows = world.rows(Logs.REPORTS_ATTRIBUTED, hour);
      assertThat(rows)
          .isNotEmpty()
          .allSatisfy(
              row -> {
                assertThat(row.proposedCause()).isEqualTo("unknown");
                assertThat(row.confidenceScore()).isEmpty();
                assertThat(row.degradedReasons()).containsExactly("MRPAL_down");
              });
      MinorityReport during = world.report("S1");
      assertThat(during.proposedCause()).contains("Heatwave");
      assertThat(during.degradedReasons()).containsExactly("MRPAL_down");

      world.up();
      world.ticks(hour + 1, hour + 1);
      assertThat(world.view().reports().all()).allSatisfy(OutageTest::isHealthy);
    }

    /** Row "cohort model", second half. */
    @Test
    void cohortModelsFail_newReportsStandAloneUntilOneAnswers() {
      world.ticks(9, 11);
      world.bothDown(ModelRole.COHORT);
      world.ticks(12, 13);

      List<ReportCohorted> rows = world.rows(Logs.REPORTS_COHORTED, 12);
      assertThat(rows).hasSize(2);
      assertThat(rows).extracting(ReportCohorted::reportGroupId).doesNotHaveDuplicates();
      assertThat(rows)
          .allSatisfy(row -> assertThat(row.degradedReasons()).containsExactly("MRCH_down"));
      assertThat(world.report("S2").degradedReasons()).containsExactly("MRCH_down");

      world.up();
      world.ticks(14, 14);
      assertThat(world.view().reports().all()).allSatisfy(OutageTest::isHealthy);
      assertThat(world.report("S2").reportGroupId()).isEqualTo(world.report("S1").reportGroupId());
    }

    @Test
    void cohortModelsFail_reportsStayInTheirEvents() {
      world.ticks(9, 13);
      MinorityReport before = world.report("S2");
      world.bothDown(ModelRole.COHORT);
      world.ticks(14, 23);

      assertThat(world.report("S2").reportGroupId()).isEqualTo(before.reportGroupId());
      world.up();
      world.ticks(24, 24);
      assertThat(world.view().reports().all()).allSatisfy(OutageTest::isHealthy);
      assertThat(world.report("S2").reportGroupId()).isEqualTo(before.reportGroupId());
    }

    /** Row "both models of a role for a series". */
    @ParameterizedTest
    @EnumSource(names = {"BASELINE", "CLASSIFIER"})
    void modelsOfDetectionFailForASeries_itIsNotFoldedAndCatchesUp(ModelRole role) {
      world.ticks(9, 12);
      world.primary(role).down("S1"::equals);
      world.fallback(role).down("S1"::equals);
      world.ticks(13, 14);

      assertThat(world.rows(Logs.REPORTS_DETECTED, 13))
          .singleElement()
          .satisfies(row -> assertThat(row.storeId().value()).isEqualTo("S2"));
      assertThat(world.stageRun("detection", 13).degradedReasons()).contains("MRDL_down");
      assertThat(world.report("S1").isOpen()).isTrue();
      assertThat(world.report("S1").degradedReasons()).containsExactly("MRDL_down");
      assertThat(world.report("S2")).satisfies(OutageTest::isHealthy);

      world.up();
      world.ticks(15, 23);
      isAsIfNothingHadHappened();
    }

    /** The steps of a series that no tick has folded yet count as new, too. */
    @ParameterizedTest
    @EnumSource(names = {"BASELINE", "CLASSIFIER"})
    void modelsOfDetectionFailFromTheFirstTickOn_noStepIsLost(ModelRole role) {
      world.bothDown(role);
      world.ticks(11, 13);
      world.up();
      world.ticks(14, 14);

      assertThat(world.report("S1").firstDetectedFrom()).isEqualTo(OutageWorld.at(10));
    }
  }

  @Nested
  class StageDown {
    /** Row "a stage after detection". */
    @ParameterizedTest
    @CsvSource({
      "CLUSTERING, MRCL_down, 13",
      "ATTRIBUTION, MRPAL_down, 13",
      "COHORTING, MRCH_down, 13",
      "CLUSTERING, MRCL_down, 22",
      "ATTRIBUTION, MRPAL_down, 22",
      "COHORTING, MRCH_down, 22"
    })
    void stageAfterDetectionFails_noRowsAndWhatTheViewHasStaysMarked(
        Stage stage, String code, int hour) {
      world.ticks(9, hour - 1);
      MinorityReport before = world.report("S1");
      world.stageDown(stage);
      world.ticks(hour, hour);

      StageRun run = world.stageRun(stage.name().toLowerCase(Locale.ROOT), hour);
      assertThat(run.outcome()).isEqualTo(StageOutcome.FAILED);
      assertThat(run.message().orElseThrow()).contains(stage + " is out");
      assertThat(run.rowsOut()).isZero();
      assertThat(letters(hour)).containsExactly(run.stage() + " stage_failed");
      assertThat(rowsOf(stage, hour)).isZero();
      assertThat(world.rows(Logs.REPORTS_DETECTED, hour)).hasSize(2);
      MinorityReport during = world.report("S1");
      assertThat(during.degradedReasons()).contains(code);
      assertThat(during.clusterId()).isEqualTo(before.clusterId());
      assertThat(during.proposedCause()).isEqualTo(before.proposedCause());
      assertThat(during.reportGroupId()).isEqualTo(before.reportGroupId());

      world.up();
      world.ticks(hour + 1, hour + 1);
      assertThat(world.view().reports().all()).allSatisfy(OutageTest::isHealthy);
      assertThat(world.report("S1").proposedCause()).contains("Heatwave");
      if (hour == 22) {
        assertThat(world.view().events().all())
            .allSatisfy(event -> assertThat(event.degradedReasons()).isEmpty());
      }
    }

    /** A report that is raised and closed while a stage is out is caught up, too. */
    @ParameterizedTest
    @EnumSource(names = {"CLUSTERING", "ATTRIBUTION", "COHORTING"})
    void stageFailsForALongTime_oneGoodTickHealsAll(Stage stage) {
      world.ticks(9, 10);
      world.stageDown(stage);
      world.ticks(11, 24);
      world.up();
      world.ticks(25, 25);

      isAsIfNothingHadHappened();
      assertThat(world.report("S1").clusterId()).isPresent();
      assertThat(world.report("S1").proposedCause()).contains("Heatwave");
      assertThat(world.report("S2").reportGroupId()).isEqualTo(world.report("S1").reportGroupId());
    }

    /** Row "detection". */
    @Test
    void detectionFails_openReportsStayOpenAndTheNextTickFoldsWhatItMissed() {
      world.ticks(9, 12);
      world.stageDown(Stage.DETECTION);
      world.ticks(13, 14);

      StageRun run = world.stageRun("detection", 13);
      assertThat(run.outcome()).isEqualTo(StageOutcome.FAILED);
      assertThat(run.degradedReasons()).containsExactly("MRDL_down");
      assertThat(world.rows(Logs.REPORTS_DETECTED, 13)).isEmpty();
      assertThat(world.stageRun("clustering", 13).outcome()).isEqualTo(StageOutcome.SKIPPED);
      assertThat(world.report("S1").isOpen()).isTrue();
      assertThat(world.report("S1").degradedReasons()).containsExactly("MRDL_down");

      world.up();
      world.ticks(15, 23);
      isAsIfNothingHadHappened();
    }

    @Test
    void detectionFailsWhenAnAnomalyBegins_itsOnsetIsFoundLater() {
      world.ticks(9, 10);
      world.stageDown(Stage.DETECTION);
      world.ticks(11, 13);
      world.up();
      world.ticks(14, 14);

      assertThat(world.report("S1").firstDetectedFrom()).isEqualTo(OutageWorld.at(10));
      assertThat(world.report("S1").raisedAt()).isEqualTo(OutageWorld.at(14));
    }
  }

  @Nested
  class Sources {
    /** Row "a sales source". */
    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "SALES_THROW"})
    void salesSourceFails_openReportsStayOpenMarkedAndTheNextTickFoldsWhatItMissed(Fault fault) {
      world.ticks(9, 12);
      world.inputs.wrong(fault);
      world.ticks(13, 14);

      StageRun run = world.stageRun("detection", 13);
      assertThat(run.outcome()).isEqualTo(StageOutcome.FAILED);
      assertThat(run.degradedReasons()).containsExactly("SALES_missing");
      assertThat(letters(13)).containsExactly("inputs source_failed");
      assertThat(world.rows(Logs.STORES, 13)).isEmpty();
      assertThat(world.rows(Logs.CONTEXT, 13)).isEmpty();
      MinorityReport during = world.report("S1");
      assertThat(during.isOpen()).isTrue();
      assertThat(during.degradedReasons()).containsExactly("SALES_missing");

      world.up();
      world.ticks(15, 23);
      isAsIfNothingHadHappened();
    }

    /** What became of the world at a tick does not change because the tick is run again. */
    @Test
    void salesSourceFails_tickRunAgainAndLostCarryGiveTheSameRows() {
      world.ticks(9, 10);
      world.inputs.wrong(Fault.UNREACHABLE);
      world.ticks(11, 12);
      world.up();
      world.ticks(13, 13);
      long head = world.logs.head().value();

      world.restart();
      world.ticks(9, 13);

      assertThat(world.logs.head().value()).isEqualTo(head);
      assertThat(world.report("S1").raisedAt()).isEqualTo(OutageWorld.at(13));
    }

    @Test
    void salesSourceFailsBeforeAnythingIsKnown_theRunDoesNotBegin() {
      world.inputs.wrong(Fault.UNREACHABLE);

      assertThatThrownBy(() -> world.ticks(9, 9)).hasCauseInstanceOf(UncheckedIOException.class);
      assertThat(world.logs.head().value()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"STORE_GONE", "SERIES_GONE"})
    void storeOrSeriesVanishes_itsOpenReportIsMarkedUntilItIsBack(Fault fault) {
      world.ticks(9, 12);
      world.inputs.wrong(fault);
      world.ticks(13, 14);

      assertThat(world.stageRun("detection", 13).outcome()).isEqualTo(StageOutcome.DEGRADED);
      assertThat(world.stageRun("detection", 13).degradedReasons())
          .containsExactly("SALES_missing");
      assertThat(world.report("S1").isOpen()).isTrue();
      assertThat(world.report("S1").degradedReasons()).containsExactly("SALES_missing");
      assertThat(world.report("S2")).satisfies(OutageTest::isHealthy);

      world.up();
      world.ticks(15, 23);
      isAsIfNothingHadHappened();
    }

    /** Row "campaigns or context missing". */
    @ParameterizedTest
    @CsvSource({
      "CAMPAIGNS_MISSING, CAMPAIGNS_missing, 13",
      "CAMPAIGNS_THROW, CAMPAIGNS_missing, 22",
      "CONTEXT_MISSING, CONTEXT_missing, 22",
      "CONTEXT_THROW, CONTEXT_missing, 13"
    })
    void campaignsOrContextMissing_attributionWorksWithTheRest(Fault fault, String code, int hour) {
      world.ticks(9, hour - 1);
      world.inputs.wrong(fault);
      world.ticks(hour, hour);

      assertThat(world.rows(Logs.REPORTS_ATTRIBUTED, hour))
          .hasSize(2)
          .allSatisfy(row -> assertThat(row.degradedReasons()).containsExactly(code));
      assertThat(world.report("S1").degradedReasons()).containsExactly(code);
      assertThat(world.stageRun("attribution", hour).outcome()).isEqualTo(StageOutcome.DEGRADED);
      assertThat(world.rows(Logs.CONTEXT, hour)).as("nothing is withdrawn").isEmpty();

      world.up();
      world.ticks(hour + 1, hour + 1);
      assertThat(world.view().reports().all()).allSatisfy(OutageTest::isHealthy);
      assertThat(world.report("S1").proposedCause()).contains("Heatwave");
      assertThat(world.rows(Logs.CONTEXT, hour + 1)).isEmpty();
    }
  }

  /**
   * An outage is kept by whoever goes on from the logs alone, and running it again adds nothing.
   */
  @ParameterizedTest
  @EnumSource(Stage.class)
  void stageFails_newSystemCatchesUpAsTheOldOneWouldHave(Stage stage) {
    world.ticks(9, 12);
    world.stageDown(stage);
    world.ticks(13, 13);
    world.restart(); // the stage fails at 13:00 again while it is folded again
    world.ticks(13, 13);
    long head = world.logs.head().value();
    world.ticks(13, 13);

    assertThat(world.logs.head().value()).isEqualTo(head);
    world.up();
    world.ticks(14, 23);
    isAsIfNothingHadHappened();
  }

  private void isAsIfNothingHadHappened() {
    try (OutageWorld healthy = new OutageWorld()) {
      healthy.ticks(9, 25);
      for (String store : List.of("S1", "S2")) {
        MinorityReport expected = healthy.report(store);
        MinorityReport report = world.report(store);
        assertThat(report).satisfies(OutageTest::isHealthy);
        assertThat(report.reportId()).isEqualTo(expected.reportId());
        assertThat(report.windowEnd()).isEqualTo(expected.windowEnd());
        assertThat(report.attributedSalesTotal()).isEqualTo(expected.attributedSalesTotal());
        assertThat(report.baselineSalesTotal()).isEqualTo(expected.baselineSalesTotal());
        assertThat(report.severityScore()).isEqualTo(expected.severityScore());
        assertThat(report.isOpen()).isEqualTo(expected.isOpen());
      }
      assertThat(world.view().reports().all()).hasSize(2);
    }
  }

  private static void isHealthy(MinorityReport report) {
    assertThat(report.degradedReasons()).isEmpty();
    assertThat(report.isDegraded()).isFalse();
    assertThat(report.reportStatus()).isEqualTo("cohorted");
  }

  private List<String> letters(int hour) {
    return world.rows(Logs.ERRORS, hour).stream()
        .map((ErrorRecord row) -> row.stage() + " " + row.kind())
        .toList();
  }

  private int rowsOf(Stage stage, int hour) {
    return switch (stage) {
      case DETECTION -> world.rows(Logs.REPORTS_DETECTED, hour).size();
      case CLUSTERING -> world.rows(Logs.REPORTS_CLUSTERED, hour).size();
      case ATTRIBUTION -> world.rows(Logs.REPORTS_ATTRIBUTED, hour).size();
      case COHORTING -> world.rows(Logs.REPORTS_COHORTED, hour).size();
    };
  }

  private static String stageOf(ModelRole role) {
    return switch (role) {
      case BASELINE, CLASSIFIER -> "detection";
      case CLUSTER -> "clustering";
      case ATTRIBUTION -> "attribution";
      case COHORT -> "cohorting";
    };
  }

  private static List<String> calls(StageRun run, ModelRole role) {
    return run.calls().stream()
        .filter(c -> c.role().equals(role.wireName()))
        .map((ModelCalls c) -> c.route() + " " + c.ok() + "/" + c.failed())
        .toList();
  }
}
