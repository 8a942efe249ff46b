package org.minorityreport.core.cohorting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.stage.CohortingResult;
import org.minorityreport.api.stage.EventCarry;
import org.minorityreport.api.stage.ReportPair;
import org.minorityreport.core.identity.Identity;

/** Moves, splits and mergers by people are an input of cohorting (spec 4.4). */
class PlacedByPeopleTest {
  private static final AnnotationId ACT = AnnotationId.of("AN-" + "a".repeat(32));

  private final Fold fold = new Fold();
  private final Report one = heat("S1", "07T09:00");
  private final Report two = heat("S2", "07T09:15");
  private final Report three = heat("S3", "07T09:30");

  /** All three are one event, which the first one anchors. */
  private EventId together() {
    return Fold.eventOf(fold.tick("07T11:00", one, two, three), one);
  }

  private static EventId madeFor(Report report) {
    return Identity.eventId(report.id(), ACT);
  }

  /** Catches an index of events by anchor alone, where one of the two would overwrite the other. */
  @Test
  void anchorThatIsMovedToANewEvent_anchorsBothAndTheFirstKeepsItsId() {
    EventId old = together();
    CohortingResult result = fold.put(one, madeFor(one)).tick("07T11:15", one, two, three);

    EventRecord left = Fold.event(result, old);
    assertThat(left.reportIds()).containsExactlyInAnyOrder(two.id(), three.id());
    assertThat(left.anchorReportId()).isEqualTo(one.id());
    EventRecord made = Fold.event(result, madeFor(one));
    assertThat(made.reportIds()).containsExactly(one.id());
    assertThat(made.anchorReportId()).isEqualTo(one.id());
    assertThat(made.createdAt()).isEqualTo("2025-08-07T11:15:00Z");
    assertThat(made.cohortReason()).isEmpty();
    assertThat(Fold.eventOf(result, one)).isEqualTo(madeFor(one));
    assertThat(Fold.eventOf(result, two)).isEqualTo(old);
    assertThat(result.carry().events())
        .extracting(EventCarry::eventId)
        .containsExactlyInAnyOrder(old, madeFor(one));
  }

  /** Catches a fold that makes events anew from the pairs that are left. */
  @Test
  void eventWhoseLinkIsMovedAway_doesNotFallApart() {
    Report kent = Report.at("S1", "Kent", "07T09:00").of("Storm", "weather", "W1");
    Report wales = Report.at("S2", "Wales", "07T09:00").of("Viral", "social", "V1");
    Report bridge = Report.at("S3", "Kent", "07T09:30").of("Storm", "weather", "V1");
    EventId id = Fold.eventOf(fold.tick("07T11:00", kent, wales, bridge), kent);

    CohortingResult result =
        fold.put(bridge, madeFor(bridge)).tick("07T11:15", kent, wales, bridge);

    assertThat(Fold.event(result, id).reportIds()).containsExactlyInAnyOrder(kent.id(), wales.id());
    assertThat(fold.tick("07T11:30", kent, wales, bridge).events()).hasSize(2);
  }

  /** Catches a moved report that is asked about, from either side. */
  @Test
  void movedReport_makesAndTakesNoPairs() {
    EventId old = together();
    fold.put(one, madeFor(one)).tick("07T11:15", one, two, three);
    int asked = fold.model().asked().size();

    Report late = heat("S4", "07T09:45");
    CohortingResult result = fold.tick("07T11:30", one, two, three, late);

    assertThat(Fold.eventOf(result, late)).isEqualTo(old);
    assertThat(fold.model().pairs().subList(asked, fold.model().pairs().size()))
        .isNotEmpty()
        .noneMatch(pair -> pair.one().equals(one.id()) || pair.other().equals(one.id()));
    assertThat(Fold.event(result, madeFor(one)).cohortSize()).isOne();
  }

  /** What is moved in does not make the event grow, but the event's own reports do. */
  @Test
  void reportMovedIntoAnotherEvent_countsThereAndJoinsNothingToIt() {
    Report viral = Report.at("S5", "Wales", "07T09:00").of("Viral", "social", "V1");
    EventId heat = together();
    EventId other = Fold.eventOf(fold.tick("07T11:15", one, two, three, viral), viral);

    CohortingResult moved = fold.put(three, other).tick("07T11:30", one, two, three, viral);
    assertThat(Fold.event(moved, other).reportIds())
        .containsExactlyInAnyOrder(viral.id(), three.id());
    assertThat(Fold.event(moved, other).attributedSalesTotal())
        .isEqualByComparingTo(new BigDecimal(20));
    assertThat(Fold.event(moved, heat).cohortSize()).isEqualTo(2);

    Report alike = heat("S6", "07T09:45");
    Report viral2 = Report.at("S7", "Wales", "07T09:45").of("Viral", "social", "V1");
    CohortingResult later = fold.tick("07T11:45", one, two, three, viral, alike, viral2);
    assertThat(Fold.eventOf(later, alike)).isEqualTo(heat);
    assertThat(Fold.eventOf(later, viral2)).isEqualTo(other);
    assertThat(later.events()).hasSize(2);
  }

