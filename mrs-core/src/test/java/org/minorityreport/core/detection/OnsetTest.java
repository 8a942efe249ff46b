package org.minorityreport.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.stage.DetectionResult;

/** Where windows begin, and when they are too short to be shown. */
class OnsetTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ScriptedBaseline TEN = ScriptedBaseline.constant(10);

  /** Twenty deviating steps make the alarm; only twelve may lie before the tick. */
  @Test
  void onset_longBeforeTheTickThatRaisesIt_isTwelveStepsBeforeIt() {
    StoreFold fold =
        StoreFold.of(
            TEN,
            ThresholdClassifier.afterRunOf(20),
            Script.flat("cola", "PT15M", "2025-08-06T00:00:00Z", "2025-08-09T00:00:00Z", 10)
                .set("2025-08-07T10:00:00Z", "2025-08-07T18:00:00Z", 30));
    Duration step = Duration.ofMinutes(15);

    fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T14:45:00Z", step);
    assertThat(fold.detected()).isEmpty();
    DetectionResult raised = fold.tick("2025-08-07T15:00:00Z");
    DetectionResult next = fold.tick("2025-08-07T15:15:00Z");

    assertThat(raised.detected().get(0).firstDetectedFrom()).isEqualTo("2025-08-07T12:00:00Z");
    assertThat(raised.detected().get(0).attributedSalesTotal()).hasToString("360");
    assertThat(next.detected().get(0).reportId()).isEqualTo(raised.detected().get(0).reportId());
    assertThat(next.detected().get(0).attributedSalesTotal()).hasToString("390");
  }

  /** Core keeps the rule also where a classifier lets an alarm run on over quiet steps. */
  @Test
  void onset_ofTheNextWindow_isNeverBeforeTheEndOfTheOneBefore() {
    StoreFold fold =
        StoreFold.of(
            TEN,
            ThresholdClassifier.acrossQuietSteps(),
            flat()
                .set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 30)
                .set("2025-08-07T18:00:00Z", "2025-08-07T20:00:00Z", 30));

    fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T20:00:00Z", HOUR);

    assertThat(fold.ended()).hasSize(1);
    assertThat(fold.ended().get(0).windowEnd()).contains(Instant.parse("2025-08-07T12:00:00Z"));
    assertThat(fold.detected().get(fold.detected().size() - 1).firstDetectedFrom())
        .isEqualTo("2025-08-07T18:00:00Z");
  }

  /** The same after a window so long that its onset can be no other window's any more. */
  @Test
  void onset_afterALongWindow_isNeverBeforeItsEnd() {
    StoreFold fold =
        StoreFold.of(
            TEN,
            ThresholdClassifier.acrossQuietSteps(),
            flat()
                .set("2025-08-06T12:00:00Z", "2025-08-07T12:00:00Z", 30)
                .set("2025-08-07T17:00:00Z", "2025-08-07T20:00:00Z", 30));

    fold.ticks("2025-08-06T09:00:00Z", "2025-08-07T20:00:00Z", HOUR);

    assertThat(fold.ended()).hasSize(1);
    assertThat(fold.detected().get(fold.detected().size() - 1).firstDetectedFrom())
        .isEqualTo("2025-08-07T17:00:00Z");
  }

  /** One tick after a day without any sees every step, but dates nothing back too far. */
  @Test
  void onset_inALongGapBetweenTicks_isOnlyTwelveStepsBack() {
    StoreFold fold = hourly(flat().set("2025-08-06T20:00:00Z", "2025-08-08T00:00:00Z", 30));

    fold.tick("2025-08-06T00:00:00Z");
    DetectionResult result = fold.tick("2025-08-08T00:00:00Z");

    assertThat(result.detected()).hasSize(1);
    assertThat(result.detected().get(0).firstDetectedFrom()).isEqualTo("2025-08-07T12:00:00Z");
  }

  @Test
  void window_shorterThanTwoHours_isKeptOutOfSightOnceClosed() {
    StoreFold fold =
        StoreFold.of(
            TEN,
            ThresholdClassifier.afterRunOf(1),
            flat()
                .set("2025-08-07T10:00:00Z", "2025-08-07T11:00:00Z", 30)
                .set("2025-08-07T20:00:00Z", "2025-08-07T22:00:00Z", 30));

    fold.ticks("2025-08-07T09:00:00Z", "2025-08-08T06:00:00Z", HOUR);

    assertThat(fold.ended()).hasSize(2);
    assertThat(fold.detected())
        .filteredOn(r -> r.suppressedBy().isPresent())
        .singleElement()
        .satisfies(r -> assertThat(r.suppressedBy()).contains("too_short@1"))
        .satisfies(r -> assertThat(r.firstDetectedFrom()).isEqualTo("2025-08-07T10:00:00Z"))
        .satisfies(r -> assertThat(r.windowEnd()).isPresent());
  }

  private static Script flat() {
    return Script.flat("cola", "PT1H", "2025-08-05T00:00:00Z", "2025-08-10T00:00:00Z", 10);
  }

  private static StoreFold hourly(Script script) {
    return StoreFold.of(TEN, ThresholdClassifier.afterRunOf(2), script);
  }
}
