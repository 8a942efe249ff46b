package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.value.Cut;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReviewState;
import org.minorityreport.api.view.ValueSource;
import org.minorityreport.core.json.LogCodec;

/** What decisions come to, on a world in which S1 and S2 are one event (spec 4.5, 4.6, 7.2). */
class FinalisationTest {
  private final OutageWorld world = new OutageWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private ReportId id(String store) {
    return world.report(store).reportId();
  }

  private EventId event(String store) {
    return world.report(store).reportGroupId().orElseThrow();
  }

  private AnnotationId onReport(String store, String action, UnaryOperator<UserEdit.Builder> more) {
    return world.act(Logs.USER_EDITS, id(store).value(), action, more);
  }

  private AnnotationId onEvent(EventId event, String action, UnaryOperator<UserEdit.Builder> more) {
    return world.act(Logs.USER_EVENT_EDITS, event.value(), action, more);
  }

  private static UnaryOperator<UserEdit.Builder> cause(String cause, String category) {
    return edit -> edit.cause(cause).causeCategory(category).confidence(0.78);
  }

  private static UnaryOperator<UserEdit.Builder> about(AnnotationId act) {
    return edit -> edit.refersTo(act);
  }

  private List<ReportFinalised> rows(String store) {
    return world.all(Logs.REPORTS_FINALISED).stream()
        .filter(row -> row.storeId().value().equals(store))
        .toList();
  }

  private ReportFinalised last(String store) {
    List<ReportFinalised> rows = rows(store);
    return rows.get(rows.size() - 1);
  }

  private static List<String> words(List<ReportFinalised> rows) {
    return rows.stream().map(ReportFinalised::finalDecision).toList();
  }

  /** Spec 4.5, the example. */
  @Test
  void eventEditedAndOneReportEditedApart_finaliseEachByItsOwnAct() {
    world.ticks(9, 14);
    EventId event = event("S1");
    AnnotationId ofEvent = onEvent(event, "edit", cause("Retailer Promotion", "trade_promotion"));
    AnnotationId ofReport =
        onReport("S2", "edit", cause("Competitor Stockout", "competitor_action"));
    world.ticks(15, 15);

    assertThat(rows("S1")).hasSize(1);
    assertThat(last("S1").finalCause()).hasValue("Retailer Promotion");
    assertThat(last("S1").annotationId()).hasValue(ofEvent);
    assertThat(last("S1").decisionLevel()).hasValue("event");
    assertThat(last("S1").finalDecision()).isEqualTo("edited");
    assertThat(last("S2").finalCause()).hasValue("Competitor Stockout");
    assertThat(last("S2").annotationId()).hasValue(ofReport);
    assertThat(last("S2").decisionLevel()).hasValue("report");
    assertThat(rows("S2"))
        .extracting(ReportFinalised::reportStatus)
        .containsExactly("finalised", "revised");
    assertThat(rows("S3")).isEmpty();
  }

  /** Spec 4.6, the first example. */
  @Test
  void causeThatAnAnalystRecorded_standsBesideWhatTheMachinesSaid() {
    world.ticks(9, 23);
    MinorityReport before = world.report("S1");
    onReport("S1", "edit", cause("Empty shelf", "competitor_action"));

    MinorityReport after = world.report("S1");
    assertThat(after.proposedCause()).isEqualTo(before.proposedCause());
    assertThat(after.clusterId()).isEqualTo(before.clusterId());
    assertThat(after.finalCause()).hasValue("Empty shelf");
    assertThat(after.finalConfidence()).hasValue(0.78);
    assertThat(after.reportStatus()).isEqualTo("finalised");
    assertThat(after.sourceUsedProposed()).isEqualTo(ValueSource.ATTRIBUTION);
    assertThat(after.sourceUsedFinal()).isEqualTo(ValueSource.FINALISED);
    ReportFinalised row = last("S1");
    assertThat(row.proposedCause()).isEqualTo(before.proposedCause());
    assertThat(row.reportGroupId()).isEqualTo(before.reportGroupId());
    assertThat(row.cohortSize()).hasValue(2);
    assertThat(row.sourceUsedGroupId()).isEqualTo("cohort");
    assertThat(row.decidedBy()).hasValue(Decider.builder().actor("ann").role("marketer").build());
    assertThat(row.writtenAt()).as("the last tick is later").isEqualTo(OutageWorld.at(23));
  }

