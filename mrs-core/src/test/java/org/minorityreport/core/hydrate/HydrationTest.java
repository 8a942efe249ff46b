package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.RowRef;
import org.minorityreport.api.view.ValueSource;

class HydrationTest {
  private static final String T1 = "2025-08-07T10:00:00Z";
  private static final String T2 = "2025-08-07T11:00:00Z";
  private static final String T3 = "2025-08-07T12:00:00Z";
  private static final String T4 = "2025-08-07T13:00:00Z";
  private static final Instant END = Instant.parse("2025-08-07T10:30:00Z");

  private final Sample birmingham = Sample.of("STORE_BIR_001", "2025-08-07T09:00:00Z");
  private final Scene scene = new Scene();

  @Test
  void severitiesOfThreeRows_giveTheLastAndTheFirst() {
    scene
        .commit(birmingham.detected(T1, b -> b.severityScore(0.42)))
        .commit(birmingham.detected("2025-08-07T10:05:00Z", b -> b.severityScore(0.57)))
        .commit(
            birmingham.detected(T2, b -> b.severityScore(0.81).windowEnd(END)),
            birmingham.ended(T2, END.toString()));

    MinorityReport report = scene.report(birmingham);

    assertThat(report.reportId().value()).isEqualTo("MR-6a20e58883f194e885a0d230525dd11f");
    assertThat(report.severityScore()).isEqualTo(0.81);
    assertThat(report.firstSeverity()).isEqualTo(0.42);
    assertThat(report.windowStart()).isEqualTo("2025-08-07T09:00:00Z");
    assertThat(report.windowEnd()).contains(END);
    assertThat(report.isOpen()).isFalse();
    assertThat(report.endReason()).contains(EndReason.RETURNED_TO_BASELINE);
    assertThat(report.temporary()).contains(true);
    assertThat(report.sourceUsedWindowEnd()).isEqualTo(ValueSource.ENDED);
    assertThat(report.reportStatus()).isEqualTo("detected");
    assertThat(report.rowRefs())
        .containsExactly(
            ref("minority_event_ended_log", 1),
            ref("minority_reports_detected_log", 1),
            ref("minority_reports_detected_log", 3));
    assertThat(report.lastChanged()).isEqualTo(3);
  }

  @Test
  void store327_staysOneReportFromAlarmToClose() {
    Sample store = Sample.of("327", "2025-08-07T15:30:00Z");
    Instant back = Instant.parse("2025-08-07T21:00:00Z");
    scene
        .commit(
            store.detected(
                "2025-08-07T16:00:00Z", b -> b.attributedSalesTotal(new BigDecimal("20"))))
        .commit(
            store.detected(
                "2025-08-07T17:00:00Z", b -> b.attributedSalesTotal(new BigDecimal("60"))))
        .commit(
            store.detected(
                "2025-08-08T01:00:00Z",
                b -> b.attributedSalesTotal(new BigDecimal("220")).windowEnd(back)),
            store.ended("2025-08-08T01:00:00Z", back.toString()));

    assertThat(scene.now().reports().all()).hasSize(1);
    assertThat(scene.at(1).reports().active().get(0).attributedSalesTotal())
        .isEqualByComparingTo("20");
    assertThat(scene.of(Instant.parse("2025-08-07T20:00:00Z")).reports().all().get(0))
        .satisfies(
            then -> {
              assertThat(then.isOpen()).isTrue();
              assertThat(then.attributedSalesTotal()).isEqualByComparingTo("60");
            });
    assertThat(scene.report(store).reportId().value())
        .isEqualTo("MR-5108dbd30cf31dd0e8f093e0fcf59344");
    assertThat(scene.report(store).windowEnd()).contains(back);
    assertThat(scene.report(store).attributedSalesTotal()).isEqualByComparingTo("220");
    assertThat(scene.now().reports().active()).isEmpty();
  }

