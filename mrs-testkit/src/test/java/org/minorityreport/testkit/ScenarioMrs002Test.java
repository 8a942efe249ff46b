package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minorityreport.testkit.PlayedScenario.MIA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.feed.AssessmentStatus;
import org.minorityreport.api.feed.ProtectedStep;
import org.minorityreport.api.feed.Recommendation;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.review.Done;
import org.minorityreport.api.view.ConfidenceTier;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;

/** Spec 1.6: a video is shared, some stores sell more; a person finds the link. */
class ScenarioMrs002Test {
  private static final Evidence CLIP =
      Evidence.builder()
          .kind(EvidenceKind.HUMAN)
          .ref("https://videos.example/watch?v=recipe")
          .weight(1)
          .build();

  @Test
  void viralContent_weakCluster_mediumCause_linkAdded_eventApproved_reportsInherit(
      @TempDir Path directory) {
    try (PlayedScenario play = new PlayedScenario(directory, "MRS-002", 6)) {
      play.until(play.truth().span().from().plus(Duration.ofHours(9)));
      MinorityEvent event = play.event();
      String id = event.eventId().value();
      weaklyMatchedAndMediumSure(play.reports());
      assertThat(event.proposedCauseCategory()).contains("social_media");
      assertThat(event.regions()).containsExactly("Greater London", "Scotland");

      Done added = play.mrs.review().act(MIA, Commands.addEvidence(id, CLIP).build());

      assertThat(added.row().evidence()).containsExactly(CLIP);
      assertThat(play.mrs.events().get(id).supportingEvidence()).contains(CLIP);
      assertThat(play.rows(Logs.REPORTS_FINALISED)).isEmpty();
      assertThat(play.excluded()).isEmpty();

      Done approved = play.mrs.review().act(MIA, Commands.approve(id).build());

      inherited(play, approved, event.proposedCause());
      play.until(play.world.lastTick());
      assertThat(play.event().eventStatus()).isEqualTo(EventStatus.ENDED);
      inherited(play, approved, event.proposedCause());
      TreeSet<?> excludedAt =
          new TreeSet<>(play.excluded().stream().map(ProtectedStep::storeId).toList());
      assertThat(excludedAt).isEqualTo(play.stores());
    }
  }

  /** The shape says little: most match a cluster barely or none at all. The cause is middling. */
  private static void weaklyMatchedAndMediumSure(List<MinorityReport> reports) {
    assertThat(reports)
        .allMatch(
            r -> ConfidenceTier.of(r.confidenceScore()).equals(Optional.of(ConfidenceTier.MEDIUM)))
        .allMatch(
            r ->
                r.supportingEvidence().stream()
                    .anyMatch(e -> e.kind() == EvidenceKind.CONTEXT_EVENT));
    long weak =
        reports.stream()
            .filter(
                r ->
                    ConfidenceTier.of(r.clusterMatchConfidence())
                        .filter(tier -> tier != ConfidenceTier.LOW)
                        .isEmpty())
            .count();
    assertThat(weak).isGreaterThan(reports.size() / 2);
  }

  /** One act on the event decides each of its reports, those that joined later included. */
  private static void inherited(PlayedScenario play, Done approved, Optional<String> cause) {
    List<MinorityReport> reports = play.reports();
    assertThat(reports)
        .allMatch(r -> r.finalDecision().equals(Optional.of("approved")))
        .allMatch(r -> r.finalCause().equals(cause))
        .allMatch(r -> r.annotationId().equals(Optional.of(approved.row().annotationId())));
    List<ReportFinalised> rows = play.rows(Logs.REPORTS_FINALISED);
    assertThat(rows)
        .hasSameSizeAs(reports)
        .allMatch(row -> row.decisionLevel().equals(Optional.of("event")));
    assertThat(play.rows(Logs.USER_EDITS)).isEmpty();
    assertThat(play.rows(Logs.USER_EVENT_EDITS)).hasSize(2);
    assertThat(play.mrs.feed().assessments())
        .hasSameSizeAs(reports)
        .allMatch(a -> a.status() == AssessmentStatus.CONFIRMED)
        .allMatch(a -> a.recommendation() == Recommendation.EXCLUDE);
  }
}
