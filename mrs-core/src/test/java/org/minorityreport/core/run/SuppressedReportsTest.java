package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.stage.KnownEvent;
import org.minorityreport.api.stage.SuppressionConditions;
import org.minorityreport.api.stage.SuppressionRule;
import org.minorityreport.api.stage.TimeOfWeek;
import org.minorityreport.core.decision.SuppressionRules;

/** Suppression rules (spec 4.10): what they hide is detected, logged and hydrated all the same. */
class SuppressedReportsTest {
  private static final Actor ANN = Actor.of("ann", Role.ADMIN);
  private final OutageWorld world = new OutageWorld();
  private final SuppressionRules rules = new SuppressionRules(world.logs, OutageWorld.RUN);

  @AfterEach
  void close() {
    world.close();
  }

  static Stream<Arguments> conditions() {
    TimeOfWeek tuesday =
        TimeOfWeek.builder()
            .day(DayOfWeek.TUESDAY)
            .start(LocalTime.of(10, 0))
            .end(LocalTime.of(11, 0))
            .build();
    TimeOfWeek wednesday = TimeOfWeek.builder().day(DayOfWeek.WEDNESDAY).build();
    KnownEvent test =
        KnownEvent.builder()
            .name("delivery test")
            .start(OutageWorld.at(10))
            .end(OutageWorld.at(11))
            .build();
    KnownEvent later =
        KnownEvent.builder().from(test).start(OutageWorld.at(10).plusMillis(1)).build();
    return Stream.of(
        when("severity above", true, c -> c.minimumSeverity(1)),
        when("severity below", false, c -> c.minimumSeverity(0.01)),
        when("no impact is known", false, c -> c.minimumImpact(new BigDecimal("1000000.00"))),
        when("too brief", true, c -> c.minimumDuration(Duration.ofHours(9))),
        when("long enough", false, c -> c.minimumDuration(Duration.ofHours(8))),
        when("its direction", true, c -> c.direction(Direction.UPLIFT)),
        when("the other direction", false, c -> c.direction(Direction.DROP)),
        when("its time of week", true, c -> c.addTimesOfWeek(wednesday, tuesday)),
        when("another time of week", false, c -> c.addTimesOfWeek(wednesday)),
        when("its store", true, c -> c.addStoreIds(StoreId.of("S1"))),
        when("another store", false, c -> c.addStoreIds(StoreId.of("S2"))),
        when("its product", true, c -> c.addSkus(Sku.of("cola"), Sku.of("tea"))),
        when("another product", false, c -> c.addSkus(Sku.of("tea"))),
        when("a known event", true, c -> c.addKnownEvents(later, test)),
        when("after a known event began", false, c -> c.addKnownEvents(later)),
        when(
            "a scope that fits and a minimum that is met",
            false,
            c -> c.addStoreIds(StoreId.of("S1")).minimumSeverity(0.01)),
        when(
            "one minimum of two that is missed",
            true,
            c -> c.minimumSeverity(0.01).minimumDuration(Duration.ofHours(9))));
  }

