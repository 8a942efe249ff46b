package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.view.ReviewState;

/** The table of spec 7.2: what each act makes of a report. */
class ReviewStateTest {
  private static final String T1 = "2025-08-07T10:00:00Z";

  private final Sample a = Sample.of("STORE_BIR_001", "2025-08-07T09:00:00Z");
  private final Scene scene = new Scene();

  @BeforeEach
  void propose() {
    scene.commit(a.detected(T1), a.attributed(T1), a.cohorted(T1, a.event()));
  }

  private void commit(Act act) {
    scene.commit(act.row());
  }

  private ReviewState state() {
    return scene.report(a).reviewState();
  }

  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource({
    "approve, APPROVED",
    "edit, APPROVED",
    "reject, REJECTED",
    "dismiss, DISMISSED",
    "reopen, REOPENED",
    "request_review, REVIEW_REQUESTED",
    "defer, DEFERRED",
    "archive, ARCHIVED",
    "assign, UNREVIEWED",
    "escalate, UNREVIEWED",
    "add_evidence, UNREVIEWED",
    "comment, UNREVIEWED",
    "move, UNREVIEWED",
    "split, UNREVIEWED",
    "merge, UNREVIEWED",
    "confirm, UNREVIEWED",
    "answer, UNREVIEWED",
    "countersign, UNREVIEWED",
    "adjudicate, UNREVIEWED",
    "revert, UNREVIEWED",
    "an_act_of_tomorrow, UNREVIEWED"
  })
  void act_onAnUntouchedReport(String action, ReviewState expected) {
    commit(Act.on(a, action, "it"));

    assertThat(state()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} after an approval gives {1}")
  @CsvSource({
    "reject, REJECTED",
    "dismiss, DISMISSED",
    "reopen, REOPENED",
    "request_review, REVIEW_REQUESTED",
    "defer, DEFERRED",
    "archive, ARCHIVED",
    "assign, APPROVED",
    "escalate, APPROVED",
    "add_evidence, APPROVED",
    "comment, APPROVED",
    "confirm, APPROVED",
    "answer, APPROVED"
  })
  void act_afterAnApproval(String action, ReviewState expected) {
    commit(Act.on(a, "approve", "before"));
    commit(Act.on(a, action, "it"));

    assertThat(state()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "revert of {0}")
  @CsvSource({
    "approve",
    "edit",
    "reject",
    "dismiss",
    "reopen",
    "request_review",
    "defer",
    "archive"
  })
  void revert_givesWhatWasBeforeThatAct(String action) {
    commit(Act.on(a, "dismiss", "before"));
    Act act = Act.on(a, action, "it");
    commit(act);
    commit(Act.revert(a, act));

    assertThat(state()).isEqualTo(ReviewState.DISMISSED);
  }

  @Test
  void revertOfAnOlderAct_leavesTheNewerOne() {
    Act approve = Act.on(a, "approve", "1");
    commit(approve);
    commit(Act.on(a, "edit", "2", r -> r.cause("Shelf")));
    commit(Act.revert(a, approve));

    assertThat(state()).isEqualTo(ReviewState.APPROVED);
    assertThat(scene.report(a).inConflict()).isFalse();
  }

  @Test
  void revertOfWhatNobodyDid_doesNothing() {
    commit(Act.on(a, "approve", "1"));
    commit(Act.on(a, "revert", "2", r -> r.refersTo(Act.id("never"))));
    commit(Act.on(a, "revert", "3"));

    assertThat(state()).isEqualTo(ReviewState.APPROVED);
  }

  @Test
  void answer_givesWhatWasBeforeTheRequest() {
    commit(Act.on(a, "reject", "1"));
    Act first = Act.on(a, "request_review", "2");
    Act second = Act.on(a, "request_review", "3");
    commit(first);
    commit(second);
    commit(Act.on(a, "answer", "4", r -> r.refersTo(first.id())));
    assertThat(state()).isEqualTo(ReviewState.REVIEW_REQUESTED);

    commit(Act.on(a, "answer", "5", r -> r.refersTo(second.id())));
    assertThat(state()).isEqualTo(ReviewState.REJECTED);
  }

  @Test
  void requestOfSomethingDeferred_isDeferredAgainOnceAnswered() {
    commit(Act.on(a, "defer", "1", r -> r.deferUntil(Act.AT)));
    commit(Act.on(a, "request_review", "2"));
    assertThat(state()).isEqualTo(ReviewState.REVIEW_REQUESTED);

    commit(Act.on(a, "answer", "3"));
    assertThat(state()).isEqualTo(ReviewState.DEFERRED);
  }

  @Test
  void decision_answersWhatWasAsked() {
    commit(Act.on(a, "request_review", "1"));
    commit(Act.on(a, "approve", "2"));

    assertThat(state()).isEqualTo(ReviewState.APPROVED);
  }

  @Test
  void approvalOfAPolicy_isAutomatic_andRevertible() {
    Act auto =
        Act.on(a, "approve", "1", r -> r.actor("system").role("system").addFlags("auto_approved"));
    commit(auto);
    assertThat(state()).isEqualTo(ReviewState.AUTO_APPROVED);

    commit(Act.on(a, "edit", "2", r -> r.cause("Shelf")));
    assertThat(state()).isEqualTo(ReviewState.APPROVED);
    assertThat(scene.report(a).inConflict()).isFalse();

    Act other = Act.on(a, "revert", "3", r -> r.refersTo(Act.id("2")));
    commit(other);
    assertThat(state()).isEqualTo(ReviewState.AUTO_APPROVED);
    commit(Act.revert(a, auto));
    assertThat(state()).isEqualTo(ReviewState.UNREVIEWED);
  }

  @Test
  void approvalOfAPolicyOnTrial_doesNothing() {
    commit(Act.on(a, "approve", "1", r -> r.role("system").addFlags("shadow")));

    assertThat(state()).isEqualTo(ReviewState.UNREVIEWED);
  }

  @Test
  void decisionThatNeedsTwo_awaitsASecondPerson() {
    Act first = Act.on(a, "approve", "1", r -> r.addFlags("awaiting_second"));
    commit(first);
    assertThat(state()).isEqualTo(ReviewState.AWAITING_SECOND);

    commit(Act.on(a, "countersign", "by the same", r -> r.refersTo(first.id())));
    assertThat(state()).isEqualTo(ReviewState.AWAITING_SECOND);

    commit(Act.on(a, "countersign", "2", r -> r.actor("bob").refersTo(first.id())));
    assertThat(state()).isEqualTo(ReviewState.APPROVED);
  }

  @Test
  void twoPeopleWhoDecideDifferently_areAConflict_untilAdjudicated() {
    Act first = Act.on(a, "dismiss", "1");
    commit(first);
    commit(Act.on(a, "approve", "2", r -> r.actor("bob")));
    assertThat(state()).isEqualTo(ReviewState.CONFLICT);
    assertThat(scene.report(a).inConflict()).isTrue();

    commit(Act.on(a, "adjudicate", "3", r -> r.actor("eve").refersTo(first.id())));
    assertThat(state()).isEqualTo(ReviewState.DISMISSED);
    assertThat(scene.report(a).inConflict()).isFalse();
  }

  @Test
  void adjudicationOfItsOwn_isADecisionToo() {
    commit(Act.on(a, "dismiss", "1"));
    commit(Act.on(a, "approve", "2", r -> r.actor("bob")));
    commit(Act.on(a, "adjudicate", "3", r -> r.actor("eve").cause("Shelf")));

    assertThat(state()).isEqualTo(ReviewState.APPROVED);
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "approve, approve, false",
    "reject, reject, false",
    "approve, edit, true",
    "approve, reject, true"
  })
  void twoPeople_areInConflictOnlyIfTheyDiffer(String one, String other, boolean expected) {
    commit(Act.on(a, one, "1"));
    commit(
        Act.on(
            a,
            other,
            "2",
            r -> other.equals("edit") ? r.actor("bob").cause("Shelf") : r.actor("bob")));

    assertThat(scene.report(a).inConflict()).isEqualTo(expected);
  }

  @Test
  void oneWhoChangesHerMind_isNoConflict() {
    commit(Act.on(a, "approve", "1"));
    commit(Act.on(a, "dismiss", "2"));

    assertThat(state()).isEqualTo(ReviewState.DISMISSED);
  }

  /** The second judged what the first had not seen. */
  @Test
  void decisionAfterANewRound_isNoConflict() {
    commit(Act.on(a, "reject", "1"));
    scene.commit(Act.reattributed(a, 1, r -> r.proposedCause("Heat")));
    commit(Act.on(a, "approve", "2", r -> r.actor("bob")));

    assertThat(state()).isEqualTo(ReviewState.APPROVED);
  }

  @Test
  void decisionOfTheEvent_isInherited_andWithdrawn() {
    Act onEvent = Act.on(a.event(), "approve", "e");
    commit(onEvent);
    assertThat(state()).isEqualTo(ReviewState.UNREVIEWED);
    scene.commit(Act.finalised(a, "approved", onEvent));
    assertThat(state()).isEqualTo(ReviewState.APPROVED);

    scene.commit(later(1, "withdrawn", onEvent));
    assertThat(state()).isEqualTo(ReviewState.UNREVIEWED);
  }

  @Test
  void ownDecision_winsOverThatOfTheEvent_andGivesWayOnceReverted() {
    Act onEvent = Act.on(a.event(), "approve", "e");
    Act own = Act.on(a, "dismiss", "r");
    commit(onEvent);
    scene.commit(Act.finalised(a, "approved", onEvent));
    commit(own);
    assertThat(state()).isEqualTo(ReviewState.DISMISSED);
    scene.commit(later(1, "dismissed", own));

    commit(Act.revert(a, own));
    assertThat(state()).isEqualTo(ReviewState.APPROVED);
    scene.commit(later(2, "approved", onEvent));
    assertThat(state()).isEqualTo(ReviewState.APPROVED);
  }

  @Test
  void decisionOfTheEventAfterReopening_holds() {
    Act onEvent = Act.on(a.event(), "reject", "e");
    commit(Act.on(a, "approve", "1"));
    commit(Act.on(a, "reopen", "2"));
    scene.commit(onEvent.row(), Act.finalised(a, "rejected", onEvent));

    assertThat(state()).isEqualTo(ReviewState.REJECTED);
  }

  @Test
  void finalisationWithoutItsAct_isADecisionAllTheSame() {
    scene.commit(Act.finalised(a, "dismissed", Act.on(a, "dismiss", "lost")));

    assertThat(state()).isEqualTo(ReviewState.DISMISSED);
  }

  @Test
  void decisionWordOfTomorrow_isShownAndDecidesNothing() {
    Act act = Act.on(a.event(), "approve", "e");
    scene.commit(Act.finalised(a, "shelved", act, r -> r.finalCause("Shelf")));

    assertThat(scene.report(a).finalDecision()).contains("shelved");
    assertThat(state()).isEqualTo(ReviewState.UNREVIEWED);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "TV Campaign Launch, paid media, 0.80, APPROVED",
    "TV Campaign Launch, paid media, 0.70, APPROVED",
    "TV Campaign Launch, paid media, 0.69, REPROPOSED",
    "TV Campaign Launch, paid media, 0.91, REPROPOSED",
    "Heat, paid media, 0.80, REPROPOSED",
    "TV Campaign Launch, weather, 0.80, REPROPOSED"
  })
  void laterRound_questionsADecision(
      String cause, String category, double confidence, ReviewState expected) {
    decided();
    scene.commit(
        Act.reattributed(
            a,
            1,
            r ->
                r.proposedCause(cause)
                    .proposedCauseCategory(category)
                    .confidenceScore(confidence)));

    assertThat(state()).isEqualTo(expected);
    assertThat(scene.report(a).finalCause()).contains("TV Campaign Launch");
  }

