package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.minorityreport.api.lifecycle.Metric;
import org.minorityreport.api.lifecycle.MonitoringSettings;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.MonitoringRecord;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.view.MinorityReport;

/** Thresholds of monitoring are settings of the run (spec 1.5, 5.8). */
class MonitoringThresholdsTest {
  /** Catches thresholds that only the process knows that set them, or that nobody governs. */
  @Test
  void thresholdsOfTheRun_areThoseThatMeasuresAreHeldAgainst() {
    try (ReviewedWorld world = new ReviewedWorld()) {
      for (MinorityReport report : world.mrs.reports().all()) {
        if (report.proposedCause().filter(cause -> !cause.equals("unknown")).isPresent()) {
          world
              .mrs
              .review()
              .act(ReviewedWorld.ANN, Commands.approve(report.reportId().value()).build());
        }
      }
      assertThat(world.mrs.lifecycle().monitor().measures())
          .as("too few decisions, by the usual settings")
          .noneMatch(row -> row.metric().equals(Metric.SHARE_CONFIRMED.wireName()));
      MonitoringSettings strict =
          MonitoringSettings.builder().minimumDecisions(1).shareConfirmed(0.987).build();
      CommitPosition head = world.logs.head();
      ActRefusedException refused =
          catchThrowableOfType(
              ActRefusedException.class,
              () -> world.mrs.lifecycle().set(strict, ReviewedWorld.DEE, "1", world.time()));
      assertThat(refused.refusal()).isEqualTo(Refusal.NOT_ALLOWED);
      assertThat(world.logs.head()).isEqualTo(head);

      world.mrs.lifecycle().set(strict, ReviewedWorld.ADA, "1", world.time());

      assertThat(world.mrs.lifecycle().settings()).isEqualTo(strict);
      assertThat(world.mrs.lifecycle().monitor().measures())
          .filteredOn(row -> row.metric().equals(Metric.SHARE_CONFIRMED.wireName()))
          .isNotEmpty()
          .extracting(MonitoringRecord::threshold)
          .allSatisfy(threshold -> assertThat(threshold).hasValue(0.987));
    }
  }
}
