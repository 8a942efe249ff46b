package org.minorityreport.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.stage.DetectionResult;

/** Unknown steps count for nothing: they neither open, extend nor close. */
class UnknownStepsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ScriptedBaseline TEN = ScriptedBaseline.constant(10);

  @Test
  void unknown_longerThanThePersistence_closesNothing() {
    StoreFold fold =
        hourly(
            flat()
                .set("2025-08-07T10:00:00Z", "2025-08-07T13:00:00Z", 30)
                .unknown("2025-08-07T13:00:00Z", "2025-08-08T00:00:00Z"));

    DetectionResult before = fold.ticks("2025-08-07T09:00:00Z", "2025-08-08T03:00:00Z", HOUR);
    DetectionResult closing = fold.tick("2025-08-08T04:00:00Z");

    assertThat(before.detected()).hasSize(1);
    assertThat(before.ended()).isEmpty();
    ReportDetected row = closing.detected().get(0);
    assertThat(row.windowEnd()).contains(Instant.parse("2025-08-08T00:00:00Z"));
    assertThat(row.attributedSalesTotal()).hasToString("90");
    assertThat(row.baselineSalesTotal()).hasToString("30");
  }

  @Test
  void unknown_amongTheQuietSteps_isNotCounted() {
    StoreFold fold =
        hourly(
            flat()
                .set("2025-08-07T10:00:00Z", "2025-08-07T13:00:00Z", 30)
                .unknown("2025-08-07T14:00:00Z", "2025-08-07T15:00:00Z"));

    fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T17:00:00Z", HOUR);
    assertThat(fold.ended()).isEmpty();
    DetectionResult closing = fold.tick("2025-08-07T18:00:00Z");

    assertThat(closing.ended().get(0).windowEnd()).contains(Instant.parse("2025-08-07T13:00:00Z"));
  }

  /** A step that is unknown when the window could close does not close it. */
  @Test
  void unknown_newestStep_closesNothing() {
    StoreFold fold =
        StoreFold.of(
            TEN,
            ThresholdClassifier.afterRunOf(2),
            Script.flat("cola", "PT15M", "2025-08-06T00:00:00Z", "2025-08-09T00:00:00Z", 10)
                .set("2025-08-07T10:00:00Z", "2025-08-07T11:00:00Z", 30)
                .unknown("2025-08-07T14:00:00Z", "2025-08-07T16:00:00Z"));

    fold.ticks("2025-08-07T10:00:00Z", "2025-08-07T16:00:00Z", HOUR);
    assertThat(fold.ended()).isEmpty();

    assertThat(fold.tick("2025-08-07T16:15:00Z").ended().get(0).windowEnd())
        .contains(Instant.parse("2025-08-07T11:00:00Z"));
  }

  @Test
  void unknown_betweenDeviatingSteps_isPartOfTheWindowButNotOfItsTotals() {
    StoreFold fold =
        hourly(
            flat()
                .set("2025-08-07T10:00:00Z", "2025-08-07T15:00:00Z", 30)
                .unknown("2025-08-07T12:00:00Z", "2025-08-07T14:00:00Z"));

    DetectionResult result = fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T15:00:00Z", HOUR);

    ReportDetected row = result.detected().get(0);
    assertThat(row.firstDetectedFrom()).isEqualTo("2025-08-07T10:00:00Z");
    assertThat(row.attributedSalesTotal()).hasToString("90");
    assertThat(row.baselineSalesTotal()).hasToString("30");
  }

  @Test
  void unknown_saidToDeviate_isTheModelsFault() {
    ClassifierModel wrong =
        new ClassifierModel() {
          @Override
          public ClassifierAnswer classify(ClassifierQuestion question) {
            byte[] signs = new byte[question.expectations().steps().count()];
            signs[signs.length - 1] = 1;
            return ClassifierAnswer.of(question.expectations().steps(), signs, java.util.List.of());
          }

          @Override
          public ModelInfo info() {
            return ThresholdClassifier.afterRunOf(1).info();
          }
        };
    StoreFold fold =
        StoreFold.of(TEN, wrong, flat().unknown("2025-08-07T13:00:00Z", "2025-08-07T14:00:00Z"));

    DetectionResult result = fold.tick("2025-08-07T14:00:00Z");

    assertThat(result.gaps()).containsExactly("MRDL_down");
    assertThat(result.errors())
        .singleElement()
        .satisfies(
            error ->
                assertThat(error.source() + ": " + error.message())
                    .isEqualTo(
                        "model threshold@1: asked about 327 cola: an unknown step deviates:"
                            + " 2025-08-07T13:00:00Z"));
  }

  private static Script flat() {
    return Script.flat("cola", "PT1H", "2025-08-05T00:00:00Z", "2025-08-10T00:00:00Z", 10);
  }

  private static StoreFold hourly(Script script) {
    return StoreFold.of(TEN, ThresholdClassifier.afterRunOf(2), script);
  }
}
