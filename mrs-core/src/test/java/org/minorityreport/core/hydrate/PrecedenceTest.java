package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ValueSource;

/** The table of spec 4.6, a test or more per row. */
class PrecedenceTest {
  private static final String T1 = "2025-08-07T10:00:00Z";
  private static final String T2 = "2025-08-07T11:00:00Z";
  private static final String T3 = "2025-08-09T11:00:00Z";

  private final Sample a = Sample.of("STORE_BIR_001", "2025-08-07T09:00:00Z");
  private final Sample b = Sample.of("327", "2025-08-07T09:15:00Z");
  private final Scene scene = new Scene();

  private Act window(String name, String from, String to) {
    return Act.on(a, "edit", name, row -> Act.window(a, row, from, to));
  }

  @Test
  void windowStartWindowEndAndTotals_ofAPerson_comeBeforeThoseOfTheMachine() {
    scene.commit(a.detected(T1), a.ended(T2, T2));
    scene.commit(window("w", "2025-08-07T08:00:00Z", "2025-08-07T12:00:00Z").row());
    scene.commit(a.detected(T3, r -> r.attributedSalesTotal(new BigDecimal("999"))));

    MinorityReport report = scene.report(a);

    assertThat(report.windowStart()).isEqualTo("2025-08-07T08:00:00Z");
    assertThat(report.windowEnd()).contains(Instant.parse("2025-08-07T12:00:00Z"));
    assertThat(report.attributedSalesTotal()).isEqualByComparingTo("7");
    assertThat(report.baselineSalesTotal()).isEqualByComparingTo("5");
    assertThat(report.impactEstimate()).contains(new BigDecimal("4.00"));
    assertThat(report.members()).hasSize(1);
    assertThat(report.sourceUsedWindowStart()).isEqualTo(ValueSource.UI);
    assertThat(report.sourceUsedWindowEnd()).isEqualTo(ValueSource.UI);
    assertThat(report.sourceUsedTotals()).isEqualTo(ValueSource.UI);
    assertThat(report.sourceUsedStructure()).isEqualTo(ValueSource.DETECTED);
    assertThat(report.raisedAt()).isEqualTo(T3);
    assertThat(report.firstDetectedFrom()).isEqualTo(a.onset());
  }

  /** What a person says of the end does not stop the anomaly. */
  @Test
  void windowEnd_ofAPerson_leavesTheReportOpen() {
    scene.commit(a.detected(T1), window("w", T1, T2).row());

    assertThat(scene.report(a).isOpen()).isTrue();
    assertThat(scene.report(a).windowEnd()).contains(Instant.parse(T2));
  }

  @Test
  void ofTwoEditedWindows_theLastCommittedCounts_whateverItsTick() {
    scene.commit(a.detected(T1));
    scene.commit(window("later tick", T1, T3).row());
    scene.commit(
        Act.on(
                a,
                "edit",
                "earlier tick",
                row -> Act.window(a, row, T1, T2).writtenAt(Act.AT.minusSeconds(3600)))
            .row());

    assertThat(scene.report(a).windowEnd()).contains(Instant.parse(T2));
  }

  @Test
  void editWithoutWindow_leavesTheWindowOfAnEarlierOne() {
    scene.commit(a.detected(T1), window("w", T1, T2).row());
    scene.commit(Act.on(a, "edit", "cause", row -> row.cause("Shelf")).row());

    assertThat(scene.report(a).sourceUsedWindowEnd()).isEqualTo(ValueSource.UI);
  }

  @Test
  void revertedWindow_givesTheMachineItsOwnBack() {
    Act window = window("w", "2025-08-07T08:00:00Z", T2);
    scene.commit(a.detected(T1), window.row());
    scene.commit(Act.revert(a, window).row());

    MinorityReport report = scene.report(a);

    assertThat(report.windowStart()).isEqualTo(a.onset());
    assertThat(report.windowEnd()).isEmpty();
    assertThat(report.sourceUsedTotals()).isEqualTo(ValueSource.DETECTED);
    assertThat(report.lastChanged()).isEqualTo(2);
  }

  @Test
  void revertOfARevert_letsTheActStandAgain() {
    Act window = window("w", T1, T2);
    Act revert = Act.revert(a, window);
    scene.commit(a.detected(T1), window.row());
    scene.commit(revert.row());
    scene.commit(Act.revert(a, revert).row());

    assertThat(scene.report(a).sourceUsedWindowStart()).isEqualTo(ValueSource.UI);
  }

