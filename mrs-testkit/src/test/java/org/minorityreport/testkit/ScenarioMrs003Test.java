package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minorityreport.testkit.PlayedScenario.DAN;
import static org.minorityreport.testkit.PlayedScenario.MIA;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.feed.ProtectedStep;
import org.minorityreport.api.feed.Recommendation;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.ReviewState;

/** Spec 1.6: hot weather in one region looks like the radio spots that ran there. */
class ScenarioMrs003Test {
  @Test
  void localWeather_wrongProposal_reviewRequested_causeCorrected_ringFencedToItsRegion(
      @TempDir Path directory) {
    try (PlayedScenario play = new PlayedScenario(directory, "MRS-003", 6)) {
      play.until(play.truth().span().to().plus(Duration.ofHours(14)));
      MinorityEvent event = play.event();
      assertThat(event.proposedCauseCategory()).contains("paid_media");
      assertThat(event.regions()).containsExactly("South West");
      String id = event.eventId().value();

      play.mrs
          .review()
          .act(MIA, Commands.requestReview(id, "data_scientist", "Was it not just hot?").build());
      assertThat(play.mrs.review().workLists().questions(DAN, List.of())).hasSize(1);
      assertThat(play.mrs.events().get(id).reviewState()).isEqualTo(ReviewState.REVIEW_REQUESTED);
      assertThat(play.excluded()).isEmpty();
      play.mrs.review().act(DAN, Commands.answer(id, "31 degrees in both cities").build());
      play.mrs
          .review()
          .act(
              DAN,
              Commands.edit(id).cause("Heatwave").causeCategory("weather").confidence(0.9).build());

      assertThat(play.mrs.review().workLists().questions()).isEmpty();
      assertThat(play.reports())
          .allMatch(r -> r.finalCause().orElseThrow().equals("Heatwave"))
          .allMatch(r -> r.decidedBy().orElseThrow().actor().equals("dan"))
          .allMatch(r -> r.proposedCauseCategory().orElseThrow().equals("paid_media"));
      assertThat(play.mrs.feed().assessments())
          .allMatch(a -> a.recommendation() == Recommendation.EXCLUDE);
      play.until(play.world.lastTick());
      TreeSet<StoreId> fenced =
          new TreeSet<>(play.excluded().stream().map(ProtectedStep::storeId).toList());
      assertThat(fenced).isEqualTo(play.stores());
      assertThat(play.world.stores())
          .filteredOn(s -> fenced.contains(s.storeId()))
          .allMatch(s -> s.region().orElseThrow().equals("South West"));
    }
  }
}
