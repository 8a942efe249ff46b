package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.detection.Detection;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.mock.MockModels;
import org.minorityreport.mock.world.World;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;

/** Sales that step to one and a half times the usual and stay there, with the shipped models. */
class NewNormalTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final int DAYS = 84;
  private static final double STEP = 1.5;
  private static final World WORLD =
      World.builder()
          .stores(1)
          .skus(1)
          .days(DAYS)
          .cadence(Cadence.of(DAY))
          .narratives(NarrativeLibrary.empty())
          .build();
  private static final Duration FOUR_WEEKS = Duration.ofDays(28);
  private static final Instant ONSET = WORLD.firstTick().plus(DAY.multipliedBy(10));
  private static final Instant RAISED = ONSET.plus(DAY);

  private final List<ReportDetected> detected = new ArrayList<>();
  private final List<ReportEnded> ended = new ArrayList<>();

  @Test
  void stepThatStays_isOneReportForFourWeeksAndThenTheNormal() {
    SalesSource source =
        SalesSource.builder().name("till").cadence(WORLD.steps().cadence()).currency("GBP").build();
    InputTables tables =
        InputTables.builder(source).store(WORLD.stores().get(0)).sales(stepped()).build();
    try (Mrs mrs = SmallWorld.open(LogStores.inMemory(SmallWorld.CLOCK), tables, 1)) {
      for (Instant tick : WORLD.ticks(DAY)) {
        mrs.tick(tick);
        boolean open = !tick.isBefore(RAISED) && tick.isBefore(ONSET.plus(FOUR_WEEKS));
        assertThat(mrs.reports().active()).as("open at " + tick).hasSize(open ? 1 : 0);
      }
      assertThat(mrs.reports().all()).hasSize(1);
      MinorityReport report = mrs.reports().all().get(0);
      assertThat(report.firstDetectedFrom()).isEqualTo(ONSET);
      assertThat(report.windowEnd()).contains(ONSET.plus(FOUR_WEEKS));
      assertThat(report.endReason()).contains(EndReason.STRUCTURAL_CHANGE);
      assertThat(report.temporary()).contains(false);
    }
  }

  @Test
  void withTheMaskOfTheOpenWindow_theFoldOfTheStageEndsAfterFourWeeks() {
    fold(shipped());

    assertThat(detected).extracting(ReportDetected::reportId).containsOnly(first().reportId());
    assertThat(ended).hasSize(1);
    assertThat(ended.get(0).endReason()).isEqualTo(EndReason.STRUCTURAL_CHANGE);
  }

  /** The rule above rests on the mask of the open window: the model alone would learn the step. */
  @Test
  void withoutTheMaskOfTheOpenWindow_theStepIsLearntBeforeFourWeeksAreOver() {
    fold(new MaskIgnored(shipped()));

    assertThat(first().firstDetectedFrom()).isEqualTo(ONSET);
    assertThat(ended)
        .isNotEmpty()
        .allMatch(end -> end.endReason() == EndReason.RETURNED_TO_BASELINE);
  }

  private ReportDetected first() {
    return detected.get(0);
  }

  private static BaselineModel shipped() {
    return (BaselineModel) new MockModels().create(ModelRole.BASELINE, config());
  }

  private static ModelConfig config() {
    return ModelConfig.builder().seed(0).build();
  }

  private void fold(BaselineModel baseline) {
    ClassifierModel classifier =
        (ClassifierModel) new MockModels().create(ModelRole.CLASSIFIER, config());
    SalesSeries sold = stepped();
    StoreCarry carry = StoreCarry.builder().build();
    Optional<Instant> previous = Optional.empty();
    for (Instant tick : WORLD.ticks(DAY)) {
      SalesSeries seen = sold.between(sold.steps().from(), tick);
      DetectionTask task =
          DetectionTask.builder()
              .runId(RunId.of("main"))
              .tick(tick)
              .previousTick(previous)
              .store(WORLD.stores().get(0))
              .addSeries(
                  SeriesInput.builder()
                      .series(seen)
                      .exclusions(StepMask.none())
                      .inputDigest("digest")
                      .build())
              .carry(carry)
              .settings(DetectionSettings.builder().build())
              .build();
      DetectionResult result = new Detection().detect(task, baseline, classifier);
      detected.addAll(result.detected());
      ended.addAll(result.ended());
      carry = result.carry();
      previous = Optional.of(tick);
    }
  }

  private static SalesSeries stepped() {
    SalesSeries usual = WORLD.sales(WORLD.stores().get(0).storeId()).get(0);
    long[] units = new long[usual.size()];
    for (int i = 0; i < units.length; i++) {
      boolean before = usual.steps().timeAt(i).isBefore(ONSET);
      units[i] = before ? usual.thousandthsAt(i) : Math.round(STEP * usual.thousandthsAt(i));
    }
    return SalesSeries.of(usual.id(), usual.steps(), units);
  }

  /** The shipped model, as if it had been handed no mask. */
  private record MaskIgnored(BaselineModel model) implements BaselineModel {
    @Override
    public ModelInfo info() {
      return model.info();
    }

    @Override
    public Expectations expect(BaselineQuestion question) {
      return model.expect(BaselineQuestion.builder().from(question).mask(StepMask.none()).build());
    }
  }
}