  @Test
  void windowOfAnActThatDoesNotEdit_doesNothing() {
    scene.commit(
        a.detected(T1), Act.on(a, "comment", "c", row -> Act.window(a, row, T1, T2)).row());

    assertThat(scene.report(a).sourceUsedWindowStart()).isEqualTo(ValueSource.DETECTED);
  }

  @Test
  void cluster_ofTheHighestRound_comesBeforeClustering() {
    scene.commit(
        a.detected(T1),
        a.clustered(T1),
        Act.reclustered(a, 2, row -> row.clusterId("CL-2")),
        Act.reclustered(a, 1, row -> row.clusterId("CL-1")));
    scene.commit(a.clustered(T3));

    MinorityReport report = scene.report(a);

    assertThat(report.clusterId()).contains("CL-2");
    assertThat(report.sourceUsedCluster()).isEqualTo(ValueSource.REREVIEW);
    assertThat(report.rereviewRound()).isEqualTo(2);
    assertThat(report.tickDiffers()).isTrue();
  }

  @Test
  void proposed_ofTheHighestRound_comesBeforeAttribution() {
    scene.commit(
        a.detected(T1),
        a.attributed(T1),
        Act.reattributed(a, 1, row -> row.proposedCause("First look")),
        Act.reattributed(a, 2, row -> row.proposedCause("Second look")));

    MinorityReport report = scene.report(a);

    assertThat(report.proposedCause()).contains("Second look");
    assertThat(report.firstCause()).contains("TV Campaign Launch");
    assertThat(report.sourceUsedProposed()).isEqualTo(ValueSource.REREVIEW);
    assertThat(report.tickDiffers()).isTrue();
  }

  @Test
  void roundThatAgreesWithTheTick_doesNotDiffer() {
    scene.commit(a.detected(T1), a.attributed(T1), Act.reattributed(a, 1, row -> row));

    assertThat(scene.report(a).tickDiffers()).isFalse();
  }

  @Test
  void roundWithoutOutputs_isCountedAndShowsNothing() {
    scene.commit(a.detected(T1), a.attributed(T1), Act.round(a, 3));

    assertThat(scene.report(a).rereviewRound()).isEqualTo(3);
    assertThat(scene.report(a).sourceUsedProposed()).isEqualTo(ValueSource.ATTRIBUTION);
  }

  @Test
  void degradedRound_takesNothingAwayAndMarks() {
    scene.commit(
        a.detected(T1),
        a.attributed(T1),
        Act.reattributed(a, 1, row -> row.proposedCause("First look")),
        Act.reattributed(
            a,
            2,
            row ->
                row.proposedCause("unknown")
                    .isDegraded(true)
                    .degradedReasons(List.of("MRPAL_down"))));

    MinorityReport report = scene.report(a);

    assertThat(report.proposedCause()).contains("First look");
    assertThat(report.degradedReasons()).containsExactly("MRPAL_down");
    assertThat(report.rereviewRound()).isEqualTo(2);

    scene.commit(Act.reattributed(a, 3, row -> row.proposedCause("Third look")));
    assertThat(scene.report(a).isDegraded()).isFalse();
  }

  @Test
  void groupId_ofAMove_comesBeforeCohorting() {
    scene.commit(
        a.detected(T1), b.detected(T1), a.cohorted(T1, a.event()), b.cohorted(T1, b.event()));
    scene.commit(a.logged(T1), b.logged(T1));
    scene.commit(
        Act.on(a, "move", "m", row -> row.reportGroupId(b.event().value())).row(),
        a.cohorted(T3, a.event()));

    MinorityReport report = scene.report(a);

    assertThat(report.reportGroupId()).contains(b.event());
    assertThat(report.sourceUsedGroupId()).isEqualTo(ValueSource.UI);
    assertThat(report.cohortName()).contains("event of 327");
    assertThat(scene.event(b).reportIds()).containsExactlyInAnyOrder(a.id(), b.id());
    assertThat(scene.event(a).resolutionReason()).contains("emptied");
  }

