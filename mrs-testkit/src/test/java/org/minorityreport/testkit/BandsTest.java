package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.view.Bands;
import org.minorityreport.api.view.ConfidenceTier;
import org.minorityreport.api.view.EventQuery;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.api.view.ReportQuery;
import org.minorityreport.api.view.SeverityClass;
import org.minorityreport.core.hydrate.Hydration;

/** What confidences and severities are called is a setting (spec 3.9). */
class BandsTest {
  @Test
  void bounds_areTheLeastOfTheirBand() {
    assertThat(Bands.USUAL.tier(0.5)).isEqualTo(ConfidenceTier.MEDIUM);
    assertThat(Bands.USUAL.tier(0.499999)).isEqualTo(ConfidenceTier.LOW);
    assertThat(Bands.USUAL.tier(0.7)).isEqualTo(ConfidenceTier.HIGH);
    assertThat(Bands.USUAL.severity(0.85)).isEqualTo(SeverityClass.CRITICAL);
    Bands strict = Bands.builder().confidenceHigh(0.9).severityCritical(0.99).build();
    assertThat(strict.tier(0.85)).isEqualTo(ConfidenceTier.MEDIUM);
    assertThat(strict.severity(0.98)).isEqualTo(SeverityClass.HIGH);
    assertThatThrownBy(() -> Bands.builder().confidenceHigh(0.4).build())
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("confidence_high")
        .hasMessageContaining("0.5");
    assertThatThrownBy(() -> Bands.builder().severityCritical(0.5).build())
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> Bands.builder().severityMedium(Double.NaN).build())
        .isInstanceOf(InvalidValueException.class);
  }

  /** Catches bands that change what was, hold for another process only, or count at all ticks. */
  @Test
  void bandsOfARun_holdFromTheirRowOn_andPastViewsKeepTheirs() {
    try (ReviewedWorld world = new ReviewedWorld()) {
      CommitPosition before = world.now();
      List<ReportId> critical = critical(world.mrs.reports());
      double least =
          world.mrs.reports().all().stream()
              .mapToDouble(MinorityReport::severityScore)
              .min()
              .orElseThrow();
      Bands all =
          Bands.builder()
              .severityMedium(least / 4)
              .severityHigh(least / 2)
              .severityCritical(least)
              .build();

      world.mrs.bands().set(all, ReviewedWorld.ADA, "1", world.time());

      assertThat(world.mrs.reports().bands()).isEqualTo(all);
      assertThat(critical(world.mrs.reports())).hasSameSizeAs(world.mrs.reports().all());
      assertThat(critical).hasSizeLessThan(world.mrs.reports().all().size());
      EventQuery events = EventQuery.builder().addSeverityClasses(SeverityClass.CRITICAL).build();
      assertThat(world.mrs.events().find(events).total()).isPositive();
      assertThat(critical(world.mrs.reports(AsOf.atPosition(before)))).isEqualTo(critical);
      assertThat(critical(Hydration.hydrate(world.logs, SmallWorld.RUN, AsOf.now()).reports()))
          .hasSameSizeAs(world.mrs.reports().all());
    }
  }

  private static List<ReportId> critical(MinorityReports reports) {
    return reports
        .find(
            ReportQuery.builder()
                .addSeverityClasses(SeverityClass.CRITICAL)
                .pageSize(Integer.MAX_VALUE)
                .build())
        .items()
        .stream()
        .map(MinorityReport::reportId)
        .toList();
  }

  @Test
  void onlyAnAdmin_maySetThem() {
    try (ReviewedWorld world = new ReviewedWorld()) {
      CommitPosition head = world.logs.head();
      ActRefusedException refused =
          catchThrowableOfType(
              ActRefusedException.class,
              () -> world.mrs.bands().set(Bands.USUAL, ReviewedWorld.DEE, "1", world.time()));
      assertThat(refused.refusal()).isEqualTo(Refusal.NOT_ALLOWED);
      assertThat(world.logs.head()).isEqualTo(head);
    }
  }
}
