package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.ReviewState;
import org.minorityreport.api.view.ValueSource;
import org.minorityreport.core.identity.Identity;

/** Moves, splits, mergers and decisions about events. */
class EventsOfPeopleTest {
  private static final String T1 = "2025-08-07T12:00:00Z";

  private final Sample a = Sample.of("327", "2025-08-07T11:55:00Z");
  private final Sample b = Sample.of("412", "2025-08-07T11:57:00Z");
  private final Sample c = Sample.of("500", "2025-08-07T11:58:00Z");
  private final Scene scene = new Scene();

  /** Two of the reports are in the event of the first, the third is alone. */
  @BeforeEach
  void cohort() {
    scene.commit(a.detected(T1), b.detected(T1), c.detected(T1));
    scene.commit(a.cohorted(T1, a.event()), b.cohorted(T1, a.event()), c.cohorted(T1, c.event()));
    scene.commit(a.logged(T1), c.logged(T1));
  }

  private Act move(Sample report, String to, String name) {
    return Act.on(report, "move", name, r -> r.reportGroupId(to));
  }

  private Act merge(EventId from, EventId into) {
    return Act.on(from, "merge", from + " into " + into, r -> r.reportGroupId(into.value()));
  }

  private EventId eventOf(Sample report) {
    return scene.report(report).reportGroupId().orElseThrow();
  }

  /** Specification 4.4, the example. */
  @Test
  void twoStoresOfOneClusterAndCause_areOneEventOverBothWindows() {
    Scene own = new Scene();
    own.commit(a.detected(T1), b.detected(T1));
    own.commit(a.ended(T1, "2025-08-07T12:05:00Z"), b.ended(T1, "2025-08-07T12:06:00Z"));
    own.commit(a.clustered(T1), b.clustered(T1), a.attributed(T1), b.attributed(T1));
    own.commit(a.cohorted(T1, a.event()), b.cohorted(T1, a.event()), a.logged(T1));

    MinorityEvent event = own.event(a);

    assertThat(event.windowStart()).isEqualTo("2025-08-07T11:55:00Z");
    assertThat(event.windowEnd().orElseThrow()).isEqualTo("2025-08-07T12:06:00Z");
    assertThat(event.clusterId()).contains("CL-7");
    assertThat(event.proposedCause()).contains("TV Campaign Launch");
    assertThat(event.reportsAgreeing()).isEqualTo(2);
  }

  @Test
  void moveToNew_makesAnEventOfItsOwn_withTheIdOfReportAndAct() {
    Act move = move(b, "new", "m");
    scene.commit(move.row());

    MinorityEvent made = scene.now().events().get(eventOf(b).value());

    assertThat(made.eventId()).isEqualTo(Identity.eventId(b.id(), move.id()));
    assertThat(made.reportIds()).containsExactly(b.id());
    assertThat(made.cohortName()).isEmpty();
    assertThat(made.sourceUsedCohort()).isEqualTo(ValueSource.NONE);
    assertThat(scene.report(b).cohortName()).isEmpty();
    assertThat(scene.event(a).reportIds()).containsExactly(a.id());
  }

  @Test
  void laterMove_wins_andItsRevertGivesTheEarlierOneBack() {
    Act second = move(b, "new", "2");
    scene.commit(move(b, c.event().value(), "1").row());
    scene.commit(second.row());
    assertThat(eventOf(b)).isEqualTo(Identity.eventId(b.id(), second.id()));

    scene.commit(Act.revert(b, second).row());
    assertThat(eventOf(b)).isEqualTo(c.event());
    assertThat(scene.report(b).lastChanged()).isEqualTo(scene.store().head().value());
  }

  @Test
  void moveToAnEventThatNobodyWrote_makesIt() {
    EventId nowhere = EventId.of("ME-" + "0".repeat(32));
    scene.commit(move(b, nowhere.value(), "m").row());

    assertThat(eventOf(b)).isEqualTo(nowhere);
    assertThat(scene.now().events().get(nowhere.value()).cohortSize()).isEqualTo(1);
  }

