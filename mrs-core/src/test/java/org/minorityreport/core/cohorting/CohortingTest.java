package org.minorityreport.core.cohorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.stage.CohortingResult;
import org.minorityreport.core.identity.Identity;

/** Events within one tick. */
class CohortingTest {
  private final Fold fold = new Fold();

  @Test
  void loneReport_isAnEventOfItsOwn() {
    Report alone = Report.at("S1", "Yorkshire", "07T09:00");

    CohortingResult result = fold.tick("07T16:00", alone);

    EventRecord event = Fold.onlyEvent(result);
    assertThat(event.eventId()).isEqualTo(Identity.eventId(alone.id(), alone.onset()));
    assertThat(event.anchorReportId()).isEqualTo(alone.id());
    assertThat(event.cohortSize()).isOne();
    assertThat(event.cohortReason()).isEmpty();
    assertThat(event.cohortConfidence()).isOne();
    assertThat(event.cohortName()).isEqualTo("Unexplained uplift, Yorkshire");
    assertThat(event.eventStatus()).isEqualTo(EventStatus.ACTIVE);
    assertThat(event.windowEnd()).isEmpty();
    assertThat(event.createdAt()).isEqualTo("2025-08-07T16:00:00Z");
    assertThat(result.calls()).isEmpty();
    ReportCohorted row = Fold.row(result, alone);
    assertThat(row.reportStatus()).isEqualTo("cohorted");
    assertThat(row.reportGroupId()).isEqualTo(event.eventId());
    assertThat(row.proposedCause()).isEqualTo("unknown");
    assertThat(row.modelVersions()).containsEntry("cohort", "rule@3");
  }

  @Test
  void twoStoresWithOneCauseAtOneTime_areOneEventNamedAfterIt() {
    Report first = heat("327", "London", "07T11:55").until("07T12:05");
    Report second = heat("412", "London", "07T11:57").until("07T12:06");

    CohortingResult result = fold.tick("07T16:00", first, second);

    EventRecord event = Fold.onlyEvent(result);
    assertThat(event.cohortName()).isEqualTo("Heatwave");
    assertThat(event.reportIds()).containsExactlyInAnyOrder(first.id(), second.id());
    assertThat(event.anchorReportId()).isEqualTo(first.id());
    assertThat(event.windowStart()).isEqualTo("2025-08-07T11:55:00Z");
    assertThat(event.windowEnd()).hasValue(Instant.parse("2025-08-07T12:06:00Z"));
    assertThat(event.eventStatus()).isEqualTo(EventStatus.ENDED);
    assertThat(event.endedAt()).hasValue(Instant.parse("2025-08-07T16:00:00Z"));
    assertThat(event.cohortReason())
        .containsExactly("same_region", "shared_cause", "temporal_overlap");
    assertThat(event.cohortConfidence()).isEqualTo(0.7);
  }

  @Test
  void unrelatedHeatwavesInTwoRegions_stayTwoEvents() {
    Report north = heat("S1", "Yorkshire", "07T09:00").of("Heatwave North", "weather", "W1");
    Report south = heat("S2", "Kent", "07T09:00").of("Heatwave South", "weather", "W2");

    CohortingResult result = fold.tick("07T16:00", north, south);

    assertThat(result.events()).hasSize(2);
    assertThat(fold.model().pairs()).hasSize(1);
  }

  @Test
  void causeWithoutPlace_joinsAcrossRegions() {
    Report north = heat("S1", "Yorkshire", "07T09:00").of("Viral", "social", "V1");
    Report south = heat("S2", "Kent", "07T09:00").of("Viral", "social", "V2");

    assertThat(fold.placeless("V1", "V2").tick("07T16:00", north, south).events()).hasSize(1);
    assertThat(new Fold().placeless("V1").tick("07T16:00", north, south).events()).hasSize(2);
  }

  @Test
  void chainOfOverlappingWindows_isNotOneEvent() {
    List<Report> chain = new ArrayList<>();
    Instant onset = Instant.parse("2025-08-01T00:00:00Z");
    for (int i = 0; i < 50; i++) {
      Instant from = onset.plusSeconds(i * 10L * 3600);
      chain.add(
          Report.at("S" + i, "Yorkshire", "01T00:00")
              .of("Heatwave", "weather", "W")
              .shifted(from)
              .ended(from.plusSeconds(11 * 3600)));
    }

    CohortingResult result = fold.tick("28T00:00", chain.toArray(Report[]::new));

    assertThat(result.events()).hasSizeGreaterThan(10);
    for (EventRecord event : result.events()) {
      Instant anchor =
          chain.stream()
              .filter(report -> report.id().equals(event.anchorReportId()))
              .findFirst()
              .orElseThrow()
              .onset();
      assertThat(chain)
          .filteredOn(report -> event.reportIds().contains(report.id()))
          .allSatisfy(
              report ->
                  assertThat(Duration.between(anchor, report.onset()).abs())
                      .isLessThanOrEqualTo(Duration.ofHours(24)));
    }
  }

