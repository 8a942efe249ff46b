package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.minorityreport.testkit.ReviewedWorld.ANN;
import static org.minorityreport.testkit.ReviewedWorld.BOB;
import static org.minorityreport.testkit.ReviewedWorld.DEE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Inputs;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.provenance.Inheritance;
import org.minorityreport.api.record.RunStarted;
import org.minorityreport.api.rehearsal.Rehearsal;
import org.minorityreport.api.rehearsal.RunComparison;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.review.Done;
import org.minorityreport.api.review.ReviewCommand;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReviewState;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.json.LogCodec;

/** A run that begins with the decisions of another one (spec 7.8). */
class InheritedDecisionsTest {
  private static final List<Instant> TICKS = SmallWorld.ticks();

  private final ReviewedWorld world = new ReviewedWorld();
  private final MinorityReport approved = world.proposed();
  private final MinorityEvent event = world.event();

  @AfterEach
  void close() {
    world.close();
  }

  private Mrs.Builder run(String name, Inputs inputs) {
    return Mrs.builder()
        .logs(world.logs)
        .inputs(inputs)
        .run(name)
        .clock(SmallWorld.CLOCK)
        .threads(2);
  }

  private Mrs child(String name, String parent) {
    return run(name, new SmallWorld().tables()).parent(parent).build();
  }

  private Done act(Actor actor, ReviewCommand.Builder command) {
    return world.mrs.review().act(actor, command.build());
  }

  private static String id(MinorityReport report) {
    return report.reportId().value();
  }

  private void decide() {
    act(ANN, Commands.approve(id(approved)));
    act(
        DEE,
        Commands.edit(event.eventId().value()).cause("Street party").causeCategory("retail_event"));
    List<MinorityReport> others =
        world.mrs.reports().all().stream()
            .filter(r -> !r.reportId().equals(approved.reportId()))
            .filter(r -> !event.reportIds().contains(r.reportId()))
            .toList();
    act(BOB, Commands.dismiss(id(others.get(0)), "noise"));
    act(DEE, Commands.move(follower().value(), "new"));
    world.mrs.review().record(ANN, party(others.get(1)));
  }

  /** A report of the event that did not give it its id. */
  private ReportId follower() {
    return event.reportIds().stream()
        .filter(report -> !event.anchorReportId().equals(Optional.of(report)))
        .findFirst()
        .orElseThrow();
  }

  private static ContextEvent.Builder party(MinorityReport near) {
    return ContextEvent.builder()
        .category("weather")
        .name("Hailstorm")
        .start(near.windowStart())
        .end(near.windowStart().plusSeconds(7200))
        .addStoreIds(near.storeId())
        .source("a phone call");
  }

  /** What a person decided or did about a report, as views show it. */
  private static Map<String, List<Object>> decided(Mrs mrs) {
    Map<String, List<Object>> decided = new TreeMap<>();
    for (MinorityReport report : mrs.reports().all()) {
      decided.put(
          id(report),
          List.of(
              report.finalDecision(),
              report.finalCause(),
              report.finalCauseCategory(),
              report.finalConfidence(),
              report.annotationId(),
              report.decidedBy(),
              report.decisionLevel(),
              report.reviewState(),
              report.reportGroupId()));
    }
    return decided;
  }

  /**
   * Catches acts that count at once or not at all, an approval whose cause is not the one that was
   * shown in the parent, and moves that are forgotten.
   */
  @Test
  void decisionsOfTheParent_holdInARunOverTheSameData_asTheyHoldThere() {
    decide();
    try (Mrs second = child("second", "main")) {
      TICKS.forEach(second::tick);

      assertThat(decided(second)).isEqualTo(decided(world.mrs));
      MinorityReport mine = second.reports().get(id(approved));
      assertThat(mine.finalCause()).isEqualTo(approved.proposedCause()).isPresent();
      assertThat(mine.reviewState()).isEqualTo(ReviewState.APPROVED);
      assertThat(second.feed().assessments()).isNotEmpty();
      assertThat(second.audit().trail(id(approved)).toString()).contains("ann");
      assertThat(second.audit().explain(id(approved), "final_cause").toString())
          .contains("minority_reports_finalised_log");
      Inheritance inherited = second.audit().inheritance().orElseThrow();
      assertThat(inherited.acts()).isEqualTo(4);
      assertThat(inherited.withoutTarget()).isEmpty();
    }
    RunStarted row = started("second");
    assertThat(row.parent()).hasValue(RunId.of("main"));
    assertThat(row.parentCut().orElseThrow().rows("user_edits_log")).isEqualTo(3);
    assertThat(row.parentCut().orElseThrow().rows("contextual_events_human_log")).isOne();
    assertThat(world.logs.count(Logs.USER_EDITS, RunId.of("second"), world.logs.head()))
        .as("nothing is copied")
        .isZero();
    assertThat(world.mrs.audit().inheritance()).isEmpty();
  }

