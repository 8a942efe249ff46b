package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minorityreport.testkit.PlayedScenario.MIA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.feed.AssessmentStatus;
import org.minorityreport.api.feed.ProtectedStep;
import org.minorityreport.api.feed.Recommendation;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ValueSource;

/** Spec 1.6: a rival's shelves are empty, sales of one region rise for some hours. */
class ScenarioMrs001Test {
  @Test
  void competitorStockOut_isFound_explained_approved_keptFromOptimisers_andOver(
      @TempDir Path directory) {
    try (PlayedScenario play = new PlayedScenario(directory, "MRS-001", 6)) {
      play.until(play.truth().span().from().plus(Duration.ofHours(5)));
      stages(play);
      MinorityEvent event = play.event();
      assertThat(event.eventStatus()).isEqualTo(EventStatus.ACTIVE);
      assertThat(event.regions()).containsExactly("West Midlands");
      assertThat(event.proposedCause()).contains(play.truth().cause());
      assertThat(event.confidenceScore().orElseThrow()).isGreaterThan(0.7);
      assertThat(play.mrs.feed().assessments())
          .allMatch(a -> a.status() == AssessmentStatus.PROVISIONAL)
          .allMatch(a -> a.recommendation() == Recommendation.INVESTIGATE);
      assertThat(play.excluded()).isEmpty();

      play.mrs.review().act(MIA, Commands.approve(event.eventId().value()).build());

      assertThat(play.mrs.feed().assessments())
          .allMatch(a -> a.status() == AssessmentStatus.CONFIRMED)
          .allMatch(a -> a.recommendation() == Recommendation.EXCLUDE);
      assertThat(play.excluded()).isNotEmpty();
      play.until(play.world.lastTick());
      over(play, event);
    }
  }

  private static void stages(PlayedScenario play) {
    int reports = play.reports().size();
    assertThat(play.rows(Logs.REPORTS_DETECTED)).hasSizeGreaterThan(reports);
    assertThat(play.rows(Logs.REPORTS_CLUSTERED)).hasSizeGreaterThanOrEqualTo(reports);
    assertThat(play.rows(Logs.REPORTS_ATTRIBUTED))
        .allMatch(row -> row.proposedCauseCategory().equals("competitor_action"));
    assertThat(play.rows(Logs.REPORTS_COHORTED)).hasSizeGreaterThanOrEqualTo(reports);
    assertThat(play.rows(Logs.REPORTS_FINALISED)).isEmpty();
    assertThat(play.rows(Logs.ERRORS)).isEmpty();
  }

  /** It ends by itself; later reports of the event are decided too; then sales are as usual. */
  private static void over(PlayedScenario play, MinorityEvent before) {
    List<MinorityReport> reports = play.reports();
    assertThat(play.mrs.events().get(before.eventId().value()).eventStatus())
        .isEqualTo(EventStatus.ENDED);
    assertThat(reports)
        .allMatch(r -> r.finalDecision().equals(Optional.of("approved")))
        .allMatch(r -> r.endReason().equals(Optional.of(EndReason.RETURNED_TO_BASELINE)))
        .allMatch(r -> r.temporary().equals(Optional.of(true)));
    assertThat(play.rows(Logs.REPORTS_FINALISED)).hasSameSizeAs(reports);
    List<ProtectedStep> excluded = play.excluded();
    for (MinorityReport report : reports) {
      assertThat(excluded)
          .filteredOn(step -> step.reportId().equals(Optional.of(report.reportId())))
          .isNotEmpty()
          .allMatch(step -> !step.timestamp().isBefore(report.windowStart()))
          .allMatch(step -> step.timestamp().isBefore(report.windowEnd().orElseThrow()));
      String id = report.reportId().value();
      assertThat(play.mrs.audit().trail(id).commits()).hasSizeGreaterThan(5);
      assertThat(play.mrs.audit().explain(id, "final_cause").sourceUsed())
          .contains(ValueSource.FINALISED);
    }
    assertThat(play.mrs.feed().windows()).isNotEmpty();
  }
}
