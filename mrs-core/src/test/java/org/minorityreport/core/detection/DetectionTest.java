package org.minorityreport.core.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.ModelException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionSettings;

/** Spec 4.1 by example: when windows of one series open and close. */
class DetectionTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final ScriptedBaseline TEN = ScriptedBaseline.constant(10);

  @Nested
  class Store327 {
    private final StoreFold fold =
        StoreFold.of(
            TEN,
            ThresholdClassifier.afterRunOf(2),
            Script.flat("cola", "PT15M", "2025-08-06T00:00:00Z", "2025-08-09T00:00:00Z", 10)
                .set("2025-08-07T15:30:00Z", "2025-08-07T21:00:00Z", 30));

    @Test
    void tick_beforeTheAnomaly_writesNothing() {
      DetectionResult result = fold.ticks("2025-08-07T12:00:00Z", "2025-08-07T15:00:00Z", HOUR);

      assertThat(result.detected()).isEmpty();
      assertThat(result.ended()).isEmpty();
      assertThat(result.classifierPredictions()).isEmpty();
    }

    @Test
    void tick_atFour_raisesTheReportFromHalfPastThree() {
      ReportDetected row = onlyRow("2025-08-07T16:00:00Z");

      assertThat(row.reportId()).isEqualTo(ReportId.of("MR-5108dbd30cf31dd0e8f093e0fcf59344"));
      assertThat(row.firstDetectedFrom()).isEqualTo("2025-08-07T15:30:00Z");
      assertThat(row.windowStart()).isEqualTo("2025-08-07T15:30:00Z");
      assertThat(row.windowEnd()).isEmpty();
      assertThat(row.attributedSalesTotal()).hasToString("60");
      assertThat(row.baselineSalesTotal()).hasToString("20");
      assertThat(row.direction()).isEqualTo(Direction.UPLIFT);
      assertThat(row.severityScore()).isEqualTo(0.2);
      assertThat(row.members().get(0).raisedAt()).isEqualTo("2025-08-07T16:00:00Z");
      assertThat(row.reportStatus()).isEqualTo("detected");
      assertThat(row.modelVersions())
          .containsEntry("baseline", "scripted-baseline@1")
          .containsEntry("classifier", "threshold@1")
          .hasSize(2);
      assertThat(fold.ended()).isEmpty();
    }

    @Test
    void tick_atFive_growsTheTotalsOfTheSameReport() {
      ReportDetected row = onlyRow("2025-08-07T17:00:00Z");

      assertThat(row.reportId()).isEqualTo(ReportId.of("MR-5108dbd30cf31dd0e8f093e0fcf59344"));
      assertThat(row.firstDetectedFrom()).isEqualTo("2025-08-07T15:30:00Z");
      assertThat(row.attributedSalesTotal()).hasToString("180");
      assertThat(row.baselineSalesTotal()).hasToString("60");
      assertThat(row.members().get(0).raisedAt()).isEqualTo("2025-08-07T16:00:00Z");
    }

    @Test
    void tick_backInBand_staysOpenUntilFourHoursArePast() {
      ReportDetected row = onlyRow("2025-08-08T00:00:00Z");

      assertThat(row.windowEnd()).isEmpty();
      assertThat(row.attributedSalesTotal()).hasToString("660");
      assertThat(row.baselineSalesTotal()).hasToString("220");
      assertThat(fold.ended()).isEmpty();
    }

    @Test
    void tick_atOne_closesTheWindowAtNineWithTheLastTotals() {
      ReportDetected row = onlyRow("2025-08-08T01:00:00Z");

      assertThat(row.windowEnd()).contains(Instant.parse("2025-08-07T21:00:00Z"));
      assertThat(row.attributedSalesTotal()).hasToString("660");
      assertThat(row.baselineSalesTotal()).hasToString("220");
      assertThat(row.suppressedBy()).isEmpty();
      assertThat(fold.ended()).hasSize(1);
      ReportEnded end = fold.ended().get(0);
      assertThat(end.reportId()).isEqualTo(row.reportId());
      assertThat(end.writtenAt()).isEqualTo("2025-08-08T01:00:00Z");
      assertThat(end.windowEnd()).contains(Instant.parse("2025-08-07T21:00:00Z"));
      assertThat(end.eventStatus()).isEqualTo(EventStatus.ENDED);
      assertThat(end.endReason()).isEqualTo(EndReason.RETURNED_TO_BASELINE);
    }

    @Test
    void tick_afterClosing_writesNothingMore() {
      onlyRow("2025-08-08T01:00:00Z");

      DetectionResult result = fold.ticks("2025-08-08T02:00:00Z", "2025-08-08T12:00:00Z", HOUR);

      assertThat(result.detected()).isEmpty();
      assertThat(fold.detected()).hasSize(10);
      assertThat(fold.ended()).hasSize(1);
    }

    private ReportDetected onlyRow(String tick) {
      DetectionResult result = fold.ticks("2025-08-07T12:00:00Z", tick, HOUR);
      assertThat(result.detected()).hasSize(1);
      return result.detected().get(0);
    }
  }

  @Nested
  class UnknownSteps {
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

      assertThat(closing.ended().get(0).windowEnd())
          .contains(Instant.parse("2025-08-07T13:00:00Z"));
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
              return ClassifierAnswer.of(
                  question.expectations().steps(), signs, java.util.List.of());
            }

            @Override
            public ModelInfo info() {
              return ThresholdClassifier.afterRunOf(1).info();
            }
          };
      StoreFold fold =
          StoreFold.of(TEN, wrong, flat().unknown("2025-08-07T13:00:00Z", "2025-08-07T14:00:00Z"));

      assertThatThrownBy(() -> fold.tick("2025-08-07T14:00:00Z"))
          .isInstanceOf(ModelException.class)
          .hasMessage(
              "model threshold@1: asked about 327 cola: an unknown step deviates:"
                  + " 2025-08-07T13:00:00Z");
    }
  }

  @Nested
  class Onsets {
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
  }

  @Nested
  class LongWindows {
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
      assertThat(closing.ended().get(0).windowEnd())
          .contains(Instant.parse("2025-03-29T00:00:00Z"));
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

  private static Script flat() {
    return Script.flat("cola", "PT1H", "2025-08-05T00:00:00Z", "2025-08-10T00:00:00Z", 10);
  }

  private static StoreFold hourly(Script script) {
    return StoreFold.of(TEN, ThresholdClassifier.afterRunOf(2), script);
  }
}
