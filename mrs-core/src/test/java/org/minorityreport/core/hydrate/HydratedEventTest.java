package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ValueSource;

class HydratedEventTest {
  private static final String T1 = "2025-08-07T12:00:00Z";
  private static final String T2 = "2025-08-07T13:00:00Z";
  private static final String T3 = "2025-08-07T14:00:00Z";
  private static final String END_A = "2025-08-07T12:05:00Z";
  private static final String END_B = "2025-08-07T12:06:00Z";

  private final Sample a = Sample.of("327", "2025-08-07T11:55:00Z");
  private final Sample b = Sample.of("412", "2025-08-07T11:57:00Z");
  private final Scene scene = new Scene();

  @Test
  void twoStoresOfOneCause_areOneEvent() {
    scene.commit(
        a.located(T1, "North", false),
        b.located(T1, "South", false),
        a.detected(T1, r -> r.severityScore(0.8).impactEstimate(new BigDecimal("-30.00"))),
        b.detected(T1, r -> r.severityScore(0.4).impactEstimate(new BigDecimal("10.00"))),
        a.ended(T1, END_A),
        b.ended(T1, END_B),
        a.attributed(T1, r -> r.proposedCause("Heat").confidenceScore(0.6)),
        b.attributed(T1, r -> r.confidenceScore(0.9)),
        a.cohorted(T1, a.event()),
        b.cohorted(T1, a.event()),
        a.logged(T1, r -> r.regions(List.of("of the row"))));

    MinorityEvent event = scene.event(a);

    assertThat(scene.now().events().all()).containsExactly(event);
    assertThat(event.reportIds()).containsExactlyInAnyOrder(a.id(), b.id()).isSorted();
    assertThat(event.windowStart()).isEqualTo("2025-08-07T11:55:00Z");
    assertThat(event.windowEnd()).contains(Instant.parse(END_B));
    assertThat(event.eventStatus()).isEqualTo(EventStatus.ENDED);
    assertThat(event.resolutionReason()).isEmpty();
    assertThat(event.regions()).containsExactly("North", "South");
    assertThat(event.retailers()).containsExactly("Corner");
    assertThat(event.attributedSalesTotal()).isEqualByComparingTo("60");
    assertThat(event.impactEstimate()).contains(new BigDecimal("-20.00"));
    assertThat(event.severityScore()).isEqualTo(0.7);
    assertThat(event.proposedCause()).contains("Heat");
    assertThat(event.confidenceScore()).hasValue(0.6);
    assertThat(event.reportsAgreeing()).isEqualTo(1);
    assertThat(event.cohortName()).contains("event of 327");
    assertThat(event.anchorReportId()).contains(a.id());
    assertThat(event.sourceUsedStructure()).isEqualTo(ValueSource.DETECTED);
  }

  @Test
  void eventIsActive_whileAReportIsOpen() {
    scene.commit(
        a.detected(T1),
        b.detected(T1),
        a.cohorted(T1, a.event()),
        b.cohorted(T1, a.event()),
        a.logged(T1),
        a.ended(T1, END_A));
    assertThat(scene.now().events().active()).hasSize(1);
    assertThat(scene.event(a).windowEnd()).isEmpty();
    assertThat(scene.report(a).eventStatus()).contains(EventStatus.ACTIVE);

    scene.commit(b.ended(T2, END_B));
    assertThat(scene.now().events().active()).isEmpty();
    MinorityReport closedBefore = scene.report(a);
    assertThat(closedBefore.eventStatus()).contains(EventStatus.ENDED);
    assertThat(closedBefore.lastChanged()).isEqualTo(2);
  }

  @Test
  void noImpacts_giveTheGreatestSeverity() {
    scene.commit(
        a.detected(T1, r -> r.severityScore(0.8).impactEstimate(Optional.empty())),
        b.detected(T1, r -> r.severityScore(0.4).impactEstimate(Optional.empty())),
        a.cohorted(T1, a.event()),
        b.cohorted(T1, a.event()));

    assertThat(scene.event(a).severityScore()).isEqualTo(0.8);
    assertThat(scene.event(a).impactEstimate()).isEmpty();
  }

  @Test
  void unknown_isNamedOnlyIfNothingElseIs() {
    scene.commit(
        a.detected(T1, r -> r.impactEstimate(new BigDecimal("900.00"))),
        b.detected(T1),
        a.attributed(T1, r -> r.proposedCause("unknown").proposedCauseCategory("unknown")),
        b.attributed(T1),
        a.cohorted(T1, a.event()),
        b.cohorted(T1, a.event()));

    assertThat(scene.event(a).proposedCause()).contains("TV Campaign Launch");
  }