  @Test
  void moveToWhatIsNoId_orNowhere_doesNothing() {
    scene.commit(move(b, "the big one", "m").row(), Act.on(b, "move", "n").row());

    assertThat(eventOf(b)).isEqualTo(a.event());
    assertThat(scene.report(b).sourceUsedGroupId()).isEqualTo(ValueSource.COHORT);
  }

  @Test
  void split_putsTheReportsItNamesIntoOneNewEvent() {
    List<ReportId> going = List.of(a.id(), b.id()).stream().sorted().toList();
    Act split = Act.on(a.event(), "split", "s", r -> r.reportIds(going));
    scene.commit(split.row());

    EventId made = Identity.eventId(going.get(0), split.id());
    assertThat(eventOf(a)).isEqualTo(made);
    assertThat(eventOf(b)).isEqualTo(made);
    assertThat(scene.event(a).resolutionReason()).contains("emptied");
    assertThat(scene.event(a).eventStatus()).isEqualTo(EventStatus.ENDED);

    scene.commit(Act.revert(a.event(), split).row());
    assertThat(eventOf(a)).isEqualTo(a.event());
    assertThat(scene.report(a).lastChanged()).isEqualTo(scene.store().head().value());
    assertThat(scene.now().events().all()).hasSize(2);
  }

  /** A person said that it belongs there; one that nobody knows only lends its id. */
  @Test
  void splitThatNamesStrangers_takesThoseThatAreThere() {
    ReportId unknown = ReportId.of("MR-" + "0".repeat(32));
    List<ReportId> going = List.of(unknown, c.id()).stream().sorted().toList();
    Act split = Act.on(a.event(), "split", "s", r -> r.reportIds(going));
    scene.commit(split.row());

    assertThat(eventOf(c)).isEqualTo(Identity.eventId(going.get(0), split.id()));
    assertThat(eventOf(a)).isEqualTo(a.event());
  }

  @Test
  void merge_leadsToTheEventThatStays_untilReverted() {
    Act merge = merge(a.event(), c.event());
    scene.commit(merge.row());

    MinorityEvent event = scene.event(a);
    assertThat(event.eventId()).isEqualTo(c.event());
    assertThat(event.mergedFrom()).containsExactly(a.event());
    assertThat(event.cohortSize()).isEqualTo(3);
    assertThat(eventOf(b)).isEqualTo(c.event());

    scene.commit(Act.revert(a.event(), merge).row());
    assertThat(eventOf(b)).isEqualTo(a.event());
    assertThat(scene.report(b).lastChanged()).isEqualTo(scene.store().head().value());
  }

  @Test
  void mergeOfAPerson_comesBeforeThatOfTheMachine() {
    Sample d = Sample.of("600", "2025-08-07T11:59:00Z");
    scene.commit(d.detected(T1), d.cohorted(T1, d.event()), d.logged(T1));
    scene.commit(merge(a.event(), c.event()).row());
    scene.commit(a.logged("2025-08-09T12:00:00Z", r -> r.mergedInto(d.event())));

    assertThat(eventOf(b)).isEqualTo(c.event());
  }

  @Test
  void ringOfMerges_endsAtTheSmallestId() {
    scene.commit(merge(a.event(), c.event()).row(), merge(c.event(), a.event()).row());

    EventId smallest = a.event().compareTo(c.event()) < 0 ? a.event() : c.event();
    assertThat(eventOf(a)).isEqualTo(smallest);
    assertThat(eventOf(c)).isEqualTo(smallest);
    assertThat(scene.now().events().all()).hasSize(1);
  }

  @Test
  void mergeIntoNothingOrItself_doesNotCount() {
    scene.commit(merge(a.event(), EventId.of("ME-" + "0".repeat(32))).row());
    scene.commit(
        merge(c.event(), c.event()).row(),
        Act.on(c.event(), "merge", "x", r -> r.reportGroupId("the big one")).row());

    assertThat(eventOf(a)).isEqualTo(a.event());
    assertThat(eventOf(c)).isEqualTo(c.event());
  }

