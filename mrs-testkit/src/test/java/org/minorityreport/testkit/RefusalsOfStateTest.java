package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.minorityreport.testkit.ReviewedWorld.ANN;
import static org.minorityreport.testkit.ReviewedWorld.DEE;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.review.ReviewCommand;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;

/** Refusals that only the history of a report explains: each has its own code. */
class RefusalsOfStateTest {
  private static final Instant FIRST = Instant.parse("2025-07-01T00:00:00Z");

  private static ActRefusedException refused(Mrs mrs, Actor actor, ReviewCommand command) {
    CommitPosition head = mrs.logs().head();
    ThrowingCallable act = () -> mrs.review().act(actor, command);
    ActRefusedException refusal = catchThrowableOfType(ActRefusedException.class, act);
    assertThat(mrs.logs().head()).as("nothing is appended").isEqualTo(head);
    return refusal;
  }

  /** What it sold is corrected, and nothing is left of it. */
  @Test
  void actOnASupersededReport_isRefused() {
    try (ReviewedWorld world = new ReviewedWorld()) {
      MinorityReport report = world.proposed();
      SmallWorld corrected = new SmallWorld();
      for (Sku sku : report.skus()) {
        corrected.without(
            report.storeId(),
            sku,
            report.windowStart().minus(Duration.ofHours(1)),
            report.windowEnd().orElseThrow().plus(Duration.ofHours(1)));
      }
      List<Instant> ticks = SmallWorld.ticks();
      try (Mrs mrs = SmallWorld.open(world.logs, corrected.tables(), 1)) {
        mrs.tick(ticks.get(ticks.size() - 1));
        assertThat(mrs.reports().get(report.reportId().value()).reportStatus())
            .isEqualTo("superseded");

        ActRefusedException refusal =
            refused(mrs, ANN, Commands.approve(report.reportId().value()).build());

        assertThat(refusal.refusal()).isEqualTo(Refusal.SUPERSEDED_TARGET);
        assertThat(refusal).hasMessageContaining("the data behind it were corrected");
      }
    }
  }

  @Test
  void lookAlikesOfAReportThatWasNeverClustered_areRefused() {
    LogStore logs = LogStores.inMemory(SmallWorld.CLOCK);
    try (ReviewedWorld world = new ReviewedWorld(logs, log -> log != Logs.REPORTS_CLUSTERED)) {
      String report = world.mrs.reports().all().get(0).reportId().value();
      ActRefusedException refusal =
          catchThrowableOfType(
              ActRefusedException.class,
              () -> world.mrs.review().workLists().lookAlikes(report, 3));
      assertThat(refusal.refusal()).isEqualTo(Refusal.NO_SHAPE);
      assertThat(refusal).hasMessageContaining(report);
    }
  }

  /** Two afternoons at one store; the window of the first may not reach into the second. */
  @Test
  void windowOverAnotherReportOfTheSameSeries_isRefused_withItsIdAndWindow() {
    try (LogStore logs = LogStores.inMemory(SmallWorld.CLOCK);
        Mrs mrs = SmallWorld.open(logs, twoAfternoons(), 1)) {
      for (int hour = 29 * 24; hour <= 33 * 24; hour++) {
        mrs.tick(FIRST.plus(Duration.ofHours(hour)));
      }
      List<MinorityReport> both =
          mrs.reports().all().stream()
              .sorted(Comparator.comparing(MinorityReport::windowStart))
              .toList();
      assertThat(both).hasSize(2);
      MinorityReport first = both.get(0);
      MinorityReport second = both.get(1);

      ActRefusedException refusal =
          refused(mrs, DEE, window(first, second.windowStart().plus(Duration.ofHours(1))));

      assertThat(refusal.refusal()).isEqualTo(Refusal.WINDOW_TAKEN);
      assertThat(refusal)
          .hasMessageContaining(second.reportId().value())
          .hasMessageContaining(second.windowStart().toString());
      mrs.review().act(DEE, window(first, second.windowStart()));
      assertThat(mrs.reports().get(first.reportId().value()).windowEnd())
          .as("up to where the other begins it may go")
          .hasValue(second.windowStart());
    }
  }

  private static ReviewCommand window(MinorityReport report, Instant end) {
    return Commands.edit(report.reportId().value())
        .cause("Market day")
        .causeCategory("retail_event")
        .windowStart(report.windowStart())
        .windowEnd(end)
        .build();
  }

  private static InputTables twoAfternoons() {
    Cadence hour = Cadence.parse("PT1H");
    int count = 33 * 24;
    long[] thousandths = new long[count];
    for (int i = 0; i < count; i++) {
      boolean afternoon = i % 24 >= 12 && i % 24 < 18;
      boolean busy = afternoon && (i / 24 == 29 || i / 24 == 31);
      thousandths[i] = (busy ? 3 : 1) * (40_000L + i % 3 * 1_000L);
    }
    return InputTables.builder(SalesSource.builder().name("till").cadence(hour).build())
        .store(Store.builder().storeId(StoreId.of("S1")).retailer("Northway").build())
        .sales(
            SalesSeries.of(
                SeriesId.of(StoreId.of("S1"), Sku.of("A")),
                Steps.of(FIRST, hour, count),
                thousandths))
        .campaigns(List.of())
        .contextEvents(List.of())
        .build();
  }
}
