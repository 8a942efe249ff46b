package org.minorityreport.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionSettings;

/** Steps that come later than the tick after them, and ticks that come later than the steps. */
class LateStepsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ScriptedBaseline TEN = ScriptedBaseline.constant(10);

  /**
   * A source that is always behind: no step is new since the tick before, yet each is seen once.
   */
  @Test
  void source_thatIsAlwaysBehind_isLookedAtAllTheSame() {
    StoreFold prompt = hourly(uplift());
    StoreFold behind = hourly(uplift()).withLagOf(Duration.ofHours(3));

    prompt.ticks("2025-08-07T00:00:00Z", "2025-08-07T23:00:00Z", HOUR);
    behind.ticks("2025-08-07T00:00:00Z", "2025-08-08T02:00:00Z", HOUR);

    assertThat(behind.ended()).hasSize(1);
    assertThat(windows(behind)).isEqualTo(windows(prompt));
  }

  /** The shape must not change because a member that is long over closes late. */
  @Test
  void slice_ofAMemberThatClosedAfterUnknownSteps_endsWithItsLastDeviatingStep() {
    StoreFold fold =
        StoreFold.of(
            TEN,
            ThresholdClassifier.afterRunOf(2),
            flat("cola")
                .set("2025-08-07T10:00:00Z", "2025-08-07T14:00:00Z", 30)
                .unknown("2025-08-07T14:00:00Z", "2025-08-07T20:00:00Z"),
            flat("tea")
                .set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 30)
                .set("2025-08-07T12:00:00Z", "2025-08-08T02:00:00Z", 11)
                .unknown("2025-08-07T13:00:00Z", "2025-08-08T01:00:00Z"));

    DetectionResult closing = fold.ticks("2025-08-07T09:00:00Z", "2025-08-08T00:00:00Z", HOUR);
    DetectionResult after = fold.tick("2025-08-08T01:00:00Z");

    assertThat(closing.detected().get(0).members().get(0).windowEnd())
        .contains(Instant.parse("2025-08-07T20:00:00Z"));
    assertThat(slice(closing).steps().to()).isEqualTo("2025-08-07T14:00:00Z");
    assertThat(slice(after)).isEqualTo(slice(closing));
  }

  /** A report is open while a member is, also one that nothing can be said of at the moment. */
  @Test
  void report_ofWhichASeriesIsAbsent_waitsForItAsItStands() {
    StoreFold fold =
        StoreFold.of(
            TEN,
            ThresholdClassifier.afterRunOf(2),
            flat("cola").set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 30),
            flat("tea").set("2025-08-07T10:00:00Z", "2025-08-08T10:00:00Z", 30));

    fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T12:00:00Z", HOUR);
    int rows = fold.detected().size();
    fold.absent(Optional.of(Sku.of("tea")));
    fold.ticks("2025-08-07T13:00:00Z", "2025-08-07T20:00:00Z", HOUR);
    assertThat(fold.detected()).as("neither shrunk nor closed").hasSize(rows);
    assertThat(fold.ended()).isEmpty();
    fold.absent(Optional.empty());
    DetectionResult back = fold.tick("2025-08-07T21:00:00Z");
    fold.ticks("2025-08-07T22:00:00Z", "2025-08-08T16:00:00Z", HOUR);

    ReportDetected row = back.detected().get(0);
    assertThat(row.windowEnd()).isEmpty();
    assertThat(row.members()).extracting(m -> m.sku().value()).containsExactly("cola", "tea");
    assertThat(row.members().get(0).windowEnd()).contains(Instant.parse("2025-08-07T12:00:00Z"));
    assertThat(row.attributedSalesTotal()).as("2 and 11 hours").hasToString("390");
    assertThat(fold.ended())
        .singleElement()
        .satisfies(
            end -> assertThat(end.windowEnd()).contains(Instant.parse("2025-08-08T10:00:00Z")));
  }

  /** One tick over a month: the bound holds at the step that reaches it, not at the tick. */
  @Test
  void tick_overMoreThanTheBound_closesTheWindowAtTheBound() {
    DetectionSettings days =
        DetectionSettings.builder().maxEventDuration(Duration.ofDays(2)).build();
    StoreFold fold =
        hourly(flat("cola").set("2025-08-07T10:00:00Z", "2025-08-10T10:00:00Z", 30)).with(days);

    fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T12:00:00Z", HOUR);
    DetectionResult late = fold.tick("2025-08-11T00:00:00Z");

    assertThat(late.ended().get(0).endReason()).isEqualTo(EndReason.STRUCTURAL_CHANGE);
    assertThat(late.ended().get(0).windowEnd()).contains(Instant.parse("2025-08-09T10:00:00Z"));
    assertThat(late.detected().get(0).attributedSalesTotal()).hasToString("1440");
    assertThat(slice(late).steps().to()).isEqualTo("2025-08-09T10:00:00Z");
  }

  private static ReportSlice slice(DetectionResult result) {
    return result.slices().get(result.detected().get(0).reportId());
  }

  private static List<String> windows(StoreFold fold) {
    return fold.detected().stream()
        .filter(row -> row.windowEnd().isPresent())
        .map(LateStepsTest::window)
        .toList();
  }

  private static String window(ReportDetected row) {
    return row.reportId()
        + " "
        + row.windowEnd()
        + " "
        + row.attributedSalesTotal()
        + " "
        + row.baselineSalesTotal();
  }

  private static Script uplift() {
    return flat("cola").set("2025-08-07T10:00:00Z", "2025-08-07T14:00:00Z", 30);
  }

  private static Script flat(String sku) {
    return Script.flat(sku, "PT1H", "2025-08-05T00:00:00Z", "2025-08-12T00:00:00Z", 10);
  }

  private static StoreFold hourly(Script script) {
    return StoreFold.of(TEN, ThresholdClassifier.afterRunOf(2), script);
  }
}