  private RunStarted started(String run) {
    List<RunStarted> rows = new ArrayList<>();
    world.logs.read(
        Logs.RUNS,
        RunId.of(run),
        CommitPosition.START,
        world.logs.head(),
        row -> rows.add(LogCodec.read(Logs.RUNS, row)));
    return rows.get(0);
  }

  /** Catches a process that goes on without the parent, and a replay that sees other people. */
  @Test
  void runGoesOnWithItsParent_whateverProcessRunsIt_andIsMadeAgainTheSame() {
    decide();
    for (Instant tick : TICKS) {
      Mrs.Builder builder = run("second", new SmallWorld().tables());
      if (tick.equals(TICKS.get(0))) {
        builder.parent("main");
      }
      try (Mrs second = builder.build()) {
        second.tick(tick);
      }
    }
    try (Mrs second = run("second", new SmallWorld().tables()).build()) {
      assertThat(decided(second)).isEqualTo(decided(world.mrs));
      Rehearsal again = second.audit().rehearse((tick, done, all) -> {});
      assertThat(again.logs())
          .isNotEmpty()
          .allSatisfy(
              log ->
                  assertThat(log.missing() + log.extra() + log.different()).as(log.log()).isZero());
      RunComparison runs = world.mrs.audit().compare(SmallWorld.RUN, RunId.of("second"));
      assertThat(runs.onlyInA()).isEmpty();
      assertThat(runs.onlyInB()).isEmpty();
    }
  }

  /** Catches a cut that moves. */
  @Test
  void whatPeopleDoLater_isOfTheRunTheyDoItIn() {
    decide();
    try (Mrs second = child("second", "main")) {
      TICKS.forEach(second::tick);
      act(BOB, Commands.dismiss(id(approved), "noise").insist(true));
      assertThat(second.reports().get(id(approved)).finalDecision()).hasValue("approved");

      Done back =
          second
              .review()
              .act(
                  ANN,
                  Commands.revert(
                          id(approved),
                          second.reports().get(id(approved)).annotationId().orElseThrow())
                      .build());

      assertThat(back.row().runId()).isEqualTo(RunId.of("second"));
      assertThat(second.reports().get(id(approved)).finalDecision()).isEmpty();
      assertThat(world.again(approved).finalDecision()).hasValue("dismissed");
    }
    try (Mrs third = child("third", "second")) {
      TICKS.forEach(third::tick);
      MinorityReport mine = third.reports().get(id(approved));
      assertThat(mine.finalDecision()).as("taken back in its parent").isEmpty();
      assertThat(third.reports().get(event.anchorReportId().orElseThrow().value()).finalCause())
          .as("decided in the parent of its parent")
          .hasValue("Street party");
    }
  }

  @Test
  void stateOfTheParent_mayBeAPastOne() {
    act(ANN, Commands.approve(id(approved)));
    world.mrs.tag("monday", "before the quarrel");
    act(BOB, Commands.dismiss(id(approved), "noise").insist(true));
    try (Mrs second =
        run("second", new SmallWorld().tables()).parent("main", AsOf.atTag("monday")).build()) {
      TICKS.forEach(second::tick);
      assertThat(second.reports().get(id(approved)).finalDecision()).hasValue("approved");
      assertThat(second.audit().inheritance().orElseThrow().acts()).isOne();
    }
  }

  /** The report of the one store is not raised: what it sold is not known any more. */
  @Test
  void decisionsThatFindNoReport_areListed_andHarmNothing() {
    decide();
    SmallWorld other = new SmallWorld();
    Stream.of("SKU-001", "SKU-002")
        .forEach(
            sku ->
                other.without(
                    approved.storeId(),
                    Sku.of(sku),
                    Instant.parse("2025-08-01T00:00:00Z"),
                    Instant.parse("2025-09-01T00:00:00Z")));
    try (Mrs second = run("second", other.tables()).parent("main").build()) {
      TICKS.forEach(second::tick);
      assertThat(second.audit().inheritance().orElseThrow().withoutTarget())
          .anySatisfy(
              act -> {
                assertThat(act.targetId()).isEqualTo(id(approved));
                assertThat(act.action()).isEqualTo("approve");
                assertThat(act.actor()).isEqualTo("ann");
              });
      assertThat(second.reports().all())
          .noneMatch(report -> report.reportId().equals(approved.reportId()));
    }
  }

  @Test
  void parentThatCannotBe_isRefused_withWhatToDo() {
    assertThatThrownBy(() -> child("main", "main"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cannot have its own decisions");
    assertThatThrownBy(() -> child("second", "mian"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'mian'")
        .hasMessageContaining("main");
    try (Mrs second = run("second", new SmallWorld().tables()).build()) {
      second.tick(TICKS.get(0));
    }
    assertThatThrownBy(() -> child("second", "main"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("began without decisions")
        .hasMessageContaining("start a new run");
  }
}
