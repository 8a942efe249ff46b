package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minorityreport.testkit.PlayedScenario.MIA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.feed.AssessmentStatus;
import org.minorityreport.api.feed.Recommendation;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.view.MinorityReport;

/** Spec 1.6: a till booked a weekend twice, the retailer sends it again (spec 4.9). */
class ScenarioCorrectedFeedTest {
  @Test
  void weekendBookedTwice_reportsCloseThemselvesAsSuperseded_andTheFeedWithdrawsThem(
      @TempDir Path directory) {
    try (PlayedScenario play = new PlayedScenario(directory, "RESENT-WEEKEND", 9)) {
      play.until(play.world.firstTick().plus(Duration.ofDays(5)));
      List<MinorityReport> wrong = play.mrs.reports().all();
      assertThat(wrong)
          .isNotEmpty()
          .allMatch(r -> r.city().orElseThrow().equals("Newcastle"))
          .noneMatch(r -> r.reportStatus().equals("superseded"));
      play.mrs.review().act(MIA, Commands.comment(wrong.get(0).reportId().value(), "odd").build());

      play.until(play.world.lastTick());

      assertThat(play.mrs.reports().all())
          .hasSameSizeAs(wrong)
          .allMatch(r -> r.reportStatus().equals("superseded"))
          .allMatch(r -> r.endReason().orElseThrow() == EndReason.DATA_CORRECTION);
      assertThat(play.mrs.events().all())
          .allMatch(e -> e.eventStatus() == EventStatus.ENDED)
          .allMatch(e -> e.resolutionReason().orElseThrow().equals("data_correction"));
      assertThat(play.mrs.feed().assessments())
          .allMatch(a -> a.status() == AssessmentStatus.SUPERSEDED)
          .noneMatch(a -> a.recommendation() == Recommendation.EXCLUDE);
      assertThat(play.excluded()).isEmpty();
    }
  }
}