  /** Specification 4.6, first example. */
  @Test
  void weakMachineAndTelephonedAnalyst_areOneRow() {
    scene.commit(
        a.detected(T1),
        a.clustered(T1, r -> r.clusterId("viral").clusterMatchConfidence(0.3)),
        a.attributed(T1, r -> r.proposedCause("Video challenge").confidenceScore(0.4)));
    Act edit = Act.on(a, "edit", "e", row -> row.cause("Empty shelf").confidence(0.78));
    scene.commit(edit.row());
    scene.commit(
        Act.finalised(
            a,
            "edited",
            edit,
            r ->
                r.finalCause("Empty shelf")
                    .finalCauseCategory("competitor action")
                    .finalConfidence(0.78)));

    MinorityReport report = scene.report(a);

    assertThat(report.clusterId()).contains("viral");
    assertThat(report.proposedCause()).contains("Video challenge");
    assertThat(report.finalCause()).contains("Empty shelf");
    assertThat(report.finalConfidence()).hasValue(0.78);
    assertThat(report.reportStatus()).isEqualTo("finalised");
    assertThat(report.sourceUsedCluster()).isEqualTo(ValueSource.CLUSTERED);
    assertThat(report.sourceUsedProposed()).isEqualTo(ValueSource.ATTRIBUTION);
    assertThat(report.sourceUsedFinal()).isEqualTo(ValueSource.FINALISED);
    assertThat(report.decidedBy())
        .hasValueSatisfying(by -> assertThat(by.actor()).isEqualTo("ann"));
  }

  @Test
  void finalValues_areNeverTouchedByRereview() {
    Act approve = Act.on(a, "approve", "p");
    scene.commit(a.detected(T1), approve.row());
    scene.commit(Act.finalised(a, "approved", approve, r -> r.finalCause("TV Campaign Launch")));
    scene.commit(Act.reattributed(a, 1, row -> row.proposedCause("Heat")));

    assertThat(scene.report(a).finalCause()).contains("TV Campaign Launch");
    assertThat(scene.report(a).sourceUsedFinal()).isEqualTo(ValueSource.FINALISED);
  }

  @Test
  void editsAlone_giveNoFinalValues() {
    scene.commit(a.detected(T1), Act.on(a, "edit", "e", row -> row.cause("Shelf")).row());

    assertThat(scene.report(a).finalCause()).isEmpty();
    assertThat(scene.report(a).sourceUsedFinal()).isEqualTo(ValueSource.NONE);
    assertThat(scene.report(a).reportStatus()).isEqualTo("detected");
  }

  /** Specification 4.5, the example: two inherit from the event, one was decided on its own. */
  @Test
  void decisionsOfEventAndReport_standBesideEachOther() {
    Sample c = Sample.of("412", "2025-08-07T09:30:00Z");
    EventId event = a.event();
    Act onEvent = Act.on(event, "edit", "e", row -> row.cause("Retailer Promotion"));
    Act onReport = Act.on(c, "edit", "r", row -> row.cause("Competitor Stockout"));
    for (Sample report : List.of(a, b, c)) {
      scene.commit(report.detected(T1), report.attributed(T1), report.cohorted(T1, event));
    }
    scene.commit(onEvent.row(), onReport.row());
    for (Sample report : List.of(a, b)) {
      scene.commit(
          Act.finalised(report, "edited", onEvent, r -> r.finalCause("Retailer Promotion")));
    }
    scene.commit(Act.finalised(c, "edited", onReport, r -> r.finalCause("Competitor Stockout")));

    assertThat(scene.report(a).finalCause()).contains("Retailer Promotion");
    assertThat(scene.report(b).annotationId()).contains(onEvent.id());
    assertThat(scene.report(b).decisionLevel()).contains("event");
    assertThat(scene.report(c).finalCause()).contains("Competitor Stockout");
    assertThat(scene.report(c).annotationId()).contains(onReport.id());
    assertThat(scene.report(c).decisionLevel()).contains("report");
    assertThat(scene.report(a).confidenceScore()).hasValue(0.8);
    assertThat(scene.event(a).finalCause()).contains("Retailer Promotion");
    assertThat(scene.event(a).reportsByReviewState().toString()).isEqualTo("{APPROVED=3}");
  }