  @Test
  void mergedId_leadsToTheEventThatTookItIn() {
    Sample c = Sample.of("500", "2025-08-07T11:00:00Z");
    scene.commit(
        a.detected(T1),
        b.detected(T1),
        c.detected(T1),
        a.cohorted(T1, a.event()),
        b.cohorted(T1, b.event()),
        c.cohorted(T1, c.event()),
        a.logged(T1),
        b.logged(T1),
        c.logged(T1));
    scene.commit(a.logged(T2, r -> r.mergedInto(b.event())));
    scene.commit(b.logged(T3, r -> r.mergedInto(c.event())));

    MinorityEvent event = scene.event(a);

    assertThat(event.eventId()).isEqualTo(c.event());
    assertThat(scene.now().events().all()).containsExactly(event);
    assertThat(event.cohortSize()).isEqualTo(3);
    assertThat(scene.report(a).reportGroupId()).contains(c.event());
    assertThat(scene.report(a).cohortName()).contains("event of 500");
    assertThat(scene.report(a).lastChanged()).isEqualTo(3);
    assertThat(scene.at(2).events().all()).hasSize(2);
  }

  /** Catches a merger whose target is known by a row that no report of the event names. */
  @Test
  void mergersByMachineThenPerson_nameTheRowThatSaysThatTheEventBetweenIsThere() {
    Sample c = Sample.of("500", "2025-08-07T11:00:00Z");
    scene.commit(a.detected(T1), a.cohorted(T1, a.event()), c.cohorted(T1, c.event()));
    scene.commit(a.logged(T1, r -> r.mergedInto(b.event())), b.logged(T1));
    scene.commit(
        Act.on(b.event(), "merge", "b into c", r -> r.reportGroupId(c.event().value())).row());

    assertThat(scene.report(a).reportGroupId()).contains(c.event());
    assertThat(scene.report(a).rowRefs())
        .filteredOn(ref -> ref.log().equals("minority_events_log"))
        .hasSize(2);
  }

  @Test
  void ringOfMergers_endsSomewhere() {
    scene.commit(
        a.detected(T1),
        a.cohorted(T1, a.event()),
        a.logged(T1, r -> r.mergedInto(b.event())),
        b.logged(T1, r -> r.mergedInto(a.event())));

    assertThat(scene.event(a)).isEqualTo(scene.event(b));
    assertThat(scene.now().events().all()).hasSize(1);
  }

  @Test
  void mergerIntoNothing_doesNotCount() {
    scene.commit(
        a.detected(T1), a.cohorted(T1, a.event()), a.logged(T1, r -> r.mergedInto(b.event())));

    assertThat(scene.event(a).eventId()).isEqualTo(a.event());
    assertThat(scene.event(a).cohortSize()).isEqualTo(1);
  }

  @Test
  void eventThatLostItsReports_isEndedAsEmptied() {
    scene.commit(a.detected(T1), a.cohorted(T1, a.event()), a.logged(T1), b.logged(T1));
    scene.commit(a.cohorted(T2, b.event()));

    MinorityEvent event = scene.event(a);

    assertThat(event.eventStatus()).isEqualTo(EventStatus.ENDED);
    assertThat(event.resolutionReason()).contains("emptied");
    assertThat(event.cohortSize()).isZero();
    assertThat(event.attributedSalesTotal()).isEqualByComparingTo("0");
    assertThat(event.impactEstimate()).isEmpty();
    assertThat(event.windowStart()).isEqualTo(a.onset());
    assertThat(scene.now().events().all()).hasSize(2);
  }

  @Test
  void reportWithoutCohortRows_isInTheEventThatListsIt() {
    scene.commit(a.detected(T1), a.logged(T1));

    assertThat(scene.report(a).reportGroupId()).contains(a.event());
    assertThat(scene.event(a).reportIds()).containsExactly(a.id());
  }

  @Test
  void eventWithoutRowsOfItsOwn_isNamedByItsReports() {
    scene.commit(a.detected(T1), a.cohorted(T1, a.event()));

    MinorityEvent event = scene.event(a);

    assertThat(event.cohortName()).contains("seen by 327");
    assertThat(event.cohortReason()).containsExactly("shared_cause");
    assertThat(event.createdAt()).isEmpty();
    assertThat(event.sourceUsedCohort()).isEqualTo(ValueSource.COHORT);
  }
}
