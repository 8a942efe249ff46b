package org.minorityreport.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.alert.AlertLevel;
import org.minorityreport.api.alert.AlertMeasure;
import org.minorityreport.api.alert.Subscription;
import org.minorityreport.api.alert.SubscriptionTerms;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.NotificationRecord;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.review.Actor;
import org.minorityreport.core.identity.Identity;

class AlertPlanTest {
  private static final String ONSET = "2025-08-07T08:00:00Z";
  private static final String TICK = "2025-08-07T09:00:00Z";

  private Desk desk =
      new Desk(
          new AlertOptions(
              (subscriber, channel) -> Optional.empty(),
              Optional.of(URI.create("https://mrs.example/app")),
              Map.of(),
              AlertPlanTest.class.getClassLoader(),
              Desk.limits(Duration.ofSeconds(20))));

  @AfterEach
  void close() {
    desk.close();
  }

  private ReportId report(String at, double severity) {
    return desk.book.report(at, ONSET, TICK, severity);
  }

  private void grows(String at, String tick, double severity) {
    desk.book.report(
        at, ONSET, TICK, b -> b.writtenAt(Instant.parse(tick)).severityScore(severity));
  }

  @Test
  void report_isToldOnceAndAgainWhenItEscalates() {
    desk.severe().subscribe("s", t -> t.addSubscribers("ann"));
    ReportId report = report("a", 0.4);

    assertThat(desk.round()).containsExactly("delivered notice to ann");
    assertThat(desk.round()).isEmpty();
    grows("a", "2025-08-07T10:00:00Z", 0.7);
    assertThat(desk.round()).containsExactly("delivered warning to ann");
    grows("a", "2025-08-07T11:00:00Z", 0.5);
    assertThat(desk.round()).as("less is no news").isEmpty();
    grows("a", "2025-08-07T12:00:00Z", 0.7);
    assertThat(desk.round()).as("nor is the same again").isEmpty();

    NotificationRecord row = desk.alerts.notifications().get(0);
    assertThat(row.subject()).isEqualTo(report.value());
    assertThat(row.triggerCondition()).isEqualTo("report_severity is 0.4, notice from 0.3");
    assertThat(row.link())
        .contains("https://mrs.example/app/reports/" + report + "?position=" + row.position());
    assertThat(row.notificationId())
        .isEqualTo(
            Identity.notificationId(List.of(report.value(), "severe@1", "notice", "ann", "inbox")));
  }

  /** Changing a rule must not tell everybody everything once more. */
  @Test
  void newVersionOfRule_tellsOnlyWhatIsHigher() {
    desk.severe().subscribe("s", t -> t.addSubscribers("ann"));
    report("a", 0.7);
    desk.round();
    desk.rule(
        "severe", "2", AlertMeasure.REPORT_SEVERITY, Map.of(AlertLevel.WARNING, "0.5"), b -> b);

    assertThat(desk.round()).isEmpty();
  }

  @Test
  void suppressedReport_givesOneRowAndNoAlertUntilItIsNotSuppressedAnyMore() {
    desk.severe().subscribe("s", t -> t.addSubscribers("ann"));
    desk.book.report("a", ONSET, TICK, b -> b.severityScore(0.7).suppressedBy("too_short@1"));

    assertThat(desk.round()).containsExactly("suppressed warning to ann");
    assertThat(desk.alerts.notifications().get(0).message()).contains("too_short@1");
    assertThat(desk.round()).isEmpty();
    assertThat(desk.alerts.inbox("ann")).isEmpty();
    grows("a", "2025-08-07T10:00:00Z", 0.7);
    assertThat(desk.round()).containsExactly("delivered warning to ann");
  }

  @Test
  void scope_isThatOfPlaceAndCategory() {
    desk.book.store("a", "Corner", "north");
    desk.book.store("b", "Corner", "south");
    desk.severe()
        .subscribe("n", t -> t.addSubscribers("ann").addRegions("north"))
        .subscribe(
            "w", t -> t.addSubscribers("bob").addRetailers("Corner").addCategories("weather"))
        .subscribe("u", t -> t.addSubscribers("cy").fromLevel(AlertLevel.URGENT))
        .subscribe("o", t -> t.addSubscribers("dee").addRules("other"));
    report("a", 0.7);
    report("b", 0.7);
    desk.book.attributed("b", ONSET, TICK, "heat", "weather");

    assertThat(desk.round())
        .containsExactlyInAnyOrder("delivered warning to ann", "delivered warning to bob");
  }

