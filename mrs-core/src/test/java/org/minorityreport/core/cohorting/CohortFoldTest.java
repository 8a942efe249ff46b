package org.minorityreport.core.cohorting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.stage.CohortCarry;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.CohortingResult;
import org.minorityreport.api.stage.CohortingTask;
import org.minorityreport.api.stage.EventCarry;

/** Events from tick to tick. */
class CohortFoldTest {
  private final Fold fold = new Fold();

  @Test
  void eventJoinedLater_keepsIdAnchorAndCreation() {
    Report first = heat("S1", "Kent", "07T09:00");
    EventId id = Fold.eventOf(fold.tick("07T10:00", first), first);

    Report earlier = heat("S2", "Kent", "07T08:00");
    CohortingResult result = fold.tick("07T11:00", first, earlier);

    EventRecord event = Fold.onlyEvent(result);
    assertThat(event.eventId()).isEqualTo(id);
    assertThat(event.anchorReportId()).isEqualTo(first.id());
    assertThat(event.createdAt()).isEqualTo("2025-08-07T10:00:00Z");
    assertThat(event.cohortSize()).isEqualTo(2);
    assertThat(event.windowStart()).isEqualTo("2025-08-07T08:00:00Z");
  }

  @Test
  void acceptedPair_staysAcceptedWhenTheCauseChanges() {
    Report one = heat("S1", "Kent", "07T09:00");
    Report other = heat("S2", "Kent", "07T09:00");
    fold.tick("07T10:00", one, other);

    CohortingResult result =
        fold.tick("07T11:00", one, other.of("Promotion", "trade_promotion", null));

    EventRecord event = Fold.onlyEvent(result);
    assertThat(event.cohortSize()).isEqualTo(2);
    assertThat(event.cohortReason()).contains("shared_cause");
    assertThat(result.predictions()).isEmpty();
  }

  @Test
  void refusedPair_joinsOnceItAgreesAndTheOlderEventStays() {
    Report old = heat("S1", "Kent", "07T09:00");
    EventId oldId = Fold.eventOf(fold.tick("07T10:00", old), old);
    Report young = Report.at("S2", "Kent", "07T08:00");
    EventId youngId = Fold.eventOf(fold.tick("07T11:00", old, young), young);
    assertThat(youngId).isNotEqualTo(oldId);

    Report agreed = young.of("Heatwave", "weather", null);
    CohortingResult result = fold.tick("07T12:00", old, agreed);

    assertThat(Fold.eventOf(result, agreed)).isEqualTo(oldId);
    assertThat(Fold.event(result, oldId).cohortSize()).isEqualTo(2);
    EventRecord gone = Fold.event(result, youngId);
    assertThat(gone.mergedInto()).hasValue(oldId);
    assertThat(gone.eventStatus()).isEqualTo(EventStatus.ENDED);
    assertThat(gone.resolutionReason()).hasValue("merged");
    assertThat(gone.endedAt()).hasValue(Instant.parse("2025-08-07T12:00:00Z"));
    assertThat(gone.reportIds()).containsExactly(young.id());
    assertThat(result.carry().events()).extracting(EventCarry::eventId).containsExactly(oldId);
    assertThat(fold.tick("07T13:00", old, agreed).events()).hasSize(1);
  }

  @Test
  void newReportBetweenTwoEvents_mergesThemIntoTheOneWrittenFirst() {
    Report south = Report.at("S1", "Kent", "07T09:00").of("Storm", "weather", "W1");
    EventId first = Fold.eventOf(fold.tick("07T10:00", south), south);
    Report north = Report.at("S2", "Wales", "07T09:00").of("Viral", "social", "V1");
    EventId second = Fold.eventOf(fold.tick("07T11:00", south, north), north);

    Report bridge = Report.at("S3", "Kent", "07T09:30").of("Storm", "weather", "V1");
    CohortingResult result = fold.tick("07T12:00", south, north, bridge);

    assertThat(Fold.event(result, first).cohortSize()).isEqualTo(3);
    assertThat(Fold.event(result, second).mergedInto()).hasValue(first);
    assertThat(Fold.event(result, first).cohortConfidence()).isEqualTo(0.7);
  }

  @Test
  void eventsWhoseAnchorsLieFarApart_doNotMergeThoughAPairAgrees() {
    Report a = heat("S1", "Kent", "07T00:00");
    fold.tick("07T01:00", a);
    Report between = heat("S2", "Kent", "07T20:00");
    fold.tick("07T21:00", a, between);
    Report late = heat("S3", "Kent", "08T10:00");
    CohortingResult result = fold.tick("08T11:00", a, between, late);

    assertThat(Fold.eventOf(result, between)).isEqualTo(Fold.eventOf(result, a));
    assertThat(Fold.eventOf(result, late)).isNotEqualTo(Fold.eventOf(result, a));
    assertThat(fold.tick("08T12:00", a, between, late).events()).hasSize(2);
  }