  @Test
  void raisedAt_isTheEarliestOfTheMembers() {
    scene.commit(
        birmingham.detected(
            T2, b -> b.members(List.of(birmingham.member(0.5, Instant.parse(T1))))));

    assertThat(scene.report(birmingham).raisedAt()).isEqualTo(T1);
  }

  @Test
  void closeAsStructural_isNotTemporary() {
    scene.commit(
        birmingham.detected(T1, b -> b.windowEnd(END)),
        birmingham.ended(T1, b -> b.windowEnd(END).endReason(EndReason.STRUCTURAL_CHANGE)));

    assertThat(scene.report(birmingham).temporary()).contains(false);
  }

  @Test
  void missingClosingRows_takeTheEndFromDetectionAndSaySo() {
    scene.commit(birmingham.detected(T1, b -> b.windowEnd(END)));

    MinorityReport report = scene.report(birmingham);

    assertThat(report.isOpen()).isFalse();
    assertThat(report.windowEnd()).contains(END);
    assertThat(report.sourceUsedWindowEnd()).isEqualTo(ValueSource.DETECTED);
    assertThat(report.endReason()).isEmpty();
    assertThat(report.temporary()).isEmpty();
    assertThat(report.reportStatus()).isEqualTo("detected_degraded_MEEL_down");
  }

  @Test
  void reopenedReport_isOpenEvenIfDetectionLost() {
    scene
        .commit(
            birmingham.detected(T1, b -> b.windowEnd(END)), birmingham.ended(T1, END.toString()))
        .commit(birmingham.reopened(T2));

    MinorityReport report = scene.report(birmingham);

    assertThat(report.isOpen()).isTrue();
    assertThat(report.windowEnd()).isEmpty();
    assertThat(report.endReason()).isEmpty();
    assertThat(report.sourceUsedWindowEnd()).isEqualTo(ValueSource.NONE);
  }

  @Test
  void reportClosedAfterReopening_takesTheLaterEnd() {
    Instant later = Instant.parse(T2);
    scene.commit(
        birmingham.detected(T1, b -> b.windowEnd(END)),
        birmingham.ended(T1, END.toString()),
        birmingham.reopened(T2),
        birmingham.detected(T3, b -> b.windowEnd(later)));

    MinorityReport report = scene.report(birmingham);

    assertThat(report.windowEnd()).contains(later);
    assertThat(report.degradedReasons()).containsExactly("MEEL_down");
  }

  @Test
  void statusFollowsTheFurthestStage() {
    scene.commit(birmingham.detected(T1), birmingham.clustered(T1), birmingham.attributed(T1));
    assertThat(scene.report(birmingham).reportStatus()).isEqualTo("proposed");

    scene.commit(birmingham.cohorted(T1, birmingham.event()));
    assertThat(scene.report(birmingham).reportStatus()).isEqualTo("cohorted");
  }

  @Test
  void rowOfAStageAlone_stillHydrates() {
    for (LogRow only :
        List.of(
            birmingham.clustered(T1),
            birmingham.attributed(T1),
            birmingham.cohorted(T1, birmingham.event()))) {
      MinorityReport report = new Scene().commit(only).report(birmingham);

      assertThat(report.windowStart()).isEqualTo(birmingham.onset());
      assertThat(report.sourceUsedWindowStart()).isEqualTo(ValueSource.NONE);
      assertThat(report.sourceUsedTotals()).isEqualTo(report.sourceUsedStructure());
      assertThat(report.attributedSalesTotal()).isEqualByComparingTo("30");
      assertThat(report.raisedAt()).isEqualTo(T1);
      assertThat(report.degradedReasons()).containsExactly("MRDL_down");
    }
  }

  @Test
  void closingRowAlone_isNoReport() {
    scene.commit(birmingham.ended(T1, END.toString()));

    assertThat(scene.now().reports().all()).isEmpty();
  }

