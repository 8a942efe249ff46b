package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minorityreport.testkit.PlayedScenario.MIA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.feed.AssessmentStatus;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;

/**
 * Spec 1.6: a model is down for some ticks; nothing stops, what it concerns is marked, it heals.
 */
class ScenarioOutageTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void attributionDown_reportsComeWithoutCause_marked_andHaveItOneGoodTickLater(
      @TempDir Path directory) {
    try (PlayedScenario play =
        new PlayedScenario(directory, Set.of("MRS-001", "ATTRIBUTION-DOWN"), 6)) {
      TimeSpan out = play.outage("attribution");
      play.until(out.to().minusSeconds(1));
      List<MinorityReport> marked = play.mrs.reports().all();
      assertThat(marked)
          .allMatch(r -> r.degradedReasons().equals(List.of("MRPAL_down")))
          .allMatch(r -> r.reportStatus().endsWith("_degraded_MRPAL_down"))
          .allMatch(r -> r.clusterId().isPresent() || r.nearestClusterId().isPresent())
          .allMatch(r -> r.reportGroupId().isPresent());
      assertThat(marked).filteredOn(r -> !r.firstDetectedFrom().isBefore(out.from())).isEmpty();
      assertThat(play.rows(Logs.ERRORS)).isNotEmpty();
      notStopped(play, out);

      play.until(out.to().plus(HOUR));

      assertThat(play.reports())
          .noneMatch(MinorityReport::isDegraded)
          .allMatch(r -> r.proposedCause().equals(Optional.of(play.truth().cause())));
      assertThat(play.mrs.reports(AsOf.now().untilTick(out.to().minus(HOUR))).all())
          .as("the past stays as it was")
          .allMatch(MinorityReport::isDegraded);
      approvedAndFed(play);
    }
  }

  @Test
  void clusteringDown_whatIsKnownStays_marked_andGoesOnOneGoodTickLater(@TempDir Path directory) {
    try (PlayedScenario play =
        new PlayedScenario(directory, Set.of("MRS-002", "CLUSTERING-DOWN"), 6)) {
      TimeSpan out = play.outage("cluster");
      play.until(out.from().minusSeconds(1));
      List<MinorityReport> before = play.reports();
      assertThat(before).noneMatch(MinorityReport::isDegraded);
      play.until(out.to().minusSeconds(1));
      for (MinorityReport then : before) {
        MinorityReport now = play.mrs.reports().get(then.reportId().value());
        assertThat(now.clusterId()).isEqualTo(then.clusterId());
        assertThat(now.similarityScore()).isEqualTo(then.similarityScore());
        assertThat(now.proposedCause()).isEqualTo(then.proposedCause());
        assertThat(now.degradedReasons())
            .isEqualTo(then.windowEnd().isEmpty() ? List.of("MRCL_down") : List.of());
      }
      notStopped(play, out);

      play.until(out.to().plus(HOUR));

      assertThat(play.reports()).noneMatch(MinorityReport::isDegraded);
      approvedAndFed(play);
    }
  }

  /** Every stage has a row at every tick of the outage; only the one concerned is not well. */
  private static void notStopped(PlayedScenario play, TimeSpan out) {
    List<StageRun> during =
        play.rows(Logs.STAGE_RUNS).stream().filter(run -> out.contains(run.writtenAt())).toList();
    assertThat(during.stream().map(StageRun::stage).distinct().toList())
        .contains("detection", "clustering", "attribution", "cohorting");
    assertThat(during)
        .filteredOn(run -> run.stage().equals("detection"))
        .isNotEmpty()
        .allMatch(run -> run.outcome() == StageOutcome.OK);
    assertThat(during).anyMatch(run -> run.outcome() != StageOutcome.OK);
    assertThat(play.mrs.health().isGood()).isFalse();
  }

  /** In the end it is as if nothing had been down. */
  private static void approvedAndFed(PlayedScenario play) {
    MinorityEvent event = play.event();
    play.mrs.review().act(MIA, Commands.approve(event.eventId().value()).build());
    play.until(play.world.lastTick());
    assertThat(play.event().eventStatus()).isEqualTo(EventStatus.ENDED);
    assertThat(play.mrs.feed().assessments())
        .allMatch(a -> a.status() == AssessmentStatus.CONFIRMED);
    assertThat(play.excluded()).isNotEmpty();
    assertThat(play.mrs.health().isGood()).isTrue();
  }
}