  @Test
  void event_endsWithItsLastReportAndIsActiveAgainWhenOneReopens() {
    Report one = heat("S1", "Kent", "07T09:00");
    Report other = heat("S2", "Kent", "07T09:00");
    fold.tick("07T10:00", one, other);
    CohortingResult half = fold.tick("07T14:00", one.until("07T10:00"), other);
    assertThat(Fold.onlyEvent(half).eventStatus()).isEqualTo(EventStatus.ACTIVE);
    assertThat(Fold.onlyEvent(half).windowEnd()).isEmpty();

    CohortingResult ended = fold.tick("07T15:00", other.until("07T10:30"));
    assertThat(Fold.onlyEvent(ended).eventStatus()).isEqualTo(EventStatus.ENDED);
    assertThat(Fold.onlyEvent(ended).cohortSize()).isEqualTo(2);
    assertThat(Fold.onlyEvent(ended).windowEnd()).hasValue(Instant.parse("2025-08-07T10:30:00Z"));
    assertThat(Fold.onlyEvent(ended).endedAt()).hasValue(Instant.parse("2025-08-07T15:00:00Z"));

    CohortingResult again = fold.tick("07T15:15", other);
    assertThat(Fold.onlyEvent(again).eventStatus()).isEqualTo(EventStatus.ACTIVE);
    assertThat(Fold.onlyEvent(again).endedAt()).isEmpty();
  }

  @Test
  void endedEvent_leavesTheCarryOnceNothingCanJoinIt() {
    Report one = heat("S1", "Kent", "07T09:00");
    fold.tick("07T10:00", one.until("07T10:00"));
    // joinable until 12:00 (gap of 2 h), by reports raised up to 12 steps later
    fold.tick("07T15:00");
    assertThat(fold.carry().events()).hasSize(1);

    fold.tick("07T15:15");
    assertThat(fold.carry().events()).isEmpty();
  }

  @Test
  void activeEvent_staysInTheCarryWithoutBeingReported() {
    fold.tick("07T10:00", heat("S1", "Kent", "07T09:00"));

    CohortingResult quiet = fold.tick("20T10:00");

    assertThat(quiet.events()).isEmpty();
    assertThat(quiet.cohorted()).isEmpty();
    assertThat(fold.carry().events()).hasSize(1);
  }

  @Test
  void narrowRefusal_isLoggedOnceHoweverOftenItIsAsked() {
    Report one = heat("S1", "Kent", "07T09:00");
    Report other = Report.at("S2", "Kent", "07T09:00");

    assertThat(fold.tick("07T10:00", one, other).predictions()).hasSize(1);
    assertThat(fold.carry().loggedRefusals()).hasSize(1);
    assertThat(fold.tick("07T10:15", one, other).predictions()).isEmpty();
    assertThat(fold.model().asked()).hasSize(2);

    fold.tick("07T11:00", one.until("07T10:00"), other.until("07T10:00"));
    fold.tick("08T11:00");
    assertThat(fold.carry().loggedRefusals()).isEmpty();
  }

