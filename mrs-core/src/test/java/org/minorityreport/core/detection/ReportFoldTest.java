package org.minorityreport.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.stage.DetectionResult;

/** Spec 2.2: one report per store and onset, whatever SKU, direction and tick. */
class ReportFoldTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ScriptedBaseline TEN = ScriptedBaseline.constant(10);

  @Test
  void report_twoSeriesOfOneOnset_isOneReportWithTheirSums() {
    StoreFold fold =
        fold(
            flat("tea").set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 50),
            flat("cola").set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 30),
            flat("milk"));

    DetectionResult result = fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T12:00:00Z", HOUR);

    assertThat(result.detected()).hasSize(1);
    ReportDetected row = result.detected().get(0);
    assertThat(row.skus()).containsExactly(Sku.of("cola"), Sku.of("tea"));
    assertThat(row.members()).extracting(ReportMember::sku).isEqualTo(row.skus());
    assertThat(row.sku()).as("the most severe").isEqualTo(Sku.of("tea"));
    assertThat(row.severityScore()).isEqualTo(0.4);
    assertThat(row.attributedSalesTotal()).hasToString("160");
    assertThat(row.baselineSalesTotal()).hasToString("40");
    assertThat(row.members())
        .extracting(m -> m.attributedSalesTotal().toString())
        .containsExactly("60", "100");
  }

  @Test
  void report_equalSeverities_isLedByTheSmallerSku() {
    StoreFold fold =
        fold(
            flat("tea").set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 30),
            flat("cola").set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 30));

    DetectionResult result = fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T12:00:00Z", HOUR);

    assertThat(result.detected().get(0).sku()).isEqualTo(Sku.of("cola"));
  }

  @Test
  void report_oneUpOneDown_hasTheSignOfTheSum() {
    StoreFold fold =
        fold(
            flat("tea").set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 0),
            flat("cola").set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 18));

    DetectionResult result = fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T12:00:00Z", HOUR);

    ReportDetected row = result.detected().get(0);
    assertThat(row.direction()).isEqualTo(Direction.DROP);
    assertThat(row.members())
        .extracting(ReportMember::direction)
        .containsExactly(Direction.UPLIFT, Direction.DROP);
  }

  @Test
  void report_sumOfZero_hasTheDirectionOfTheLead() {
    StoreFold fold =
        fold(
            flat("tea").set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 0),
            flat("cola").set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 20));

    DetectionResult result = fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T12:00:00Z", HOUR);

    ReportDetected row = result.detected().get(0);
    assertThat(row.attributedSalesTotal()).isEqualTo(row.baselineSalesTotal());
    assertThat(row.sku()).isEqualTo(Sku.of("cola"));
    assertThat(row.direction()).isEqualTo(Direction.UPLIFT);
  }

  @Test
  void report_differentOnsets_areDifferentReports() {
    StoreFold fold =
        fold(
            flat("tea").set("2025-08-07T10:00:00Z", "2025-08-07T13:00:00Z", 30),
            flat("cola").set("2025-08-07T11:00:00Z", "2025-08-07T13:00:00Z", 30));

    DetectionResult result = fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T13:00:00Z", HOUR);

    assertThat(result.detected())
        .extracting(r -> r.firstDetectedFrom().toString())
        .containsExactlyInAnyOrder("2025-08-07T10:00:00Z", "2025-08-07T11:00:00Z");
    assertThat(result.detected())
        .extracting(r -> r.reportId().value())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  /** Open while a member is open; the closed member keeps its last values in later rows. */
  @Test
  void report_oneMemberEndsBefore_staysOpenUntilTheLast() {
    StoreFold fold =
        fold(
            flat("tea").set("2025-08-07T10:00:00Z", "2025-08-07T20:00:00Z", 30),
            flat("cola").set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 30));

    DetectionResult open = fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T22:00:00Z", HOUR);
    assertThat(fold.ended()).isEmpty();
    DetectionResult closing = fold.ticks("2025-08-07T23:00:00Z", "2025-08-08T00:00:00Z", HOUR);

    ReportDetected row = open.detected().get(0);
    assertThat(row.windowEnd()).isEmpty();
    assertThat(row.members().get(0).windowEnd()).contains(Instant.parse("2025-08-07T12:00:00Z"));
    assertThat(row.members().get(1).windowEnd()).isEmpty();
    assertThat(row.attributedSalesTotal()).hasToString("360");
    assertThat(closing.ended()).hasSize(1);
    assertThat(closing.ended().get(0).windowEnd()).contains(Instant.parse("2025-08-07T20:00:00Z"));
    assertThat(closing.detected().get(0).windowEnd())
        .contains(Instant.parse("2025-08-07T20:00:00Z"));
    assertThat(closing.detected().get(0).attributedSalesTotal()).hasToString("360");
  }

  /** Tea deviates at ten, is unknown for hours, and becomes an alarm after cola has closed. */
  @Test
  void report_memberRaisedAfterItClosed_isOpenedAgain() {
    StoreFold fold =
        fold(
            flat("cola").set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 30),
            flat("tea")
                .set("2025-08-07T10:00:00Z", "2025-08-07T18:00:00Z", 30)
                .unknown("2025-08-07T11:00:00Z", "2025-08-07T17:00:00Z"));

    DetectionResult closing = fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T16:00:00Z", HOUR);
    fold.tick("2025-08-07T17:00:00Z");
    DetectionResult again = fold.tick("2025-08-07T18:00:00Z");
    DetectionResult later = fold.tick("2025-08-07T19:00:00Z");
    DetectionResult end = fold.ticks("2025-08-07T20:00:00Z", "2025-08-07T22:00:00Z", HOUR);

    assertThat(closing.ended()).hasSize(1);
    ReportDetected row = again.detected().get(0);
    assertThat(row.reportId()).isEqualTo(closing.ended().get(0).reportId());
    assertThat(row.windowEnd()).isEmpty();
    assertThat(row.skus()).containsExactly(Sku.of("cola"), Sku.of("tea"));
    assertThat(row.members().get(0)).isEqualTo(closing.detected().get(0).members().get(0));
    assertThat(row.members().get(1).raisedAt()).isEqualTo("2025-08-07T18:00:00Z");
    ReportEnded reopened = again.ended().get(0);
    assertThat(reopened.eventStatus()).isEqualTo(EventStatus.ACTIVE);
    assertThat(reopened.endReason()).isEqualTo(EndReason.REOPENED);
    assertThat(reopened.windowEnd()).isEmpty();
    assertThat(later.ended()).as("said once").isEmpty();
    assertThat(end.ended()).hasSize(1);
    assertThat(end.ended().get(0).endReason()).isEqualTo(EndReason.RETURNED_TO_BASELINE);
    assertThat(fold.ended()).hasSize(3);
  }

  /** Twenty units more at a third of a pound are 6.67; two such members are 13.34, not 13.33. */
  @Test
  void impact_isRoundedOncePerMemberAndSummed() {
    ScriptedBaseline three = ScriptedBaseline.constant(3);
    StoreFold fold =
        StoreFold.of(three, ThresholdClassifier.afterRunOf(2), priced("cola"), priced("tea"));

    DetectionResult result = fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T12:00:00Z", HOUR);

    ReportDetected row = result.detected().get(0);
    assertThat(row.members())
        .extracting(m -> m.impactEstimate().orElseThrow().toString())
        .containsExactly("6.67", "6.67");
    assertThat(row.impactEstimate().orElseThrow()).hasToString("13.34");
    assertThat(row.attributedRevenueTotal().orElseThrow()).hasToString("400.00");
    assertThat(row.baselineRevenueTotal().orElseThrow()).hasToString("4.00");
  }

  @Test
  void impact_ofOnePricedMember_isThatOfTheReport() {
    ScriptedBaseline three = ScriptedBaseline.constant(3);
    Script free =
        Script.flat("tea", "PT1H", "2025-08-05T00:00:00Z", "2025-08-10T00:00:00Z", 3)
            .set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 13);
    StoreFold fold = StoreFold.of(three, ThresholdClassifier.afterRunOf(2), priced("cola"), free);

    DetectionResult result = fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T12:00:00Z", HOUR);

    ReportDetected row = result.detected().get(0);
    assertThat(row.impactEstimate().orElseThrow()).hasToString("6.67");
    assertThat(row.members().get(1).impactEstimate()).isEmpty();
  }

  @Test
  void impact_withoutAnyPrice_isAbsent() {
    StoreFold fold = fold(flat("cola").set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 30));

    DetectionResult result = fold.ticks("2025-08-07T09:00:00Z", "2025-08-07T12:00:00Z", HOUR);

    assertThat(result.detected().get(0).impactEstimate()).isEmpty();
    assertThat(result.detected().get(0).attributedRevenueTotal()).isEmpty();
    assertThat(result.detected().get(0).baselineRevenueTotal()).isEmpty();
  }

  /** Three units for a pound before the window, two units for 200 pounds within it. */
  private static Script priced(String sku) {
    return Script.flat(sku, "PT1H", "2025-08-05T00:00:00Z", "2025-08-10T00:00:00Z", 3)
        .set("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 13)
        .revenue("2025-08-05T00:00:00Z", "2025-08-07T10:00:00Z", 100)
        .revenue("2025-08-07T10:00:00Z", "2025-08-07T12:00:00Z", 10_000);
  }

  private static Script flat(String sku) {
    return Script.flat(sku, "PT1H", "2025-08-05T00:00:00Z", "2025-08-10T00:00:00Z", 10);
  }

  private static StoreFold fold(Script... scripts) {
    return StoreFold.of(TEN, ThresholdClassifier.afterRunOf(2), scripts);
  }
}