  @Test
  void confirmation_answersTheRound_untilTheNext() {
    decided();
    scene.commit(Act.reattributed(a, 1, r -> r.proposedCause("Heat")));
    commit(Act.on(a, "confirm", "2"));
    assertThat(state()).isEqualTo(ReviewState.APPROVED);

    scene.commit(Act.reattributed(a, 2, r -> r.proposedCause("Strike")));
    assertThat(state()).isEqualTo(ReviewState.REPROPOSED);
  }

  @Test
  void roundBeforeTheDecision_questionsNothing() {
    scene.commit(Act.reattributed(a, 1, r -> r.proposedCause("Heat")));
    decided();

    assertThat(state()).isEqualTo(ReviewState.APPROVED);
  }

  @Test
  void rejectedReport_isReproposedWithTheNextProposal() {
    commit(Act.on(a, "reject", "1"));
    scene.commit(Act.reattributed(a, 1, r -> r.proposedCause("Heat")));

    assertThat(state()).isEqualTo(ReviewState.REPROPOSED);
  }

  @Test
  void archived_comesBackWhenAnotherCauseIsProposed() {
    commit(Act.on(a, "archive", "1"));
    scene.commit(a.attributed("2025-08-09T10:00:00Z"));
    assertThat(state()).isEqualTo(ReviewState.ARCHIVED);

    scene.commit(a.attributed("2025-08-09T11:00:00Z", r -> r.proposedCause("Heat")));
    assertThat(state()).isEqualTo(ReviewState.UNREVIEWED);
  }

