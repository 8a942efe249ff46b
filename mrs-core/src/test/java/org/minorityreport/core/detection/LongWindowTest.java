package org.minorityreport.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionSettings;

/** Windows as long as they may be: a new normal, or nothing known (spec 2.3a, 2.4). */
class LongWindowTest {
  private static final Duration DAY = Duration.ofDays(1);

  private static final String FROM = "2025-01-01T00:00:00Z";
  private static final String TO = "2025-06-01T00:00:00Z";

  private final ScriptedBaseline learning = ScriptedBaseline.meanOf(Duration.ofDays(42));

  private StoreFold daily(Script script) {
    return StoreFold.of(learning, ThresholdClassifier.afterRunOf(1), script);
  }

  @Test
  void window_after28Days_isANewNormalOnce() {
    StoreFold fold =
        daily(
            Script.flat("cola", "P1D", FROM, TO, 10)
                .set("2025-03-01T00:00:00Z", "2025-05-31T00:00:00Z", 30));

    fold.ticks("2025-02-15T00:00:00Z", "2025-03-28T00:00:00Z", DAY);
    assertThat(fold.ended()).isEmpty();
    DetectionResult closing = fold.tick("2025-03-29T00:00:00Z");
    fold.ticks("2025-03-30T00:00:00Z", "2025-05-20T00:00:00Z", DAY);

    assertThat(closing.ended()).hasSize(1);
    assertThat(closing.ended().get(0).endReason()).isEqualTo(EndReason.STRUCTURAL_CHANGE);
    assertThat(closing.ended().get(0).windowEnd()).contains(Instant.parse("2025-03-29T00:00:00Z"));
    assertThat(closing.detected().get(0).attributedSalesTotal()).hasToString("840");
    assertThat(fold.ended()).hasSize(1);
    assertThat(fold.detected())
        .extracting(ReportDetected::reportId)
        .containsOnly(closing.detected().get(0).reportId());
  }

  /** While open the window is masked; once it is the new normal, what was before it is. */
  @Test
  void mask_isLiftedFromTheNewNormalAndLaidOverTheOld() {
    StoreFold fold =
        daily(
            Script.flat("cola", "P1D", FROM, TO, 10)
                .set("2025-03-01T00:00:00Z", "2025-05-31T00:00:00Z", 30));
    Instant before = Instant.parse("2025-02-28T00:00:00Z");
    Instant onset = Instant.parse("2025-03-01T00:00:00Z");

    fold.ticks("2025-02-15T00:00:00Z", "2025-03-02T00:00:00Z", DAY);
    assertThat(newestMask().isEmpty()).isTrue();
    fold.tick("2025-03-03T00:00:00Z");
    assertThat(newestMask().hides(onset)).isTrue();
    assertThat(newestMask().hides(onset.plus(Duration.ofDays(5)))).isTrue();
    assertThat(newestMask().hides(before)).isFalse();
    fold.ticks("2025-03-04T00:00:00Z", "2025-03-30T00:00:00Z", DAY);
    assertThat(newestMask().hides(onset)).isFalse();
    assertThat(newestMask().hides(before)).isTrue();
    fold.ticks("2025-03-31T00:00:00Z", "2025-05-20T00:00:00Z", DAY);
    assertThat(newestMask().isEmpty()).as("after the look-back").isTrue();
  }

  private StepMask newestMask() {
    BaselineQuestion question = learning.asked().get(learning.asked().size() - 1);
    return question.mask();
  }