  /** Catches an approval that takes the cause of today, or of the event, or none. */
  @Test
  void approval_isOfTheProposalShownThen() {
    world.ticks(9, 14);
    onReport("S1", "approve", e -> e);
    MinorityReport report = world.report("S1");
    assertThat(report.finalDecision()).hasValue("approved");
    assertThat(report.finalCause()).isEqualTo(report.proposedCause()).isPresent();
    assertThat(report.finalConfidence()).isEqualTo(report.confidenceScore());
    onReport("S1", "edit", e -> e.confidence(0.9));
    assertThat(world.report("S1").finalCause()).as("kept").isEqualTo(report.finalCause());
    assertThat(world.report("S1").finalConfidence()).hasValue(0.9);
  }

  @Test
  void rejectionAndDismissal_nameNoCause() {
    world.ticks(9, 14);
    onReport("S1", "reject", e -> e.note("it rained"));
    assertThat(last("S1").finalDecision()).isEqualTo("rejected");
    assertThat(last("S1").finalCause()).isEmpty();
    onReport("S1", "dismiss", e -> e.reason("noise"));
    assertThat(last("S1").finalDecision()).isEqualTo("dismissed");
    assertThat(world.report("S1").reviewState()).isEqualTo(ReviewState.DISMISSED);
  }

  /** A proposal is no decision; only deciding acts touch final values. */
  @Test
  void actsThatDecideNothing_leaveNoRow() {
    world.ticks(9, 14);
    for (String action : List.of("comment", "assign", "defer", "archive", "escalate")) {
      onReport("S1", action, e -> e);
    }
    onReport("S1", "approve", e -> e.addFlags("awaiting_second"));
    onReport("S1", "approve", e -> e.addFlags("shadow"));
    assertThat(world.all(Logs.REPORTS_FINALISED)).isEmpty();
  }

  @Test
  void decisionOfTwo_holdsOnceSomebodyElseSigned() {
    world.ticks(9, 14);
    AnnotationId first = onReport("S1", "approve", e -> e.addFlags("awaiting_second"));
    onReport("S1", "countersign", about(first));
    assertThat(rows("S1")).as("by the same person").isEmpty();
    onReport("S1", "countersign", e -> e.refersTo(first).actor("bob"));
    assertThat(last("S1").finalDecision()).isEqualTo("approved");
    assertThat(last("S1").annotationId()).hasValue(first);
    assertThat(last("S1").finalizedAt()).isEqualTo(OutageWorld.at(11));
  }

  @Test
  void revert_bringsBackWhatHeldBefore() {
    world.ticks(9, 14);
    onReport("S1", "edit", cause("A", "weather"));
    AnnotationId second = onReport("S1", "dismiss", e -> e);
    AnnotationId back = onReport("S1", "revert", about(second));
    assertThat(last("S1").finalDecision()).isEqualTo("edited");
    assertThat(last("S1").finalCause()).hasValue("A");
    onReport("S1", "revert", about(back));
    assertThat(last("S1").finalDecision()).isEqualTo("dismissed");
  }

  /** Law: reverting an automatic approval restores exactly the state before. */
  @Test
  void revertOfAnAutomaticApproval_restoresTheStateBefore() {
    world.ticks(9, 14);
    MinorityReport before = world.report("S1");
    AnnotationId automatic =
        onReport("S1", "approve", e -> e.actor("system").role("system").addFlags("auto_approved"));
    assertThat(world.report("S1").reviewState()).isEqualTo(ReviewState.AUTO_APPROVED);
    onReport("S1", "revert", about(automatic));
    MinorityReport after = world.report("S1");
    assertThat(last("S1").finalDecision()).isEqualTo("withdrawn");
    assertThat(last("S1").reportStatus()).isEqualTo("cohorted");
    assertThat(
            MinorityReport.builder()
                .from(after)
                .rowRefs(before.rowRefs())
                .lastChanged(before.lastChanged())
                .build())
        .isEqualTo(before);
  }