  /** A split is several reports put into one event. */
  @Test
  void reportsSplitOff_areOneEvent_withoutBeingAsked() {
    together();
    EventId made = madeFor(two);
    int asked = fold.model().asked().size();

    CohortingResult result = fold.put(two, made).put(three, made).tick("07T11:15", one, two, three);

    assertThat(Fold.event(result, made).reportIds())
        .containsExactlyInAnyOrder(two.id(), three.id());
    assertThat(Fold.event(result, made).anchorReportId()).isEqualTo(two.id());
    assertThat(fold.model().asked()).hasSize(asked);
  }

  /** Catches a stage that says where a report went only when detection speaks of it. */
  @Test
  void movedReportThatHasNothingNew_getsARowOfItsOwn() {
    EventId old = together();
    CohortingResult result = fold.put(three, madeFor(three)).tick("07T11:15");

    assertThat(result.cohorted()).extracting(ReportCohorted::reportId).containsExactly(three.id());
    assertThat(result.cohorted().get(0).writtenAt()).isEqualTo("2025-08-07T11:15:00Z");
    assertThat(Fold.event(result, old).cohortSize()).isEqualTo(2);
    assertThat(fold.tick("07T11:30").cohorted()).isEmpty();
  }

  @Test
  void eventLeftEmpty_isEndedAndSaysWhy_andIsNotCarried() {
    Report alone = heat("S1", "07T09:00");
    EventId old = Fold.eventOf(fold.tick("07T11:00", alone), alone);
    CohortingResult result = fold.put(alone, madeFor(alone)).tick("07T11:15", alone);

    EventRecord left = Fold.event(result, old);
    assertThat(left.eventStatus()).isEqualTo(EventStatus.ENDED);
    assertThat(left.endedAt()).hasValue(Instant.parse("2025-08-07T11:15:00Z"));
    assertThat(left.resolutionReason()).hasValue("emptied");
    assertThat(left.reportIds()).isEmpty();
    assertThat(left.cohortSize()).isZero();
    assertThat(left.attributedSalesTotal()).isZero();
    assertThat(result.carry().events())
        .extracting(EventCarry::eventId)
        .containsExactly(madeFor(alone));
    assertThat(fold.tick("07T11:30", alone).events()).hasSize(1);
  }

  @Test
  void endedEvent_isActiveAgainIfAnOpenReportIsMovedIn() {
    Report ended = Report.at("S5", "Wales", "07T09:00").of("Viral", "social", "V1");
    fold.tick("07T10:00", ended, one);
    EventId old = Fold.eventOf(fold.tick("07T11:00", ended.until("07T10:00"), one), ended);

    CohortingResult result = fold.put(one, old).tick("07T11:15", one);

    assertThat(Fold.event(result, old).eventStatus()).isEqualTo(EventStatus.ACTIVE);
    assertThat(Fold.event(result, old).endedAt()).isEmpty();
  }

  /** Catches a report that stays out of pairs for ever, or a home that is made anew. */
  @Test
  void reportPutBack_isWhereItWas_andIsAskedAboutAgain() {
    EventId old = together();
    fold.put(one, madeFor(one)).tick("07T11:15", one, two, three);
    CohortingResult result = fold.putBack(one, old).tick("07T11:30", one, two, three);

    assertThat(Fold.event(result, old).cohortSize()).isEqualTo(3);
    assertThat(Fold.event(result, madeFor(one)).resolutionReason()).hasValue("emptied");

    Report late = heat("S4", "07T08:45");
    fold.tick("07T11:45", one, two, three, late);
    assertThat(fold.model().pairs()).contains(ReportPair.of(one.id(), late.id()));
  }

  /** It never was in an event: it is placed like a new one. */
  @Test
  void reportPutBackWithoutHome_joinsWhatAgreesWithIt() {
    EventId old = together();
    Report late = heat("S4", "07T09:45");
    fold.put(late, madeFor(late)).tick("07T11:15", one, two, three, late);
    fold.putBack(late, old); // forgotten again below
    CohortingResult result = fold.withoutHomes().tick("07T11:30", one, two, three, late);

    assertThat(Fold.eventOf(result, late)).isEqualTo(old);
  }