  @Test
  void reportThatTurnsIntoADrop_takesItsLoneEventWithIt() {
    Report one = heat("S1", "Kent", "07T09:00");
    fold.tick("07T10:00", one);

    CohortingResult result =
        fold.tick("07T11:00", one.down(), heat("S2", "Kent", "07T09:00").down());

    assertThat(Fold.onlyEvent(result).cohortSize()).isEqualTo(2);
    assertThat(Fold.onlyEvent(result).direction().sign()).isNegative();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void result_dependsOnNoOrder(@ForAll("worlds") List<Report> world, @ForAll long seed) {
    List<Report> distinct = world.stream().distinct().toList();
    Fold ordered = new Fold();
    Report[] early =
        distinct.stream()
            .filter(it -> it.onset().isBefore(Instant.parse("2025-08-08T12:00:00Z")))
            .toArray(Report[]::new);
    ordered.tick("08T13:00", early);
    CohortingTask task = ordered.task("10T12:00", distinct.toArray(Report[]::new));

    CohortingTask mixed = shuffled(task, seed);

    assertThat(new Cohorting().join(mixed, new RuleModel()))
        .isEqualTo(new Cohorting().join(task, new RuleModel()));
  }

  /** Catches moves that are applied in the order of the carry or of the task. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void result_dependsOnNoOrder_whateverPeopleMovedAndMerged(
      @ForAll("worlds") List<Report> world,
      @ForAll long seed,
      @ForAll("choices") List<Integer> to) {
    Fold ordered = new Fold();
    Report[] all = world.stream().distinct().toArray(Report[]::new);
    ordered.tick("10T12:00", all);
    List<EventCarry> events = ordered.carry().events();
    if (events.isEmpty()) {
      return;
    }
    for (int i = 0; i < to.size(); i++) {
      EventId event = events.get(to.get(i) % events.size()).eventId();
      if (i % 3 == 2) {
        ordered.merge(event, events.get(i % events.size()).eventId());
      } else {
        ordered.put(all[i % all.length], event);
      }
    }
    CohortingTask task = ordered.task("10T12:15", all);

    assertThat(new Cohorting().join(shuffled(task, seed), new RuleModel()))
        .isEqualTo(new Cohorting().join(task, new RuleModel()));
  }

  @Provide
  Arbitrary<List<Integer>> choices() {
    return Arbitraries.integers().between(0, 100).list().ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void everyReport_isInOneEventNotFurtherFromItsAnchorThanTheSpread(
      @ForAll("worlds") List<Report> world) {
    List<Report> distinct = world.stream().distinct().toList();

    CohortingResult result = fold().tick("10T12:00", distinct.toArray(Report[]::new));

    List<String> placed = new ArrayList<>();
    result.events().forEach(event -> event.reportIds().forEach(id -> placed.add(id.value())));
    assertThat(placed)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            distinct.stream().map(report -> report.id().value()).toList());
    assertThat(result.cohorted()).hasSameSizeAs(distinct);
    Map<ReportId, Instant> onsets =
        distinct.stream().collect(Collectors.toMap(Report::id, Report::onset));
    for (EventRecord event : result.events()) {
      Instant anchor = onsets.get(event.anchorReportId());
      assertThat(event.reportIds())
          .extracting(onsets::get)
          .allMatch(
              onset -> Duration.between(onset, anchor).abs().compareTo(Duration.ofHours(24)) <= 0);
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void sameTickAgain_changesNothing(@ForAll("worlds") List<Report> world) {
    Report[] reports = world.stream().distinct().toArray(Report[]::new);
    CohortingTask task = fold().task("10T12:00", reports);

    CohortingResult once = new Cohorting().join(task, new RuleModel());
    CohortingResult twice = new Cohorting().join(task, new RuleModel());

    assertThat(twice).isEqualTo(once);
  }

  @Provide
  Arbitrary<List<Report>> worlds() {
    Arbitrary<Integer> stores = Arbitraries.integers().between(1, 12);
    Arbitrary<Integer> quarters = Arbitraries.integers().between(0, 250);
    Arbitrary<Integer> lengths = Arbitraries.integers().between(0, 40);
    Arbitrary<String> regions = Arbitraries.of("Kent", "Wales");
    Arbitrary<String> causes = Arbitraries.of("Heatwave", "Viral", "unknown");
    return Combinators.combine(stores, quarters, lengths, regions, causes)
        .as(CohortFoldTest::report)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25)
        .uniqueElements(Report::id);
  }

  private static Report report(int store, int quarter, int length, String region, String cause) {
    Instant onset = Instant.parse("2025-08-07T00:00:00Z").plusSeconds(quarter * 900L);
    Report report =
        Report.at("S" + store, region, "07T00:00")
            .shifted(onset)
            .raised(onset.plusSeconds(store * 14_400L))
            .of(cause, cause.equals("unknown") ? "unknown" : cause + "-category", null);
    return length == 0 ? report : report.ended(onset.plusSeconds(length * 900L));
  }

  private static CohortingTask shuffled(CohortingTask task, long seed) {
    List<CohortMember> reports = new ArrayList<>(task.reports());
    shuffle(reports, seed);
    List<EventCarry> events = new ArrayList<>(task.carry().events());
    shuffle(events, seed);
    return CohortingTask.builder()
        .from(task)
        .reports(reports)
        .carry(CohortCarry.builder().from(task.carry()).events(events).build())
        .build();
  }

  private static void shuffle(List<?> list, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = list.size() - 1; i > 0; i--) {
      Collections.swap(list, i, random.nextInt(i + 1));
    }
  }

  private static Fold fold() {
    return new Fold();
  }

  private static Report heat(String store, String region, String onset) {
    return Report.at(store, region, onset).of("Heatwave", "weather", null);
  }
}
