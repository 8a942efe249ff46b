package org.minorityreport.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ClassifierPrediction;
import org.minorityreport.api.stage.DetectionResult;

/** Spec 3.2: which rows the prediction logs get. Rows are told as start + number of steps. */
class PredictionRowsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ScriptedBaseline TEN = ScriptedBaseline.constant(10);

  private final Script script =
      Script.flat("cola", "PT15M", "2025-08-06T00:00:00Z", "2025-08-09T00:00:00Z", 10);

  @Test
  void quietSeries_leavesOneRowPerDay() {
    StoreFold fold = fold();

    assertThat(rows(fold.tick("2025-08-06T22:00:00Z"))).isEmpty();
    assertThat(rows(fold.tick("2025-08-06T23:00:00Z"))).isEmpty();
    DetectionResult midnight = fold.tick("2025-08-07T00:00:00Z");
    assertThat(rows(midnight)).containsExactly("2025-08-06T00:00:00Z + 96");
    assertThat(rows(fold.tick("2025-08-07T01:00:00Z"))).isEmpty();
    assertThat(midnight.classifierPredictions()).isEmpty();
    BaselinePrediction day = midnight.baselinePredictions().get(0);
    assertThat(day.actualUnits().toList()).containsOnly(BigDecimal.TEN);
    assertThat(day.modelName()).isEqualTo("scripted-baseline");
    assertThat(day.role()).isEqualTo("baseline");
    assertThat(day.route()).isEqualTo("primary");
    assertThat(day.outcome()).isEqualTo("ok");
    assertThat(day.inputDigest()).isEqualTo("digest");
  }

  /** The last step of the day comes with a tick that is not at midnight. */
  @Test
  void dayRow_isOfTheTickThatSeesTheLastStep() {
    StoreFold fold = fold();

    fold.tick("2025-08-06T23:30:00Z");

    assertThat(rows(fold.tick("2025-08-07T00:30:00Z")))
        .containsExactly("2025-08-06T00:00:00Z + 96");
  }

  @Test
  void dayRow_severalDaysAtOnce_areOneRowEach() {
    StoreFold fold = fold();

    fold.tick("2025-08-06T12:00:00Z");

    assertThat(rows(fold.tick("2025-08-08T12:00:00Z")))
        .containsExactly("2025-08-06T00:00:00Z + 96", "2025-08-07T00:00:00Z + 96");
  }

  @Test
  void window_leavesARowPerTickOverTheStepsAdded() {
    script.set("2025-08-07T15:30:00Z", "2025-08-07T21:00:00Z", 30);
    StoreFold fold = fold();
    fold.ticks("2025-08-07T12:00:00Z", "2025-08-07T15:00:00Z", HOUR);

    assertThat(rows(fold.tick("2025-08-07T16:00:00Z"))).containsExactly("2025-08-07T15:30:00Z + 2");
    assertThat(rows(fold.tick("2025-08-07T17:00:00Z"))).containsExactly("2025-08-07T16:00:00Z + 4");
    fold.ticks("2025-08-07T18:00:00Z", "2025-08-07T23:00:00Z", HOUR);
    assertThat(rows(fold.tick("2025-08-08T00:00:00Z")))
        .containsExactly("2025-08-07T00:00:00Z + 96", "2025-08-07T23:00:00Z + 4");
    assertThat(rows(fold.tick("2025-08-08T01:00:00Z"))).containsExactly("2025-08-08T00:00:00Z + 4");
    assertThat(rows(fold.tick("2025-08-08T02:00:00Z"))).isEmpty();
  }

  /** Onset before midnight, raised after it: the day before has its day row already. */
  @Test
  void window_raisedAfterMidnight_beginsAtMidnight() {
    script.set("2025-08-06T23:45:00Z", "2025-08-07T03:00:00Z", 30);
    StoreFold fold = fold();
    fold.ticks("2025-08-06T12:00:00Z", "2025-08-07T00:00:00Z", HOUR);

    assertThat(rows(fold.tick("2025-08-07T01:00:00Z"))).containsExactly("2025-08-07T00:00:00Z + 4");
  }

  /** A window row that would cross midnight is cut there. */
  @Test
  void window_tickAcrossMidnight_isCutThere() {
    script.set("2025-08-06T22:00:00Z", "2025-08-07T03:00:00Z", 30);
    StoreFold fold = fold();
    fold.ticks("2025-08-06T12:30:00Z", "2025-08-06T23:30:00Z", HOUR);

    assertThat(rows(fold.tick("2025-08-07T00:30:00Z")))
        .containsExactly(
            "2025-08-06T00:00:00Z + 96", "2025-08-06T23:30:00Z + 2", "2025-08-07T00:00:00Z + 2");
  }

  @Test
  void columns_unknownSteps_areUnknown() {
    script.unknown("2025-08-06T00:00:00Z", "2025-08-06T00:30:00Z");
    StoreFold fold = fold();
    fold.tick("2025-08-06T12:00:00Z");

    BaselinePrediction day = fold.tick("2025-08-07T00:00:00Z").baselinePredictions().get(0);

    assertThat(day.actualUnits().toList().subList(0, 3))
        .isEqualTo(Arrays.asList(null, null, BigDecimal.TEN));
    assertThat(day.expectedUnits().toList()).containsOnly(BigDecimal.TEN);
    assertThat(day.spread().toList()).containsOnly(1.0);
  }

  @Test
  void dailySeries_hasARowPerStep() {
    Script daily =
        Script.flat("cola", "P1D", "2025-07-01T00:00:00Z", "2025-09-01T00:00:00Z", 10)
            .set("2025-08-07T00:00:00Z", "2025-08-09T00:00:00Z", 30);
    StoreFold fold = StoreFold.of(TEN, ThresholdClassifier.afterRunOf(1), daily);
    fold.tick("2025-08-07T00:00:00Z");

    assertThat(rows(fold.tick("2025-08-08T00:00:00Z"))).containsExactly("2025-08-07T00:00:00Z + 1");
    assertThat(rows(fold.tick("2025-08-09T00:00:00Z"))).containsExactly("2025-08-08T00:00:00Z + 1");
  }

  @Test
  void classifierRow_isOfEachTickOfTheWindowAndItsClosing() {
    script.set("2025-08-07T15:30:00Z", "2025-08-07T21:00:00Z", 30);
    StoreFold fold = fold();
    DetectionResult closing = fold.ticks("2025-08-07T12:00:00Z", "2025-08-08T01:00:00Z", HOUR);

    List<ClassifierPrediction> rows = closing.classifierPredictions();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).windowStart()).isEqualTo("2025-08-07T15:30:00Z");
    assertThat(rows.get(0).windowEnd()).contains(Instant.parse("2025-08-07T21:00:00Z"));
    assertThat(rows.get(0).severityScore()).hasValue(0.2);
    assertThat(rows.get(0).role()).isEqualTo("classifier");
  }

  private StoreFold fold() {
    return StoreFold.of(TEN, ThresholdClassifier.afterRunOf(2), script);
  }

  private static List<String> rows(DetectionResult result) {
    return result.baselinePredictions().stream()
        .map(r -> r.firstStep() + " + " + r.actualUnits().size())
        .toList();
  }
}