  /** What a unit cost under the old level is no price of the new one. */
  @Test
  void price_afterAStructuralChange_isThatOfTheNewNormal() {
    StoreFold fold =
        daily(
                Script.flat("cola", "P1D", FROM, TO, 10)
                    .set("2025-03-01T00:00:00Z", "2025-05-31T00:00:00Z", 30)
                    .set("2025-03-20T00:00:00Z", "2025-03-22T00:00:00Z", 90)
                    .revenue(FROM, "2025-03-01T00:00:00Z", 10_000)
                    .revenue("2025-03-01T00:00:00Z", "2025-03-20T00:00:00Z", 3_000))
            .with(DetectionSettings.builder().maxEventDuration(Duration.ofDays(7)).build());

    fold.ticks("2025-02-15T00:00:00Z", "2025-03-21T00:00:00Z", DAY);
    ReportDetected second = fold.detected().get(fold.detected().size() - 1);

    assertThat(second.firstDetectedFrom()).isEqualTo("2025-03-20T00:00:00Z");
    assertThat(second.attributedSalesTotal()).hasToString("90");
    assertThat(second.baselineSalesTotal()).hasToString("30");
    assertThat(second.impactEstimate().orElseThrow()).hasToString("60.00");
  }

  /** After two weeks all that the model may look at is masked: it can say nothing any more. */
  @Test
  void window_ofWhichNothingIsExpectedAnyMore_isNotBackInBand() {
    ScriptedBaseline shortSighted = ScriptedBaseline.meanOf(Duration.ofDays(14));
    StoreFold fold =
        StoreFold.of(
            shortSighted,
            ThresholdClassifier.afterRunOf(1),
            Script.flat("cola", "P1D", FROM, TO, 10)
                .set("2025-03-01T00:00:00Z", "2025-05-31T00:00:00Z", 30));

    fold.ticks("2025-02-15T00:00:00Z", "2025-04-30T00:00:00Z", DAY);

    assertThat(fold.ended()).hasSize(1);
    assertThat(fold.ended().get(0).endReason()).isEqualTo(EndReason.STRUCTURAL_CHANGE);
    assertThat(fold.ended().get(0).writtenAt()).isEqualTo("2025-03-29T00:00:00Z");
  }

  @Test
  void window_ofASilentStore_endsForLackOfData() {
    StoreFold fold =
        daily(
            Script.flat("cola", "P1D", FROM, TO, 10)
                .set("2025-03-01T00:00:00Z", "2025-03-06T00:00:00Z", 30)
                .unknown("2025-03-06T00:00:00Z", "2025-05-01T00:00:00Z"));

    fold.ticks("2025-02-15T00:00:00Z", "2025-04-30T00:00:00Z", DAY);

    assertThat(fold.ended()).hasSize(1);
    assertThat(fold.ended().get(0).endReason()).isEqualTo(EndReason.NO_DATA);
    assertThat(fold.ended().get(0).windowEnd()).contains(Instant.parse("2025-03-29T00:00:00Z"));
    assertThat(fold.ended().get(0).writtenAt()).isEqualTo("2025-03-29T00:00:00Z");
  }

  /** The source itself ends: nothing comes, and still the window closes. */
  @Test
  void window_withoutAnyFurtherSteps_closesAllTheSame() {
    StoreFold fold =
        daily(
            Script.flat("cola", "P1D", FROM, "2025-03-06T00:00:00Z", 10)
                .set("2025-03-01T00:00:00Z", "2025-03-06T00:00:00Z", 30));

    fold.ticks("2025-02-15T00:00:00Z", "2025-04-30T00:00:00Z", DAY);

    assertThat(fold.ended()).hasSize(1);
    assertThat(fold.ended().get(0).endReason()).isEqualTo(EndReason.NO_DATA);
    assertThat(fold.ended().get(0).writtenAt()).isEqualTo("2025-03-29T00:00:00Z");
  }

  /** One day is long enough at a daily cadence. */
  @Test
  void window_ofOneDay_isNotTooShort() {
    StoreFold fold =
        daily(
                Script.flat("cola", "P1D", FROM, TO, 10)
                    .set("2025-03-01T00:00:00Z", "2025-03-02T00:00:00Z", 30))
            .with(DetectionSettings.builder().minEventDuration(Duration.ofDays(2)).build());

    fold.ticks("2025-02-15T00:00:00Z", "2025-03-06T00:00:00Z", DAY);

    assertThat(fold.ended()).hasSize(1);
    assertThat(fold.ended().get(0).windowEnd()).contains(Instant.parse("2025-03-02T00:00:00Z"));
    assertThat(fold.detected()).allMatch(r -> r.suppressedBy().isEmpty());
  }
}