  @Test
  void decisionAboutAnEvent_isShownWithItsEvidence() {
    Evidence link = Evidence.builder().kind(EvidenceKind.HUMAN).ref("https://x").weight(1).build();
    Act approve = Act.on(a.event(), "approve", "p");
    scene.commit(Act.on(a.event(), "add_evidence", "e", r -> r.addEvidence(link)).row());
    scene.commit(approve.row());
    scene.commit(Act.finalised(a, "approved", approve, r -> r.finalCause("Viral video")));

    MinorityEvent event = scene.event(a);

    assertThat(event.reviewState()).isEqualTo(ReviewState.APPROVED);
    assertThat(event.finalDecision()).contains("approved");
    assertThat(event.finalCause()).contains("Viral video");
    assertThat(event.annotationId()).contains(approve.id());
    assertThat(event.supportingEvidence()).containsExactly(link);
    assertThat(event.sourceUsedFinal()).isEqualTo(ValueSource.UI);
    assertThat(event.reportsByReviewState())
        .containsEntry(ReviewState.APPROVED, 1)
        .containsEntry(ReviewState.UNREVIEWED, 1);
  }

  @Test
  void reopenedEvent_showsNoDecision() {
    scene.commit(Act.on(a.event(), "approve", "1").row());
    scene.commit(Act.on(a.event(), "reopen", "2").row());

    assertThat(scene.event(a).reviewState()).isEqualTo(ReviewState.REOPENED);
    assertThat(scene.event(a).finalDecision()).isEmpty();
  }

  /** Specification 7.7. */
  @Test
  void eventsDecidedDifferentlyAndMerged_areAConflict_untilAdjudicated() {
    scene.commit(Act.on(a.event(), "edit", "1", r -> r.cause("Heat")).row());
    scene.commit(Act.on(c.event(), "edit", "2", r -> r.cause("Strike")).row());
    scene.commit(merge(a.event(), c.event()).row());
    assertThat(scene.event(c).inConflict()).isTrue();
    assertThat(scene.event(c).reviewState()).isEqualTo(ReviewState.CONFLICT);

    scene.commit(Act.on(c.event(), "adjudicate", "3", r -> r.cause("Heat")).row());
    assertThat(scene.event(c).inConflict()).isFalse();
    assertThat(scene.event(c).finalCause()).contains("Heat");
  }

  @Test
  void eventsDecidedAlikeAndMerged_areNone() {
    scene.commit(Act.on(a.event(), "edit", "1", r -> r.cause("Heat")).row());
    scene.commit(Act.on(c.event(), "edit", "2", r -> r.cause("Heat").actor("bob")).row());
    scene.commit(merge(a.event(), c.event()).row());

    assertThat(scene.event(c).inConflict()).isFalse();
  }

  @Test
  void causes_standByImpact_andTheUnknownIsLeftOut() {
    scene.commit(
        a.attributed(T1, r -> r.proposedCause("Heat").confidenceScore(0.6)),
        b.attributed(T1, r -> r.proposedCause("Strike").confidenceScore(0.9)),
        c.attributed(T1, r -> r.proposedCause("unknown").proposedCauseCategory("unknown")),
        b.detected("2025-08-07T13:00:00Z", r -> r.impactEstimate(new BigDecimal("90.00"))),
        c.cohorted("2025-08-07T13:00:00Z", a.event()));

    MinorityEvent event = scene.event(a);

    assertThat(event.proposedCause()).contains("Strike");
    assertThat(event.proposedCause2()).contains("Heat");
    assertThat(event.confidenceScore2()).hasValue(0.6);
    assertThat(event.proposedCause3()).isEmpty();
    assertThat(event.reportsAgreeing()).isEqualTo(1);
  }

  @Test
  void commonestCluster_isTheSmallerOfEquals_andThePlaceIsTheMean() {
    scene.commit(
        a.clustered(T1, r -> r.clusterId("z").embeddingX(1).embeddingY(4)),
        b.clustered(T1, r -> r.clusterId("k").embeddingX(2).embeddingY(-2)));
    assertThat(scene.event(a).clusterId()).contains("k");
    assertThat(scene.event(a).embeddingX()).hasValue(1.5);
    assertThat(scene.event(a).embeddingY()).hasValue(1);

    scene.commit(
        c.clustered(T1, r -> r.clusterId("z")), c.cohorted("2025-08-07T13:00:00Z", a.event()));
    assertThat(scene.event(a).clusterId()).contains("z");
  }
}
