package org.minorityreport.core.rereview;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.api.record.RereviewTrigger;
import org.minorityreport.api.series.Direction;

/** What asks for a look without any context (spec 4.7). */
class SignalsTest {
  private static final Instant ONSET = Instant.parse("2025-08-07T09:00:00Z");

  /** Proposals of one cluster, oldest first; those of even number are closed. */
  private static List<LookedAt> proposals(double before, double latest, int of) {
    List<LookedAt> reports = new ArrayList<>();
    for (int i = 0; i < of; i++) {
      reports.add(looked(i, i < of - 20 ? before : latest, "CL-1", i % 2 == 0, List.of()));
    }
    return reports;
  }

  private static LookedAt looked(
      int number, double confidence, String cluster, boolean closed, List<RereviewRound> rounds) {
    Instant tick = ONSET.plus(Duration.ofHours(number));
    ReportAttributed row =
        ReportAttributed.builder()
            .reportId(id(number))
            .runId(RunId.of("main"))
            .writtenAt(tick)
            .storeId(StoreId.of("S1"))
            .sku(Sku.of("A"))
            .addSkus(Sku.of("A"))
            .firstDetectedFrom(ONSET)
            .windowStart(ONSET)
            .windowEnd(closed ? Optional.of(tick.plusSeconds(60)) : Optional.empty())
            .direction(Direction.UPLIFT)
            .severityScore(0.5)
            .addMembers(
                ReportMember.builder()
                    .sku(Sku.of("A"))
                    .direction(Direction.UPLIFT)
                    .raisedAt(ONSET)
                    .severityScore(0.5)
                    .attributedSalesTotal(BigDecimal.TEN)
                    .baselineSalesTotal(BigDecimal.ONE)
                    .build())
            .attributedSalesTotal(BigDecimal.TEN)
            .baselineSalesTotal(BigDecimal.ONE)
            .reportStatus("proposed")
            .isDegraded(false)
            .proposedCause("Heatwave")
            .proposedCauseCategory("weather")
            .confidenceScore(confidence)
            .build();
    return new LookedAt(
        row,
        "Heatwave",
        CommitPosition.of(number + 1),
        List.of(),
        Optional.of(cluster),
        OptionalDouble.empty(),
        CommitPosition.START,
        rounds,
        Optional.empty(),
        CommitPosition.START);
  }

  private static ReportId id(int number) {
    return ReportId.of("MR-" + String.format("%032d", number));
  }

  /** Catches a threshold that is met by 0.15 itself, or a mean of the wrong twenty. */
  @Test
  void clusterWhoseLatestTwentyProposalsAreLessSure_isLookedAtAgain_whereClosed() {
    List<Pick> picks = Signals.confidenceDrift(proposals(0.9, 0.7, 40));
    assertThat(picks)
        .extracting(Pick::report)
        .containsExactlyElementsOf(
            List.of(20, 22, 24, 26, 28, 30, 32, 34, 36, 38).stream().map(SignalsTest::id).toList());
    assertThat(picks)
        .allSatisfy(
            pick -> {
              assertThat(pick.trigger()).isEqualTo(RereviewTrigger.CONFIDENCE_DRIFT);
              assertThat(pick.at()).isEqualTo(ONSET.plus(Duration.ofHours(39)));
            });
    assertThat(Signals.confidenceDrift(proposals(0.9, 0.7, 60))).hasSize(10);
    assertThat(Signals.confidenceDrift(proposals(0.875, 0.725, 40))).as("by 0.15").isEmpty();
    assertThat(Signals.confidenceDrift(proposals(0.7, 0.9, 40))).as("more sure").isEmpty();
    assertThat(Signals.confidenceDrift(proposals(0.9, 0.7, 39))).as("too few").isEmpty();
  }

  @Test
  void orderOfTheReports_isOfNoAccount() {
    List<LookedAt> reports = proposals(0.9, 0.7, 40);
    List<Pick> picks = Signals.confidenceDrift(reports);
    Collections.reverse(reports);
    assertThat(Signals.confidenceDrift(reports)).isEqualTo(picks);
  }

  @Test
  void reportOfAnotherCluster_orThatHadItsRound_isNotPicked() {
    List<LookedAt> reports = proposals(0.9, 0.7, 40);
    RereviewRound had =
        RereviewRound.builder()
            .runId(RunId.of("main"))
            .writtenAt(ONSET)
            .reportId(id(38))
            .rereviewRound(1)
            .triggerReason("confidence_drift")
            .triggerAt(ONSET)
            .build();
    reports.set(38, looked(38, 0.7, "CL-1", true, List.of(had)));
    reports.add(looked(50, 0.1, "CL-2", true, List.of()));
    assertThat(Signals.confidenceDrift(reports))
        .extracting(Pick::report)
        .hasSize(9)
        .doesNotContain(id(38), id(50));
  }
}