  @Test
  void statusOfMrfl_winsOverTheDegradedForm_andSupersededOverBoth() {
    Act approve = Act.on(a, "approve", "p");
    scene.commit(
        a.detected(T1, r -> r.isDegraded(true).degradedReasons(List.of("MRCL_down"))),
        approve.row());
    assertThat(scene.report(a).reportStatus()).isEqualTo("detected_degraded_MRCL_down");

    scene.commit(Act.finalised(a, "approved", approve, r -> r.reportStatus("revised")));
    assertThat(scene.report(a).reportStatus()).isEqualTo("revised");
    assertThat(scene.report(a).degradedReasons()).containsExactly("MRCL_down");

    scene.commit(a.ended(T3, r -> r.endReason(EndReason.DATA_CORRECTION)));
    assertThat(scene.report(a).reportStatus()).isEqualTo("superseded");
    assertThat(scene.report(a).finalDecision()).contains("approved");
  }

  @Test
  void withdrawnAndReopened_showNoFinalValues() {
    Act approve = Act.on(a, "approve", "p");
    scene.commit(a.detected(T1), approve.row());
    scene.commit(Act.finalised(a, "approved", approve, r -> r.finalCause("TV")));
    Act reopen = Act.on(a, "reopen", "o");
    scene.commit(reopen.row());
    scene.commit(
        Act.finalised(
            a,
            "reopened",
            reopen,
            r -> r.reportStatus("reopened").writtenAt(Act.AT.plusSeconds(60))));
    assertThat(scene.report(a).finalDecision()).isEmpty();
    assertThat(scene.report(a).finalCause()).isEmpty();
    assertThat(scene.report(a).reportStatus()).isEqualTo("reopened");

    scene.commit(
        Act.finalised(
            a,
            "withdrawn",
            reopen,
            r -> r.reportStatus("cohorted").writtenAt(Act.AT.plusSeconds(120))));
    assertThat(scene.report(a).sourceUsedFinal()).isEqualTo(ValueSource.NONE);
    assertThat(scene.report(a).reportStatus()).isEqualTo("cohorted");
  }

  @Test
  void editsDown_isSaidByFinalisation() {
    scene.commit(
        a.detected(T1), Sample.ran("finalisation", T1, StageOutcome.DEGRADED, "EDITS_down"));
    assertThat(scene.report(a).degradedReasons()).containsExactly("EDITS_down");

    scene.commit(Sample.ran("finalisation", T2, StageOutcome.OK));
    assertThat(scene.report(a).isDegraded()).isFalse();
  }

  @Test
  void everyLogOfPeople_mayBeMissing() {
    Act edit = window("w", T1, T2);
    Act move = Act.on(a, "move", "m", row -> row.reportGroupId("new"));
    scene.commit(a.detected(T1), a.clustered(T1), a.attributed(T1), a.cohorted(T1, a.event()));
    scene.commit(edit.row(), move.row(), Act.finalised(a, "edited", edit));
    scene.commit(
        Act.on(a.event(), "approve", "p").row(),
        Act.round(a, 1),
        Act.reclustered(a, 1, r -> r),
        Act.reattributed(a, 1, r -> r));
    for (var log :
        List.of(
            Logs.USER_EDITS,
            Logs.USER_EVENT_EDITS,
            Logs.REPORTS_FINALISED,
            Logs.REREVIEW_WORKLIST,
            Logs.REPORTS_RECLUSTERED,
            Logs.REPORTS_REATTRIBUTED)) {
      HydratedView view =
          Hydration.hydrate(
              new FilteredStore(scene.store(), row -> row.log() != log, false),
              Scene.RUN,
              AsOf.now());

      MinorityReport report = view.reports().all().get(0);
      assertThat(report.storeId()).as("without %s", log).isEqualTo(a.store());
      assertThat(report.proposedCause()).contains("TV Campaign Launch");
    }
  }

  @Test
  void assignee_andPriority_areWhatWasSaidLast() {
    scene.commit(a.detected(T1), Act.on(a, "assign", "1", r -> r.assignee("bob")).row());
    scene.commit(Act.on(a, "assign", "2", r -> r.assignee("eve").priority("high")).row());
    assertThat(scene.report(a).assignee()).contains("eve");
    assertThat(scene.report(a).priority()).contains("high");

    scene.commit(Act.on(a, "escalate", "3").row());
    assertThat(scene.report(a).assignee()).contains("eve");
    assertThat(scene.report(a).priority()).contains("top");
  }
}