  @Test
  void deferredUntilADate_doesNotComeBackByItself() {
    commit(Act.on(a, "defer", "1", r -> r.deferUntil(Act.AT)));
    scene.commit(a.attributed("2025-08-09T11:00:00Z", r -> r.proposedCause("Heat")));

    assertThat(state()).isEqualTo(ReviewState.DEFERRED);
  }

  @Test
  void sameActSentTwice_isOne() {
    commit(Act.on(a, "approve", "1"));
    commit(Act.on(a, "approve", "1", r -> r.note("again")));

    assertThat(scene.store().head().value()).isEqualTo(2);
  }

  @Test
  void retractedAct_neverWas() {
    Act act = Act.on(a, "approve", "1", r -> r.role("system"));
    commit(act);
    scene.retract(act.row());

    assertThat(state()).isEqualTo(ReviewState.UNREVIEWED);
  }

  private void decided() {
    Act approve = Act.on(a, "approve", "decided");
    scene.commit(
        approve.row(),
        Act.finalised(
            a,
            "approved",
            approve,
            r -> r.finalCause("TV Campaign Launch").finalCauseCategory("paid media")));
  }

  private LogRow later(int minutes, String decision, Act act) {
    return Act.finalised(a, decision, act, r -> r.writtenAt(Act.AT.plusSeconds(60L * minutes)));
  }
}