  @Test
  void degradedRow_keepsTheEarlierClusterUntilACompleteOneFollows() {
    scene.commit(
        birmingham.detected(T1),
        birmingham.clustered(T1),
        birmingham.detected(T2),
        birmingham.clustered(T2, b -> b.isDegraded(true).degradedReasons(List.of("MRCL_down"))));
    assertThat(scene.report(birmingham).clusterId()).contains("CL-7");
    assertThat(scene.report(birmingham).reportStatus()).isEqualTo("clustered_degraded_MRCL_down");

    scene.commit(birmingham.clustered(T3, b -> b.clusterId("CL-8").isDegraded(false)));
    assertThat(scene.report(birmingham).clusterId()).contains("CL-8");
    assertThat(scene.report(birmingham).isDegraded()).isFalse();
  }

  @Test
  void missingCampaigns_onlyMark() {
    scene.commit(
        birmingham.detected(T1),
        birmingham.attributed(T1),
        birmingham.attributed(
            T2,
            b ->
                b.proposedCause("Heat")
                    .isDegraded(true)
                    .degradedReasons(List.of("CAMPAIGNS_missing"))));

    assertThat(scene.report(birmingham).proposedCause()).contains("Heat");
    assertThat(scene.report(birmingham).firstCause()).contains("TV Campaign Launch");
    assertThat(scene.report(birmingham).degradedReasons()).containsExactly("CAMPAIGNS_missing");
  }

  @Test
  void attributionWithoutAnswer_isShownOnlyWhileNothingBetterIsKnown() {
    LogRow failed =
        birmingham.attributed(
            T1,
            b ->
                b.proposedCause("unknown")
                    .proposedCauseCategory("unknown")
                    .isDegraded(true)
                    .degradedReasons(List.of("MRPAL_down")));
    scene.commit(birmingham.detected(T1), failed);
    assertThat(scene.report(birmingham).proposedCause()).contains("unknown");
    assertThat(scene.report(birmingham).confidenceScore()).isEmpty();

    scene.commit(birmingham.attributed(T2));
    assertThat(scene.report(birmingham).proposedCause()).contains("TV Campaign Launch");
    assertThat(scene.report(birmingham).firstCause()).contains("TV Campaign Launch");
    assertThat(scene.report(birmingham).isDegraded()).isFalse();
  }

  @Test
  void markCarriedDownstream_isGoneOnceItsStageCaughtUp() {
    scene.commit(
        birmingham.detected(T1),
        birmingham.attributed(T1, b -> b.isDegraded(true).degradedReasons(List.of("MRCL_down"))));
    assertThat(scene.report(birmingham).degradedReasons()).containsExactly("MRCL_down");

    scene.commit(birmingham.clustered(T2));
    assertThat(scene.report(birmingham).isDegraded()).isFalse();
  }

  @Test
  void failedStage_marksReportsOfItsTickUntilItCaughtUp() {
    scene.commit(
        birmingham.detected(T1),
        birmingham.clustered(T1),
        Sample.ran("clustering", T1, StageOutcome.OK),
        Sample.ran("attribution", T1, StageOutcome.FAILED),
        Sample.ran("cohorting", T1, StageOutcome.SKIPPED));
    assertThat(scene.report(birmingham).reportStatus()).isEqualTo("clustered_degraded_MRPAL_down");
    assertThat(scene.report(birmingham).rowRefs()).contains(ref("stage_runs_log", 2));

    scene.commit(birmingham.attributed(T2));
    assertThat(scene.report(birmingham).reportStatus()).isEqualTo("proposed");
  }

  @Test
  void stageThatHasNotRun_isNotDown() {
    scene.commit(birmingham.detected(T1), Sample.ran("clustering", T2, StageOutcome.FAILED));

    assertThat(scene.report(birmingham).reportStatus()).isEqualTo("detected");
  }

  @Test
  void rowLostFromAStageThatRan_isMarked() {
    scene.commit(birmingham.detected(T1), Sample.ran("clustering", T1, StageOutcome.OK));

    assertThat(scene.report(birmingham).degradedReasons()).containsExactly("MRCL_down");
  }