  @Test
  void reopenedReport_showsNoFinalValuesUntilItIsDecidedAgain() {
    world.ticks(9, 14);
    onReport("S1", "approve", e -> e);
    onReport("S1", "reopen", e -> e.reason("new_evidence"));
    MinorityReport open = world.report("S1");
    assertThat(last("S1").finalDecision()).isEqualTo("reopened");
    assertThat(open.finalCause()).isEmpty();
    assertThat(open.reviewState()).isEqualTo(ReviewState.REOPENED);
    onEvent(event("S1"), "approve", e -> e);
    assertThat(last("S1").decisionLevel()).hasValue("event");
    assertThat(last("S1").reportStatus()).isEqualTo("revised");
  }

  /** Spec 7.4: who had the decision from the event loses it, who decided alone keeps it. */
  @Test
  void reopenedEvent_takesBackWhatItsReportsInherited() {
    world.ticks(9, 14);
    EventId event = event("S1");
    onEvent(event, "approve", e -> e);
    onReport("S2", "edit", cause("B", "weather"));
    onEvent(event, "reopen", e -> e.reason("attribution_error"));
    assertThat(last("S1").finalDecision()).isEqualTo("reopened");
    assertThat(last("S2").finalDecision()).isEqualTo("edited");
  }

  @Test
  void confirmedAndAdjudicated_keepOrChooseWhatWasDecided() {
    world.ticks(9, 14);
    onEvent(event("S1"), "edit", cause("A", "weather"));
    AnnotationId kept = onReport("S1", "confirm", e -> e);
    assertThat(last("S1").finalCause()).hasValue("A");
    assertThat(last("S1").finalDecision()).isEqualTo("edited");
    assertThat(last("S1").annotationId()).hasValue(kept);
    assertThat(last("S1").decisionLevel()).hasValue("report");
    AnnotationId one = onReport("S2", "approve", e -> e);
    onReport("S2", "dismiss", e -> e.actor("bob"));
    AnnotationId chosen = onReport("S2", "adjudicate", e -> e.refersTo(one).actor("eve"));
    assertThat(last("S2").finalDecision()).isEqualTo("approved");
    assertThat(last("S2").annotationId()).hasValue(chosen);
    assertThat(world.report("S2").inConflict()).isFalse();
  }

  /** Law: a report that joins later inherits, and loses it when a person moves it away. */
  @Test
  void reportThatJoinsLater_inheritsAndLosesTheDecisionWhenMovedAway() {
    world.ticks(9, 11);
    AnnotationId act = onEvent(event("S1"), "approve", e -> e);
    assertThat(rows("S1")).hasSize(1);
    world.ticks(12, 14);
    assertThat(last("S2").annotationId()).hasValue(act);
    assertThat(last("S2").finalCause()).isEqualTo(last("S1").finalCause());
    assertThat(last("S2").finalizedAt())
        .as("not before it was raised")
        .isEqualTo(OutageWorld.at(12));
    AnnotationId moved = onReport("S2", "move", e -> e.reportGroupId("new"));
    assertThat(last("S2").finalDecision()).isEqualTo("withdrawn");
    assertThat(last("S2").finalCause()).isEmpty();
    assertThat(world.report("S2").reviewState()).isEqualTo(ReviewState.UNREVIEWED);
    world.ticks(15, 16);
    assertThat(words(rows("S2"))).containsExactly("approved", "withdrawn");
    onReport("S2", "revert", about(moved));
    world.ticks(17, 17); // cohorting had taken the move in
    assertThat(last("S2").annotationId()).hasValue(act);
  }

  /** Law: merging takes no decision from anyone, and gives none. */
  @Test
  void merger_takesNoDecisionAndGivesNone() {
    world.ticks(9, 14);
    EventId old = event("S1");
    onReport("S2", "move", e -> e.reportGroupId("new"));
    world.ticks(15, 15);
    EventId other = event("S2");
    onEvent(old, "edit", cause("A", "weather"));
    onEvent(other, "edit", cause("B", "retail_event"));
    long rows = world.all(Logs.REPORTS_FINALISED).size();
    onEvent(other, "merge", e -> e.reportGroupId(old.value()));
    world.ticks(16, 17);
    assertThat(event("S2")).isEqualTo(old);
    assertThat(world.all(Logs.REPORTS_FINALISED)).hasSize((int) rows);
    onEvent(old, "edit", cause("C", "weather"));
    assertThat(last("S1").finalCause()).hasValue("C");
    assertThat(last("S2").finalCause()).as("decided after the merger").hasValue("C");
  }

