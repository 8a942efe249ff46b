package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.provenance.FieldChange;
import org.minorityreport.api.rehearsal.DryRun;
import org.minorityreport.api.rehearsal.EventChange;
import org.minorityreport.api.rehearsal.ReplayProgress;
import org.minorityreport.api.rehearsal.TouchedDecision;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.stage.CohortSettings;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.api.stage.Settings;
import org.minorityreport.core.model.ChosenModel;
import org.minorityreport.core.rehearsal.Rehearsals;

/** A change that is tried before it is made (spec 4.11). */
class DryRunTest {
  private static final ReplayProgress SILENT = (tick, done, of) -> {};
  private static final Settings DEFAULTS = Settings.builder().build();
  private static final Settings NOTHING_JOINS =
      Settings.builder().cohort(CohortSettings.builder().acceptFrom(1).build()).build();

  /** Decisions and outages are part of what the ticks saw, so they are no difference. */
  @Test
  void noChange_everyReportIsKeptAndNothingIsAppended() {
    try (OutageWorld world = new OutageWorld()) {
      world.ticks(9, 12);
      world.inputs.wrong(FaultyInputs.Fault.UNREACHABLE);
      world.ticks(13, 13);
      world.up();
      world.ticks(14, 23);
      decide(world, "S1", "approve");
      world.ticks(24, 30);
      long head = world.logs.head().value();

      DryRun run = tryOut(world, DEFAULTS);

      assertThat(run.kept()).containsExactlyInAnyOrder(id(world, "S1"), id(world, "S2"));
      assertThat(run.added()).isEmpty();
      assertThat(run.gone()).isEmpty();
      assertThat(run.changed()).isEmpty();
      assertThat(run.eventsMerged()).isEmpty();
      assertThat(run.eventsSplit()).isEmpty();
      assertThat(run.decisionsTouched()).isEmpty();
      assertThat(run.configTried()).isEqualTo(run.configNow());
      assertThat(run.figuresTried()).isEqualTo(run.figuresNow());
      assertThat(run.ticks()).isEqualTo(22);
      assertThat(world.logs.head().value()).isEqualTo(head);
    }
  }

  @Test
  void settingOfDetection_changesReportsAndTouchesTheirDecisions() {
    try (OutageWorld world = new OutageWorld()) {
      world.ticks(9, 23);
      decide(world, "S1", "approve");
      decide(world, "S2", "comment");
      Settings longer =
          Settings.builder()
              .detection(
                  DetectionSettings.builder()
                      .minEventDuration(Duration.ofHours(8).plusMinutes(1))
                      .build())
              .build();

      DryRun run = tryOut(world, longer);

      assertThat(run.changed()).hasSize(2);
      assertThat(run.changed().get(0).changes())
          .extracting(FieldChange::field)
          .containsExactly("suppressed_by");
      assertThat(run.configTried()).isNotEqualTo(run.configNow());
      assertThat(run.decisionsTouched())
          .extracting((TouchedDecision d) -> d.targetId() + " " + d.action() + " " + d.how())
          .containsExactly(id(world, "S1") + " approve changed");
    }
  }

  @Test
  void settingOfCohorting_splitsAnEvent() {
    try (OutageWorld world = new OutageWorld()) {
      world.ticks(9, 23);
      EventId event = world.report("S1").reportGroupId().orElseThrow();
      world.act(Logs.USER_EVENT_EDITS, event.value(), "approve", e -> e);

      DryRun run = tryOut(world, NOTHING_JOINS);

      assertThat(run.eventsSplit()).extracting(EventChange::eventId).containsExactly(event);
      assertThat(run.eventsSplit().get(0).others()).hasSize(2);
      assertThat(run.eventsMerged()).isEmpty();
      assertThat(run.decisionsTouched()).extracting(TouchedDecision::how).containsExactly("split");
    }
  }

  @Test
  void settingOfCohorting_mergesEvents() {
    try (OutageWorld world = new OutageWorld(NOTHING_JOINS)) {
      world.ticks(9, 23);

      DryRun run = tryOut(world, DEFAULTS);

      assertThat(run.eventsMerged())
          .singleElement()
          .satisfies(merged -> assertThat(merged.others()).hasSize(2));
      assertThat(run.eventsSplit()).isEmpty();
    }
  }

  @Test
  void modelThatSeesNothing_makesReportsGo_andOneThatSeesThemMakesThemNew() {
    try (OutageWorld world = new OutageWorld()) {
      world.ticks(9, 23);
      decide(world, "S2", "dismiss");
      List<ChosenModel> blind = new ArrayList<>(world.setup().chosen());
      blind.replaceAll(
          c ->
              c.role() == ModelRole.CLASSIFIER
                  ? new ChosenModel(c.role(), "blind", new Blind(), "tried", Optional.empty())
                  : c);

      DryRun run = new Rehearsals(world.setup()).tryOut(DEFAULTS, blind, Map.of(), SILENT);

      assertThat(run.gone()).hasSize(2);
      assertThat(run.kept()).isEmpty();
      assertThat(run.decisionsTouched()).extracting(TouchedDecision::how).containsExactly("gone");
      assertThat(run.figuresTried().reports()).isZero();
    }
  }

  private static DryRun tryOut(OutageWorld world, Settings settings) {
    RunSetup setup = world.setup();
    return new Rehearsals(setup).tryOut(settings, setup.chosen(), setup.choices(), SILENT);
  }

  private static void decide(OutageWorld world, String store, String action) {
    world.act(Logs.USER_EDITS, id(world, store).value(), action, e -> e);
  }

  private static ReportId id(OutageWorld world, String store) {
    return world.report(store).reportId();
  }

  /** Finds nothing worth an alarm. */
  private static final class Blind implements ClassifierModel {
    @Override
    public ModelInfo info() {
      return ModelInfo.builder()
          .name("blind")
          .version("1")
          .lookBack(Duration.ZERO)
          .minimumHistory(Duration.ZERO)
          .build();
    }

    @Override
    public ClassifierAnswer classify(ClassifierQuestion question) {
      Steps steps = question.expectations().steps();
      return ClassifierAnswer.of(steps, new byte[steps.count()], List.of());
    }
  }
}