  @Test
  void mergedByAPerson_theOtherStaysWhateverItsAge() {
    EventId older = together();
    Report viral = Report.at("S5", "Wales", "07T09:00").of("Viral", "social", "V1");
    EventId younger = Fold.eventOf(fold.tick("07T11:15", one, two, three, viral), viral);

    CohortingResult result = fold.merge(older, younger).tick("07T11:30", one, two, three, viral);

    EventRecord gone = Fold.event(result, older);
    assertThat(gone.mergedInto()).hasValue(younger);
    assertThat(gone.resolutionReason()).hasValue("merged");
    assertThat(gone.reportIds()).hasSize(3);
    assertThat(Fold.event(result, younger).cohortSize()).isEqualTo(4);
    assertThat(result.carry().events()).extracting(EventCarry::eventId).containsExactly(younger);

    Report late = heat("S4", "07T09:45");
    CohortingResult later = fold.tick("07T11:45", one, two, three, viral, late);
    assertThat(Fold.eventOf(later, late)).as("these reports were not moved").isEqualTo(younger);
  }

  /** Catches a merger taken back that takes the reports of the other with it, or none. */
  @Test
  void mergerTakenBack_givesTheEventWhatItHadThen() {
    EventId older = together();
    Report viral = Report.at("S5", "Wales", "07T09:00").of("Viral", "social", "V1");
    fold.tick("07T11:15", one, two, three, viral);
    EventId younger =
        fold.carry().events().stream()
            .map(EventCarry::eventId)
            .filter(id -> !id.equals(older))
            .findFirst()
            .orElseThrow();
    EventCarry before = event(older);
    CohortingResult merged = fold.merge(older, younger).tick("07T11:30", one, two, three, viral);
    Report late = heat("S4", "07T09:45");
    fold.tick("07T11:45", late);

    fold.merge(older, null)
        .recall(
            Fold.event(merged, older), EventCarry.builder().from(before).members(Map.of()).build());
    CohortingResult result = fold.tick("07T12:00");

    assertThat(Fold.event(result, older).reportIds())
        .containsExactlyInAnyOrder(one.id(), two.id(), three.id());
    assertThat(Fold.event(result, older).mergedInto()).isEmpty();
    assertThat(Fold.event(result, older).createdAt()).isEqualTo("2025-08-07T11:00:00Z");
    assertThat(Fold.event(result, younger).reportIds())
        .containsExactlyInAnyOrder(viral.id(), late.id());
    assertThat(result.cohorted())
        .extracting(ReportCohorted::reportId)
        .containsExactlyInAnyOrder(one.id(), two.id(), three.id());
  }

  @Test
  void ringOfMergers_endsAtTheSmallestId() {
    EventId a = together();
    Report viral = Report.at("S5", "Wales", "07T09:00").of("Viral", "social", "V1");
    EventId b = Fold.eventOf(fold.tick("07T11:15", one, two, three, viral), viral);
    EventId smallest = a.compareTo(b) < 0 ? a : b;

    CohortingResult result = fold.merge(a, b).merge(b, a).tick("07T11:30");

    assertThat(Fold.event(result, smallest).cohortSize()).isEqualTo(4);
    assertThat(result.carry().events()).extracting(EventCarry::eventId).containsExactly(smallest);
  }

  @Test
  void reportMovedIntoAMergedEvent_goesToTheOneThatStays() {
    EventId a = together();
    Report viral = Report.at("S5", "Wales", "07T09:00").of("Viral", "social", "V1");
    Report other = Report.at("S6", "Devon", "07T09:00").of("Fair", "retail_event", "F1");
    CohortingResult apart = fold.tick("07T11:15", one, two, three, viral, other);
    EventId b = Fold.eventOf(apart, viral);

    CohortingResult result = fold.merge(a, b).put(other, a).tick("07T11:30", other);

    assertThat(Fold.event(result, b).cohortSize()).isEqualTo(5);
    assertThat(Fold.eventOf(result, other)).isEqualTo(b);
  }

  @Test
  void mergerIntoNothing_doesNotCount() {
    EventId a = together();
    EventId nowhere = EventId.of("ME-" + "0".repeat(32));

    assertThat(fold.merge(a, nowhere).tick("07T11:15").events()).isEmpty();
    assertThat(fold.carry().events()).extracting(EventCarry::eventId).isEqualTo(List.of(a));
  }

  private EventCarry event(EventId id) {
    return fold.carry().events().stream()
        .filter(event -> event.eventId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Report heat(String store, String onset) {
    return Report.at(store, "Kent", onset).of("Heatwave", "weather", null);
  }
}