  @Test
  void reportsOfOppositeDirections_areNeverAskedAbout() {
    fold.tick("07T16:00", heat("S1", "Kent", "07T09:00"), heat("S2", "Kent", "07T09:00").down());

    assertThat(fold.model().pairs()).isEmpty();
  }

  @Test
  void windowsFurtherApartThanTheGap_areNotAskedAbout() {
    Report early = heat("S1", "Kent", "07T05:00").until("07T06:00");

    fold.tick("07T16:00", early, heat("S2", "Kent", "07T08:15"));
    assertThat(fold.model().pairs()).isEmpty();

    Fold nearer = new Fold();
    nearer.tick("07T16:00", early, heat("S2", "Kent", "07T08:00"));
    assertThat(nearer.model().pairs()).hasSize(1);
  }

  @Test
  void onsetsFurtherApartThanTheSpread_areNotAskedAbout() {
    fold.tick("09T16:00", heat("S1", "Kent", "07T05:00"), heat("S2", "Kent", "08T05:15"));
    assertThat(fold.model().pairs()).isEmpty();

    Fold nearer = new Fold();
    nearer.tick("09T16:00", heat("S1", "Kent", "07T05:00"), heat("S2", "Kent", "08T05:00"));
    assertThat(nearer.model().pairs()).hasSize(1);
  }

  @Test
  void manyReportsOfOneEvent_takeOneQuestionEach() {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      reports.add(heat("S" + i, "Kent", "07T09:00"));
    }

    CohortingResult result = fold.tick("07T16:00", reports.toArray(Report[]::new));