  /**
   * Two merged events that were decided differently are a conflict (4.4); one of both is chosen.
   */
  @Test
  void adjudicationOfMergedEvents_mayChooseTheDecisionAboutTheOneThatWent() {
    world.ticks(9, 14);
    EventId old = event("S1");
    onReport("S2", "move", e -> e.reportGroupId("new"));
    world.ticks(15, 15);
    EventId other = event("S2");
    onEvent(old, "edit", cause("A", "weather"));
    AnnotationId about =
        onEvent(other, "edit", e -> cause("B", "retail_event").apply(e).actor("bob"));
    onEvent(other, "merge", e -> e.reportGroupId(old.value()));
    world.ticks(16, 17);
    assertThat(last("S1").finalCause()).hasValue("A");

    AnnotationId chosen = onEvent(old, "adjudicate", e -> e.refersTo(about).actor("eve"));

    for (String store : List.of("S1", "S2")) {
      assertThat(last(store).finalCause()).as(store).hasValue("B");
      assertThat(last(store).finalCauseCategory()).hasValue("retail_event");
      assertThat(last(store).annotationId()).hasValue(chosen);
    }
    world.restart();
    world.ticks(18, 18);
    assertThat(last("S1").finalCause()).hasValue("B");
  }

  /** Spec 4.9: neither undone nor counted, and holds again when it is raised again. */
  @Test
  void decisionOnASupersededReport_waits() {
    world.ticks(9, 23);
    onReport("S1", "approve", e -> e);
    world.correct("S1", OutageWorld.at(99));
    world.ticks(24, 24);
    onEvent(event("S2"), "dismiss", e -> e);
    assertThat(words(rows("S1"))).containsExactly("approved");
    assertThat(world.all(Logs.REPORTS_FINALISED)).hasSize(2);
    world.correct("S1", OutageWorld.at(10));
    world.ticks(25, 25);
    assertThat(words(rows("S1"))).containsExactly("approved");
    assertThat(world.report("S1").finalDecision()).hasValue("approved");
  }

  /** Catches a catch-up that skips what a process that ended owed, or writes it twice. */
  @Test
  void commitsThatNobodyFinalised_areTakenOneByOneByTheNextProcess() {
    world.ticks(9, 14);
    onEvent(event("S1"), "approve", e -> e);
    String report = id("S1").value();
    UserEdit dismissal = edit(report, "dismiss", 'd', 20).build();
    unfinished(Logs.USER_EDITS, dismissal);
    unfinished(
        Logs.USER_EDITS,
        edit(report, "revert", 'e', 21).refersTo(dismissal.annotationId()).build());
    world.restart();
    world.finalise();
    assertThat(words(rows("S1"))).containsExactly("approved", "dismissed", "approved");
    assertThat(rows("S1"))
        .extracting(ReportFinalised::writtenAt)
        .containsExactly(OutageWorld.at(14), OutageWorld.at(20), OutageWorld.at(21));
    long head = world.logs.head().value();
    world.restart();
    world.finalise();
    world.ticks(9, 14);
    assertThat(world.logs.head().value()).isEqualTo(head);
  }

  private static UserEdit.Builder edit(String target, String action, char name, int hour) {
    UserEdit.Builder edit = UserEdit.builder();
    return edit.runId(OutageWorld.RUN)
        .writtenAt(OutageWorld.at(hour))
        .annotationId(AnnotationId.of("AN-" + String.valueOf(name).repeat(32)))
        .targetId(target)
        .action(action)
        .actor("ann")
        .role("marketer")
        .basedOn(Cut.EMPTY);
  }

  private void unfinished(Log<UserEdit> log, UserEdit act) {
    List<LogSlice> slices = new ArrayList<>();
    slices.add(LogSlice.of(log, Writer.REVIEW, List.of(LogCodec.row(log, act))));
    world.logs.append(Commit.of(slices));
  }
}
