package org.minorityreport.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.stage.DetectionResult;

/** Spec 4.1 by its own example: store 327. */
class DetectionTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ScriptedBaseline TEN = ScriptedBaseline.constant(10);

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