    assertThat(Fold.onlyEvent(result).cohortSize()).isEqualTo(200);
    assertThat(fold.model().asked()).hasSize(199);
  }

  @Test
  void anchor_isTheMemberRaisedFirstNotTheFirstByOnset() {
    Report earlyOnset = heat("S1", "Kent", "07T09:00").raised("07T12:00");
    Report raisedFirst = heat("S2", "Kent", "07T10:00").raised("07T11:00");

    EventRecord event = Fold.onlyEvent(fold.tick("07T16:00", earlyOnset, raisedFirst));

    assertThat(event.anchorReportId()).isEqualTo(raisedFirst.id());
    assertThat(event.eventId()).isEqualTo(Identity.eventId(raisedFirst.id(), raisedFirst.onset()));
  }

  @Test
  void reportThatWouldBecomeTheAnchor_staysOutIfAMemberLiesTooFarFromIt() {
    Report first = heat("S1", "Kent", "01T00:00").raised("03T12:00");
    Report second = heat("S2", "Kent", "01T20:00").raised("03T02:00");
    Report raisedFirst = heat("S3", "Kent", "02T16:00").raised("02T18:00");

    CohortingResult result = fold.tick("04T00:00", first, second, raisedFirst);

    assertThat(Fold.eventOf(result, second)).isEqualTo(Fold.eventOf(result, first));
    assertThat(Fold.eventOf(result, raisedFirst)).isNotEqualTo(Fold.eventOf(result, first));
  }

  @Test
  void totals_areSumsAndSeverityIsWeightedByAbsoluteImpact() {
    CohortingResult result =
        fold.tick(
            "07T16:00",
            heat("S1", "Kent", "07T09:00").weighing(300, 0.8),
            heat("S2", "Kent", "07T09:00").weighing(-100, 0.4),
            heat("S3", "Kent", "07T09:00").weighing(null, 1));

    EventRecord event = Fold.onlyEvent(result);
    assertThat(event.impactEstimate()).hasValue(new BigDecimal("200.00"));
    assertThat(event.severityScore()).isCloseTo(0.7, within(1e-9));
    assertThat(event.attributedSalesTotal()).isEqualByComparingTo("30");
    assertThat(event.baselineSalesTotal()).isEqualByComparingTo("3");
  }

  @Test
  void withoutImpacts_severityIsTheGreatestAndTheCauseTheCommonest() {
    Report rain = heat("S3", "Kent", "07T09:00").of("Rain", "weather", "W");
    CohortingResult result =
        fold.tick(
            "07T16:00",
            heat("S1", "Kent", "07T09:00").weighing(null, 0.8),
            heat("S2", "Kent", "07T09:00").weighing(null, 0.4),
            rain);

    assertThat(Fold.onlyEvent(result).severityScore()).isEqualTo(0.8);
    assertThat(Fold.onlyEvent(result).proposedCause()).isEqualTo("Heatwave");
    assertThat(Fold.onlyEvent(result).impactEstimate()).isEmpty();
  }

  @Test
  void causeOfMostImpact_namesTheEvent() {
    CohortingResult result =
        fold.tick(
            "07T16:00",
            heat("S1", "Kent", "07T09:00").weighing(10, 0.5),
            heat("S2", "Kent", "07T09:00").weighing(10, 0.5),
            heat("S3", "Kent", "07T09:00").of("Rain", "weather", "W").weighing(-500, 0.5));

    assertThat(Fold.onlyEvent(result).cohortName()).isEqualTo("Rain");
  }

  @Test
  void acceptedPair_leavesARowAndSoDoesANarrowRefusal() {
    Report one = heat("S1", "Kent", "07T09:00");
    Report joined = heat("S2", "Kent", "07T09:00");
    Report narrow = Report.at("S3", "Kent", "07T09:00");
    Report far = Report.at("S4", "Wales", "07T09:00");

    CohortingResult result = fold.tick("07T16:00", one, joined, narrow, far);

    assertThat(result.predictions())
        .filteredOn(row -> row.output().orElseThrow().accepted())
        .hasSize(1);
    assertThat(result.predictions())
        .filteredOn(row -> !row.output().orElseThrow().accepted())
        .hasSize(2)
        .allMatch(row -> row.output().orElseThrow().score() == 0.3);
    assertThat(result.calls().get(0).ok()).isEqualTo(fold.model().asked().size());
    assertThat(fold.model().pairs()).doesNotHaveDuplicates();
  }

  @Test
  void question_hasTheSmallerIdFirstAndTheDistance() {
    fold.tick("07T16:00", heat("S1", "Kent", "07T09:00"), heat("S2", "Kent", "07T09:00"));

    CohortQuestion question = fold.model().asked().get(0);
    assertThat(question.one().report().reportId()).isLessThan(question.other().report().reportId());
    assertThat(question.distanceKm()).hasValue(0);
  }

  @Test
  void noModelAnswers_newReportsStandAloneMarkedUntilOneDoes() {
    Report one = heat("S1", "Kent", "07T09:00");
    Report other = heat("S2", "Kent", "07T09:00");

    CohortingResult down = fold.tickWith(ModelRoute.of(new BrokenModel()), "07T16:00", one, other);

    assertThat(down.events()).hasSize(2);
    assertThat(down.cohorted())
        .allSatisfy(row -> assertThat(row.degradedReasons()).containsExactly("MRCH_down"));
    assertThat(down.events())
        .allSatisfy(row -> assertThat(row.degradedReasons()).containsExactly("MRCH_down"));
    assertThat(down.predictions())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.outcome() + row.output()).isEqualTo("rejected" + "Optional.empty"));
    assertThat(down.errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.message())
                    .contains(one.id().value(), other.id().value(), "score"));

    CohortingResult up = fold.tick("07T16:15", one, other);

    assertThat(Fold.eventOf(up, one)).isEqualTo(Fold.eventOf(up, other));
    assertThat(up.cohorted()).allSatisfy(row -> assertThat(row.degradedReasons()).isEmpty());
  }

  @Test
  void noModelAnswers_reportsStayInTheirEvents() {
    Report one = heat("S1", "Kent", "07T09:00");
    Report other = heat("S2", "Kent", "07T09:00");
    CohortingResult up = fold.tick("07T16:00", one, other);

    CohortingResult down = fold.tickWith(ModelRoute.of(new BrokenModel()), "07T16:15", one, other);

    assertThat(Fold.eventOf(down, one)).isEqualTo(Fold.eventOf(up, one));
    assertThat(Fold.eventOf(down, other)).isEqualTo(Fold.eventOf(up, one));
  }

  @Test
  void fallbackAnswers_reportsJoinAndAreMarked() {
    Report one = heat("S1", "Kent", "07T09:00");
    Report other = heat("S2", "Kent", "07T09:00");

    CohortingResult result =
        fold.tickWith(ModelRoute.of(new BrokenModel(), fold.model()), "07T16:00", one, other);

    assertThat(Fold.eventOf(result, one)).isEqualTo(Fold.eventOf(result, other));
    assertThat(result.cohorted())
        .allSatisfy(
            row -> {
              assertThat(row.degradedReasons()).containsExactly("COHORT_fallback");
              assertThat(row.modelVersions()).containsEntry("cohort", "rule@3");
            });
    assertThat(result.predictions())
        .extracting(row -> row.route() + " " + row.outcome())
        .containsExactly("primary rejected", "fallback ok");
  }

  @Test
  void eventIds_areDistinctAndSorted() {
    CohortingResult result =
        fold.tick(
            "07T16:00",
            Report.at("S1", "Kent", "07T09:00"),
            Report.at("S2", "Wales", "07T09:00"),
            Report.at("S3", "Yorkshire", "07T09:00"));

    assertThat(result.events()).extracting(EventRecord::eventId).isSorted();
    List<EventId> carried = result.carry().events().stream().map(e -> e.eventId()).toList();
    assertThat(carried).hasSize(3).isSorted().doesNotHaveDuplicates();
  }

  private static Report heat(String store, String region, String onset) {
    return Report.at(store, region, onset).of("Heatwave", "weather", null);
  }
}