  private static Arguments when(
      String what, boolean suppresses, UnaryOperator<SuppressionConditions.Builder> conditions) {
    SuppressionConditions.Builder builder = SuppressionConditions.builder();
    return Arguments.of(what, suppresses, conditions.apply(builder).build());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("conditions")
  void rule_suppressesWhatItsConditionsFit(
      String what, boolean suppresses, SuppressionConditions conditions) {
    rules.set(rule("1", conditions), ANN, OutageWorld.at(0), null, OutageWorld.at(0));
    world.ticks(9, 22);

    assertThat(world.report("S1").suppressedBy().isPresent()).as(what).isEqualTo(suppresses);
  }

  @Test
  void ruleOfSomebodyWhoIsNoAdmin_isRefusedAndLeavesNothing() {
    long head = world.logs.head().value();
    Actor scientist = Actor.of("sam", Role.DATA_SCIENTIST);

    assertThatThrownBy(
            () ->
                rules.set(
                    rule("1", ofStore("S1")),
                    scientist,
                    OutageWorld.at(0),
                    null,
                    OutageWorld.at(0)))
        .isInstanceOf(ActRefusedException.class)
        .hasMessageContaining("'sam' (data_scientist) may not set the suppression rule 'quiet'")
        .hasMessageContaining("needed: admin");
    assertThat(world.logs.head().value()).isEqualTo(head);
  }

  @Test
  void suppressedReport_isDetectedLoggedAndHydratedAndNamesTheRuleAndItsVersion() {
    rules.set(rule("7", ofStore("S1")), ANN, OutageWorld.at(0), null, OutageWorld.at(0));
    world.ticks(9, 23);

    assertThat(world.report("S1").suppressedBy()).contains("quiet@7");
    assertThat(world.report("S2").suppressedBy()).isEmpty();
    assertThat(world.rows(Logs.REPORTS_DETECTED, 15)).hasSize(2);
    assertThat(world.rows(Logs.REPORTS_COHORTED, 15))
        .extracting(row -> row.suppressedBy().orElse("-"))
        .containsExactlyInAnyOrder("quiet@7", "-");
    assertThat(world.report("S2").reportGroupId()).isEqualTo(world.report("S1").reportGroupId());
  }

  @Test
  void rule_holdsFromItsBeginningToItsEndAndANewVersionReplacesIt() {
    rules.set(
        rule("1", ofStore("S1")), ANN, OutageWorld.at(13), OutageWorld.at(20), OutageWorld.at(0));
    world.ticks(9, 12);
    assertThat(world.report("S1").suppressedBy()).isEmpty();
    world.ticks(13, 13);
    assertThat(world.report("S1").suppressedBy()).contains("quiet@1");
    rules.set(rule("2", ofStore("S2")), ANN, OutageWorld.at(15), null, OutageWorld.at(1));
    world.ticks(14, 14);
    assertThat(world.report("S1").suppressedBy()).contains("quiet@1");
    world.ticks(15, 15);
    assertThat(world.report("S1").suppressedBy()).isEmpty();
    assertThat(world.report("S2").suppressedBy()).contains("quiet@2");
  }

  /** A rule that is set later changes nothing of a tick that was run before. */
  @Test
  void ticksRunAgain_keepTheRulesThatTheySaw() {
    world.ticks(9, 15);
    rules.set(rule("1", ofStore("S1")), ANN, OutageWorld.at(0), null, OutageWorld.at(0));
    long head = world.logs.head().value();

    world.restart();
    world.ticks(9, 15);
    assertThat(world.logs.head().value()).isEqualTo(head);

    world.ticks(16, 16);
    assertThat(world.report("S1").suppressedBy()).contains("quiet@1");
    assertThat(world.stageRun("detection", 16).editsSeen()).containsEntry("settings_log", 2L);
  }

  @Test
  void versionThatSaysSomethingElse_isRefused() {
    rules.set(rule("1", ofStore("S1")), ANN, OutageWorld.at(0), null, OutageWorld.at(0));

    assertThatThrownBy(
            () ->
                rules.set(
                    rule("1", ofStore("S2")), ANN, OutageWorld.at(0), null, OutageWorld.at(1)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("version 1 of suppression_rule 'quiet' says")
        .hasMessageContaining("give another version");
    assertThatThrownBy(
            () ->
                rules.set(
                    SuppressionRule.builder()
                        .from(rule("1", ofStore("S1")))
                        .name("too_short")
                        .build(),
                    ANN,
                    OutageWorld.at(0),
                    null,
                    OutageWorld.at(1)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("built-in");
  }

  private static SuppressionConditions ofStore(String store) {
    return SuppressionConditions.builder().addStoreIds(StoreId.of(store)).build();
  }

  private static SuppressionRule rule(String version, SuppressionConditions conditions) {
    return SuppressionRule.builder().name("quiet").version(version).conditions(conditions).build();
  }
}