  @Test
  void failedDetection_marksOpenReportsOnly() {
    Sample closed = Sample.of("327", "2025-08-07T08:00:00Z");
    scene.commit(
        birmingham.detected(T1),
        closed.detected(T1, b -> b.windowEnd(END)),
        closed.ended(T1, END.toString()),
        Sample.ran("detection", T2, StageOutcome.FAILED),
        Sample.ran("detection", T3, StageOutcome.DEGRADED, "SALES_missing"));
    assertThat(scene.report(birmingham).degradedReasons())
        .containsExactly("MRDL_down", "SALES_missing");
    assertThat(scene.report(closed).isDegraded()).isFalse();

    scene.commit(birmingham.detected(T4));
    assertThat(scene.report(birmingham).isDegraded()).isFalse();
  }

  @Test
  void storeThatIsGone_keepsItsLastPlace() {
    scene.commit(
        birmingham.detected(T1),
        birmingham.located(T1, "Wales", false),
        birmingham.located(T2, "Midlands", false),
        birmingham.located(T3, "Nowhere", true));

    assertThat(scene.report(birmingham).region()).contains("Midlands");
  }

  @Test
  void retractedKey_fallsBackToTheOneBefore() {
    LogRow later = birmingham.detected(T2, b -> b.severityScore(0.9));
    scene.commit(birmingham.detected(T1, b -> b.severityScore(0.4))).commit(later).retract(later);
    assertThat(scene.report(birmingham).severityScore()).isEqualTo(0.4);

    scene.commit(birmingham.detected(T2, b -> b.severityScore(0.7)));
    assertThat(scene.report(birmingham).severityScore()).isEqualTo(0.7);
  }

  @Test
  void reportWithoutDataAnyMore_isShownAsItLastWas() {
    LogRow first = birmingham.detected(T1, b -> b.severityScore(0.3));
    LogRow second = birmingham.detected(T2, b -> b.severityScore(0.6));
    LogRow cohort = birmingham.cohorted(T2, birmingham.event());
    LogRow correction =
        birmingham.ended(T3, b -> b.windowEnd(END).endReason(EndReason.DATA_CORRECTION));
    LogRow wrong = birmingham.detected(T4, b -> b.severityScore(1));
    scene.commit(first, second, cohort, wrong).retract(wrong);
    scene.retract(first, second, cohort).commit(correction);

    MinorityReport report = scene.report(birmingham);
    assertThat(report.reportStatus()).isEqualTo("superseded");
    assertThat(report.severityScore()).isEqualTo(0.6);
    assertThat(report.firstSeverity()).isEqualTo(0.3);
    assertThat(report.isOpen()).isFalse();
    assertThat(scene.event(birmingham).resolutionReason()).contains("data_correction");
    assertThat(scene.event(birmingham).attributedSalesTotal()).isEqualByComparingTo("0");

    scene.commit(first).retract(correction);
    assertThat(scene.report(birmingham).reportStatus()).isEqualTo("detected");
    assertThat(scene.report(birmingham).severityScore()).isEqualTo(0.3);
  }

  @Test
  void anotherRun_isEmpty() {
    scene.commit(birmingham.detected(T1));

    HydratedView other = Hydration.hydrate(scene.store(), RunId.of("other"), AsOf.now());

    assertThat(other.reports().all()).isEmpty();
    assertThat(other.events().all()).isEmpty();
  }

  @Test
  void positionFromTheFuture_isRefused() {
    assertThatThrownBy(
            () ->
                Hydration.hydrate(scene.store(), Scene.RUN, AsOf.atPosition(CommitPosition.of(7))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("position 7")
        .hasMessageContaining("0");
  }

  private static RowRef ref(String log, long row) {
    return RowRef.builder().log(log).row(row).build();
  }
}