  @Test
  void eventRule_isAboutTheEventAndLeavesSuppressedOnesOut() {
    desk.rule("big", AlertMeasure.EVENT_IMPACT, Map.of(AlertLevel.WARNING, "40"))
        .subscribe("s", t -> t.addSubscribers("ann"));
    ReportId one = report("a", 0.2);
    desk.book.cohorted("a", ONSET, TICK, one);
    ReportId two = desk.book.report("b", ONSET, TICK, b -> b.suppressedBy("too_short@1"));
    desk.book.cohorted("b", ONSET, TICK, two);

    assertThat(desk.round())
        .containsExactlyInAnyOrder("delivered warning to ann", "suppressed warning to ann");
    assertThat(desk.alerts.inbox("ann").get(0).subject())
        .isEqualTo(Identity.eventId(one, Instant.parse(ONSET)).value());
  }

  @Test
  void health_isToldOnceADayToThoseWithoutScope() {
    desk.rule(
            "stages",
            "1",
            AlertMeasure.HEALTH,
            Map.of(AlertLevel.WARNING, "1"),
            b -> b.reading("troubles"))
        .subscribe("s", t -> t.addSubscribers("ann"))
        .subscribe("n", t -> t.addSubscribers("bob").addRegions("north"));
    desk.book.stage("detection", "2025-08-07T09:00:00Z", StageOutcome.FAILED);

    assertThat(desk.round()).containsExactly("delivered warning to ann");
    assertThat(desk.alerts.notifications().get(0).subject()).isEqualTo("stage_runs_log 2025-08-07");
    desk.book.stage("detection", "2025-08-07T10:00:00Z", StageOutcome.FAILED);
    assertThat(desk.round()).isEmpty();
    desk.book.stage("detection", "2025-08-08T10:00:00Z", StageOutcome.FAILED);
    assertThat(desk.round()).containsExactly("delivered warning to ann");
  }

  @Test
  void oldReport_isNotToldByANewRule() {
    desk.subscribe("s", t -> t.addSubscribers("ann"));
    desk.book.report(
        "a",
        "2025-08-06T08:00:00Z",
        "2025-08-06T09:00:00Z",
        b -> b.severityScore(0.7).windowEnd(Instant.parse("2025-08-06T09:00:00Z")));
    desk.severe();

    assertThat(desk.round()).isEmpty();
  }

  @Test
  void urgentAlert_goesOnOncePerStepUntilAcknowledged() {
    desk.severe()
        .subscribe(
            "s",
            t -> t.addSubscribers("ann", "bob", "cy").acknowledgeWithin(Duration.ofMinutes(15)));
    report("a", 0.95);

    assertThat(desk.round()).containsExactly("delivered urgent to ann");
    assertThat(desk.later(Duration.ofMinutes(14)).round()).isEmpty();
    assertThat(desk.later(Duration.ofMinutes(1)).round())
        .containsExactly("escalated urgent to ann", "delivered urgent to bob");
    assertThat(desk.round()).isEmpty();
    desk.alerts.acknowledge("bob", desk.alerts.inbox("bob").get(0).notificationId().value());
    assertThat(desk.later(Duration.ofHours(9)).round()).isEmpty();
    assertThat(desk.alerts.inbox("bob").get(0).acknowledged()).isTrue();
  }

  @Test
  void snoozedOrDecidedAlert_doesNotGoOn() {
    desk.severe()
        .subscribe(
            "s", t -> t.addSubscribers("ann", "bob").acknowledgeWithin(Duration.ofMinutes(15)));
    ReportId report = report("a", 0.95);
    desk.round();
    String id = desk.alerts.inbox("ann").get(0).notificationId().value();
    desk.alerts.snooze("ann", id, desk.book.clock.plus(Duration.ofHours(1)));

    assertThat(desk.alerts.inbox("ann").get(0).snoozedUntil()).isPresent();
    assertThat(desk.later(Duration.ofMinutes(70)).round()).isEmpty();
    assertThat(desk.alerts.inbox("ann").get(0).snoozedUntil()).isEmpty();
    AnnotationId act = desk.book.act(report, "approve", "eve", b -> b);
    desk.book.decided("a", ONSET, "approved", Optional.of("heat"), act);
    assertThat(desk.later(Duration.ofMinutes(70)).round()).isEmpty();
  }

