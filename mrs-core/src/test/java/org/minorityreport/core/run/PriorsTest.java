package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.AttributionPrediction;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.value.Cut;

/**
 * Models of attribution are told what people confirmed before the tick (spec 5.1): S1 and S2 of one
 * retailer have reports that are open from 12:00 to 22:00 on 5 August, of which the model says
 * weather.
 */
class PriorsTest {
  private final OutageWorld world = new OutageWorld();

  @AfterEach
  void close() {
    world.close();
  }

  /** What the model was told when it was asked last about S2, or of the store given. */
  private List<String> told(String store) {
    List<AttributionQuestion> asked = world.primary(ModelRole.ATTRIBUTION).explained(store);
    return asked.get(asked.size() - 1).priors().stream()
        .map(
            prior ->
                prior.category()
                    + prior.retailer().map(r -> " at " + r).orElse("")
                    + prior.season().map(s -> " in " + s.wireName()).orElse("")
                    + " "
                    + prior.confirmed()
                    + " "
                    + prior.share())
        .toList();
  }

  private AnnotationId decide(String store, String action, UnaryOperator<UserEdit.Builder> more) {
    return world.act(Logs.USER_EDITS, world.report(store).reportId().value(), action, more);
  }

  @Test
  void withoutDecisions_thereAreNone() {
    world.ticks(9, 14);
    assertThat(told("S2")).isEmpty();
    decide("S1", "comment", e -> e.note("strange"));
    world.tick(15);
    assertThat(told("S2")).isEmpty();
  }

  @Test
  void whatWasConfirmed_isToldFromTheNextTickOn_byRetailerAndSeason() {
    world.ticks(9, 13);
    decide("S1", "approve", e -> e);
    world.tick(14);
    assertThat(told("S2"))
        .containsExactly(
            "weather 1 1.0", "weather at Corner 1 1.0", "weather at Corner in jun_aug 1 1.0");

    decide("S2", "edit", e -> e.cause("Shop next door").causeCategory("competitor_action"));
    world.tick(15);
    assertThat(told("S1"))
        .containsExactly(
            "competitor_action 1 0.5",
            "weather 1 0.5",
            "competitor_action at Corner 1 0.5",
            "weather at Corner 1 0.5",
            "competitor_action at Corner in jun_aug 1 0.5",
            "weather at Corner in jun_aug 1 0.5");
    assertThat(world.stageRun("attribution", 15).editsSeen())
        .isEqualTo(Map.of("user_edits_log", 2L, "minority_reports_finalised_log", 2L));
  }

  /** An event that is confirmed confirms its reports. */
  @Test
  void whatWasConfirmedOfAnEvent_countsForEachOfItsReports() {
    world.ticks(9, 13);
    String event = world.report("S1").reportGroupId().orElseThrow().value();
    world.act(Logs.USER_EVENT_EDITS, event, "approve", e -> e);
    world.tick(14);
    assertThat(told("S2").get(0)).isEqualTo("weather 2 1.0");
  }

  @Test
  void whatWasTakenBackOrRejected_orApprovedByAPolicy_countsNoMore() {
    world.ticks(9, 13);
    AnnotationId act = decide("S1", "approve", e -> e);
    decide("S2", "approve", e -> e.actor("system").role("system"));
    world.tick(14);
    assertThat(told("S2").get(0)).isEqualTo("weather 1 1.0");
    decide("S1", "revert", e -> e.refersTo(act));
    world.tick(15);
    assertThat(told("S2")).isEmpty();
    decide("S1", "approve", e -> e.note("again"));
    world.tick(16);
    decide("S1", "reject", e -> e.note("no"));
    world.tick(17);
    assertThat(told("S2")).isEmpty();
  }

  /** Catches priors of today in ticks of then, and a pin that another process does not find. */
  @Test
  void ticksRunAgain_areToldWhatTheyWereTold() {
    world.ticks(9, 13);
    decide("S1", "approve", e -> e);
    world.ticks(14, 15);
    decide("S2", "approve", e -> e);
    world.ticks(16, 17);
    long head = world.logs.head().value();

    world.ticks(12, 17);
    assertThat(world.logs.head().value()).isEqualTo(head);
    world.restart();
    world.ticks(13, 17);
    assertThat(world.logs.head().value()).isEqualTo(head);
    assertThat(told("S2").get(0)).isEqualTo("weather 2 1.0");
    world.tick(14);
    assertThat(told("S2").get(0)).isEqualTo("weather 1 1.0");
  }

  /** A process may end between an act and its outcome: the next tick is told all the same. */
  @Test
  void decisionWhoseOutcomeWasNotWritten_isFinalisedBeforeTheNextTick() {
    world.ticks(9, 13);
    UserEdit.Builder edit = UserEdit.builder();
    edit.runId(OutageWorld.RUN)
        .writtenAt(OutageWorld.at(13))
        .annotationId(AnnotationId.of("AN-" + "7".repeat(32)))
        .targetId(world.report("S1").reportId().value())
        .action("approve")
        .actor("ann")
        .role("marketer")
        .basedOn(Cut.of(Map.of()));
    world.append(Logs.USER_EDITS, Writer.REVIEW, edit.build());
    world.restart();
    world.tick(14);

    assertThat(told("S2").get(0)).isEqualTo("weather 1 1.0");
  }

  /**
   * Rows of models that got other priors have another digest; without any it is as it always was.
   */
  @Test
  void digestOfTheInput_followsWhatWasConfirmed() {
    world.ticks(9, 13);
    decide("S1", "comment", e -> e.note("strange"));
    world.tick(14);
    String none = digest(14);
    decide("S1", "approve", e -> e);
    world.rerun(14);
    assertThat(digest(14)).as("a tick run again keeps what it saw").isEqualTo(none);
    world.tick(15);
    assertThat(digest(15)).isNotEqualTo(digest(14));
  }

  private String digest(int hour) {
    return world.rows(Logs.ATTRIBUTION_PREDICTIONS, hour).stream()
        .filter(row -> row.reportId().equals(world.report("S2").reportId()))
        .map(AttributionPrediction::inputDigest)
        .findFirst()
        .orElseThrow();
  }
}