  @Test
  void digest_waitsForItsHourAndComesOnceADay() {
    desk.severe()
        .subscribe("s", t -> t.addSubscribers("ann").digestHour(8).timeZone("Europe/London"));
    report("a", 0.4);
    report("b", 0.7);
    report("c", 0.95);

    assertThat(desk.round()).as("urgent at once").containsExactly("delivered urgent to ann");
    desk.book.clock = Instant.parse("2025-08-07T06:59:59Z");
    assertThat(desk.round()).isEmpty();
    desk.book.clock = Instant.parse("2025-08-07T07:10:00Z");
    assertThat(desk.round())
        .containsExactlyInAnyOrder("delivered notice to ann", "delivered warning to ann");
    report("d", 0.4);
    desk.book.clock = Instant.parse("2025-08-07T07:50:00Z");
    assertThat(desk.round()).isEmpty();
    desk.book.clock = Instant.parse("2025-08-08T07:50:00Z");
    assertThat(desk.round()).containsExactly("delivered notice to ann");
  }

  @Test
  void digest_thatMissedItsHour_comesWithTheNextRound_andNotForWhatCameLater() {
    desk.severe().subscribe("s", t -> t.addSubscribers("ann").digestHour(10));
    report("a", 0.4);
    desk.book.clock = Instant.parse("2025-08-07T12:10:00Z");

    assertThat(desk.round()).containsExactly("delivered notice to ann");

    desk.book.tick("2025-08-07T13:00:00Z");
    desk.book.report("b", "2025-08-07T12:00:00Z", "2025-08-07T13:00:00Z", 0.7);
    desk.book.clock = Instant.parse("2025-08-07T13:10:00Z");
    assertThat(desk.round()).as("waits for its hour").isEmpty();
    desk.book.clock = Instant.parse("2025-08-08T11:10:00Z");
    assertThat(desk.round()).as("missed again").containsExactly("delivered warning to ann");
  }

  @Test
  void digest_thatMissedItsHour_isNotTheOccasionForAHigherLevelOfWhatWasTold() {
    desk.severe().subscribe("s", t -> t.addSubscribers("ann").digestHour(8));
    report("a", 0.4);
    desk.book.clock = Instant.parse("2025-08-07T08:10:00Z");
    assertThat(desk.round()).containsExactly("delivered notice to ann");

    desk.book.clock = Instant.parse("2025-08-08T10:00:00Z");
    grows("a", "2025-08-08T09:30:00Z", 0.7);
    assertThat(desk.round()).isEmpty();
    desk.book.clock = Instant.parse("2025-08-09T08:00:00Z");
    assertThat(desk.round()).containsExactly("delivered warning to ann");
  }

  @Test
  void readAndForeignAlerts_areKeptApart() {
    desk.severe().subscribe("s", t -> t.addSubscribers("ann"));
    report("a", 0.4);
    desk.round();
    String id = desk.alerts.inbox("ann").get(0).notificationId().value();

    assertThatThrownBy(() -> desk.alerts.read("bob", id))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'bob' was not told");
    desk.alerts.read("ann", id);
    desk.alerts.read("ann", id);
    assertThat(desk.alerts.inbox("ann").get(0).read()).isTrue();
    assertThat(desk.alerts.notifications()).hasSize(2);
  }

  @Test
  void settings_areForThoseWhoMay() {
    Subscription own =
        Subscription.builder()
            .name("mine")
            .version("1")
            .terms(SubscriptionTerms.builder().addSubscribers("vic").addChannels("inbox").build())
            .build();
    AlertRules rules = desk.alerts.rules();

    rules.set(own, Actor.of("vic", Role.VIEWER), Desk.BEGIN, null, desk.book.clock);
    assertThat(rules.subscriptions()).hasSize(1);
    for (Actor other : new Actor[] {Actor.of("vic"), Actor.of("wim", Role.DATA_SCIENTIST)}) {
      assertThatThrownBy(() -> rules.set(own, other, Desk.BEGIN, null, desk.book.clock))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("needs role admin");
    }
    assertThatThrownBy(
            () ->
                rules.set(
                    Subscription.builder()
                        .from(own)
                        .terms(SubscriptionTerms.builder().from(own.terms()).digestHour(3).build())
                        .build(),
                    Actor.of("vic", Role.VIEWER),
                    Desk.BEGIN,
                    null,
                    desk.book.clock))
        .hasMessageContaining("give another version");
    assertThat(rules.subscriptions()).hasSize(1);
  }
}
