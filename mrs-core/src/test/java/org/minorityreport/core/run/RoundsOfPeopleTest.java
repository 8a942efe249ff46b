package org.minorityreport.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ClusterVersion;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReviewState;

/** Rounds after rejections and reopenings, and those whose time has come (spec 4.7, 4.8, 7.4). */
class RoundsOfPeopleTest {
  private final OutageWorld world = new OutageWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private AnnotationId act(String store, String action, UnaryOperator<UserEdit.Builder> more) {
    return world.act(Logs.USER_EDITS, world.report(store).reportId().value(), action, more);
  }

  private List<String> triggers() {
    return world.all(Logs.REREVIEW_WORKLIST).stream().map(RereviewRound::triggerReason).toList();
  }

  /** Catches a linked event that is no candidate because it was somewhere else. */
  @Test
  void rejectionWithALinkedEvent_weighsThatAsSaidByAPerson() {
    ContextEvent far =
        ContextEvent.builder()
            .contextId("FAR")
            .category("competitor_action")
            .name("Empty shelf")
            .start(OutageWorld.at(9))
            .end(OutageWorld.at(19))
            .addRegions("Devon")
            .source("news")
            .build();
    world.inputs.events(far);
    world.ticks(9, 24);
    act("S1", "reject", e -> e.addLinkedContextIds("FAR").writtenAt(OutageWorld.at(30)));

    RereviewReport done = world.rereview(10);

    assertThat(done.looked()).containsExactly(world.report("S1").reportId());
    assertThat(triggers()).containsOnly("rejected_with_reason");
    RereviewRound round = world.all(Logs.REREVIEW_WORKLIST).get(1);
    assertThat(round.outputsGeneratedAt()).hasValue(OutageWorld.at(30));
    List<Candidate> candidates =
        world.primary(ModelRole.ATTRIBUTION).explained("S1").stream()
            .reduce((a, b) -> b)
            .orElseThrow()
            .candidates();
    assertThat(candidates)
        .filteredOn(c -> c.ref().equals("FAR"))
        .extracting(Candidate::kind)
        .containsExactly(EvidenceKind.HUMAN);
    assertThat(world.all(Logs.REPORTS_RECLUSTERED)).hasSize(1);
    MinorityReport report = world.report("S1");
    assertThat(report.finalDecision()).as("never touched").hasValue("rejected");
    assertThat(report.rereviewRound()).isOne();
    world.rereview(10); // nobody is sure of it either, which is another reason
    assertThat(triggers())
        .as("once for an act")
        .filteredOn("rejected_with_reason"::equals)
        .hasSize(2);
  }

  @Test
  void reportReopenedToBeReprocessed_isAttributedAgain() {
    world.ticks(9, 24);
    act("S1", "approve", e -> e);
    act("S1", "reopen", e -> e.reason("new_evidence").reopenMode("reprocess"));
    assertThat(world.rereview(10).looked()).hasSize(1);
    assertThat(triggers()).containsOnly("reprocess");
    assertThat(world.report("S1").finalDecision()).isEmpty();
    assertThat(world.report("S1").reviewState()).isEqualTo(ReviewState.REOPENED);
  }

  @Test
  void reportReopenedWithACauseOfAPerson_isProposedThat() {
    world.ticks(9, 24);
    act("S1", "approve", e -> e);
    act(
        "S1",
        "reopen",
        e ->
            e.reason("attribution_error")
                .reopenMode("manual")
                .cause("Empty shelf")
                .causeCategory("competitor_action")
                .addLinkedContextIds("CX-1"));
    long asked = world.primary(ModelRole.ATTRIBUTION).explained("S1").size();
    world.rereview(10);
    List<ReportReattributed> rows = world.all(Logs.REPORTS_REATTRIBUTED);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).proposedCause()).isEqualTo("Empty shelf");
    assertThat(rows.get(0).supportingEvidence().get(0).kind()).isEqualTo(EvidenceKind.HUMAN);
    assertThat(world.primary(ModelRole.ATTRIBUTION).explained("S1")).hasSize((int) asked);
    assertThat(world.report("S1").proposedCause()).hasValue("Empty shelf");
  }

  /** Law: re-review never changes what was decided; no repeat for the same decision. */
  @Test
  void decisionWithLittleConfidence_isLookedAtOnce() {
    world.ticks(9, 24);
    act("S1", "edit", e -> e.cause("A").causeCategory("weather").confidence(0.3));
    MinorityReport before = world.report("S1");
    assertThat(world.rereview(10).looked()).hasSize(2);
    assertThat(triggers())
        .as("S2 resembles what a person confirmed to be something else")
        .containsExactlyInAnyOrder(
            "low_confidence", "low_confidence", "new_pattern", "new_pattern");
    MinorityReport after = world.report("S1");
    assertThat(after.finalCause()).isEqualTo(before.finalCause());
    assertThat(after.finalConfidence()).isEqualTo(before.finalConfidence());
    assertThat(after.annotationId()).isEqualTo(before.annotationId());
    assertThat(after.reviewState()).isEqualTo(ReviewState.REPROPOSED);
    world.restart();
    assertThat(world.rereview(10).queued()).isEmpty();
    act("S1", "confirm", e -> e);
    assertThat(world.report("S1").reviewState()).isEqualTo(ReviewState.APPROVED);
  }

  /** Catches a change that the match knew, and one that is taken up again and again. */
  @Test
  void clusterReplacedAfterAMatch_isARoundOnce() {
    world.ticks(9, 24);
    String cluster = world.report("S1").clusterId().orElseThrow();
    library("CL-new", 1, cluster, 25);
    assertThat(world.rereview(10).looked()).contains(world.report("S1").reportId());
    assertThat(triggers()).containsOnly("cluster_changed");
    world.restart();
    assertThat(world.rereview(10).queued()).isEmpty();
    library("CL-newer", 2, "CL-else", 26);
    assertThat(world.rereview(10).queued()).as("another cluster").isEmpty();
  }

  private void library(String cluster, int version, String replaces, int hour) {
    world.append(
        Logs.CLUSTER_LIBRARY,
        Writer.LIFECYCLE,
        ClusterVersion.builder()
            .runId(OutageWorld.RUN)
            .writtenAt(OutageWorld.at(hour))
            .clusterId(cluster)
            .libraryVersion(version)
            .name(cluster)
            .addReplaces(replaces)
            .category("uplift")
            .centroid(Collections.nCopies(16, 0.5))
            .embeddingX(0)
            .embeddingY(0)
            .curve(Collections.nCopies(32, 1.0))
            .state("active")
            .modelName("team-cluster")
            .modelVersion("1")
            .build());
  }

  /** Catches a remark that asks for nothing, and a request that is heard twice. */
  @Test
  void roundAskedForByAPerson_isLookedAtOnce_andDecidesNothing() {
    world.ticks(9, 24);
    act("S1", "comment", e -> e.note("odd"));
    assertThat(world.rereview(10).queued()).isEmpty();
    act("S1", "comment", e -> e.note("look again").addFlags("rereview_requested"));
    ReviewState before = world.report("S1").reviewState();
    assertThat(world.rereview(10).looked()).containsExactly(world.report("S1").reportId());
    assertThat(triggers()).containsOnly("analyst_request");
    assertThat(world.report("S1").reviewState()).isEqualTo(before);
    world.restart();
    assertThat(world.rereview(10).queued()).isEmpty();
  }

  /** Catches a round that proposes what the act just rejected. */
  @Test
  void roundAfterARejection_doesNotProposeAgainWhatWasRejected() {
    world.ticks(9, 24);
    MinorityReport before = world.report("S1");
    assertThat(before.proposedCause()).hasValue("Heatwave");
    act("S1", "reject", e -> e.addLinkedContextIds("CX-1").writtenAt(OutageWorld.at(30)));

    world.rereview(10);

    ReportReattributed round = world.all(Logs.REPORTS_REATTRIBUTED).get(0);
    assertThat(round.proposedCause()).isEqualTo("unknown");
    assertThat(round.abstainReason()).hasValue("no_candidate");
    assertThat(round.confidenceScore()).hasValue(0.05);
  }

  /** Overdue in half a year, counted from the decision, and once for each half-year. */
  @Test
  void decisionOfHalfAYearAgo_isLookedAtAgain_onceAHalfYear() {
    world.ticks(9, 24);
    ReportId decided = world.report("S1").reportId();
    act("S1", "edit", e -> e.cause("A").causeCategory("weather").confidence(0.9));
    world.tick(24 * 180);
    assertThat(world.rereview(10).queued()).doesNotContain(decided);
    world.tick(24 * 190);

    assertThat(world.rereview(10).looked()).contains(decided);

    assertThat(world.all(Logs.REREVIEW_WORKLIST))
        .filteredOn(round -> round.reportId().equals(decided))
        .extracting(RereviewRound::triggerReason)
        .containsOnly("age");
    assertThat(world.report("S1").finalCause()).hasValue("A");
    world.restart();
    world.tick(24 * 191);
    assertThat(world.rereview(10).queued()).doesNotContain(decided);
    world.tick(24 * 380);
    assertThat(world.rereview(10).queued()).contains(decided);
  }

  /** The fallback proposed it; the model in service has never seen it. */
  @Test
  void proposalOfAModelThatIsNotInService_isMadeAgainByTheOneThatIs() {
    world.ticks(9, 12);
    world.primaryDown(ModelRole.ATTRIBUTION);
    world.ticks(13, 22);
    world.up();
    world.ticks(23, 24);
    act("S1", "edit", e -> e.cause("A").causeCategory("weather").confidence(0.9));

    assertThat(world.rereview(10).looked()).contains(world.report("S1").reportId());

    assertThat(world.all(Logs.REREVIEW_WORKLIST))
        .filteredOn(round -> round.reportId().equals(world.report("S1").reportId()))
        .extracting(RereviewRound::triggerReason)
        .containsOnly("model_changed");
    assertThat(world.report("S1").modelVersions())
        .containsEntry("attribution", world.primary(ModelRole.ATTRIBUTION).info().id());
    world.restart();
    assertThat(world.rereview(10).queued()).isEmpty();
  }

  /** Catches rows of an older library that nobody ever looks at again, and an endless loop. */
  @Test
  void proposalInARowOfAnOlderSchema_isMadeAgainOnce() {
    world.ticks(9, 24);
    act("S1", "edit", e -> e.cause("A").causeCategory("weather").confidence(0.9));
    assertThat(world.rereview(10).queued()).doesNotContain(world.report("S1").reportId());
    StoredRow newest = world.newestRow(Logs.REPORTS_ATTRIBUTED, world.report("S1").reportId());
    String text = newest.text();
    String older = text.replace(",\"degraded_reasons\":[]", "");
    assertThat(older).isNotEqualTo(text);
    world.logs.append(
        Commit.of(
            List.of(
                LogSlice.of(
                    Logs.REPORTS_ATTRIBUTED,
                    Writer.ATTRIBUTION,
                    List.of(LogRow.of(Logs.REPORTS_ATTRIBUTED, older.getBytes(UTF_8)))))));

    assertThat(world.rereview(10).queued()).contains(world.report("S1").reportId());

    assertThat(world.all(Logs.REREVIEW_WORKLIST))
        .filteredOn(round -> round.reportId().equals(world.report("S1").reportId()))
        .extracting(RereviewRound::triggerReason)
        .containsOnly("schema_drift");
    world.restart();
    assertThat(world.rereview(10).queued()).isEmpty();
  }

  /** Only while health is good: neither a list nor outputs otherwise. */
  @Test
  void whileAStageIsDown_nothingIsLookedAt() {
    world.ticks(9, 23);
    act("S1", "edit", e -> e.cause("A").causeCategory("weather").confidence(0.3));
    world.stageDown(OutageWorld.Stage.COHORTING);
    world.tick(24);

    RereviewReport refused = world.rereview(10);

    assertThat(refused.isHealthy()).isFalse();
    assertThat(world.all(Logs.REREVIEW_WORKLIST)).isEmpty();
    world.up();
    world.tick(25);
    assertThat(world.rereview(10).looked()).isNotEmpty();
  }

  /**
   * Catches a re-review that a tick has to wait for (spec 8.4), and one that writes under a tick
   * that is not the newest any more. No clock: the model lets the tick pass while it thinks.
   */
  @Test
  void tickDoesNotWaitForRereview_andWhatItOvertakesIsMadeAnew() throws Exception {
    world.ticks(9, 24);
    act("S1", "edit", e -> e.cause("A").causeCategory("weather").confidence(0.3));
    CountDownLatch ticked = new CountDownLatch(1);
    world.primary(ModelRole.ATTRIBUTION).whenAsked(() -> awaited(ticked));
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<RereviewReport> looking = other.submit(() -> world.rereview(10));
      world.primary(ModelRole.ATTRIBUTION).awaitAsked();

      world.tick(25); // would hang if it waited

      ticked.countDown();
      assertThat(looking.get().looked()).as("a tick came in between").isEmpty();
      assertThat(looking.get().left()).isPositive();
      assertThat(world.all(Logs.REPORTS_REATTRIBUTED)).isEmpty();
    } finally {
      ticked.countDown();
      other.shutdownNow();
    }
    List<ReportId> looked = world.rereview(10).looked();
    assertThat(looked).isNotEmpty();
    assertThat(world.all(Logs.REPORTS_REATTRIBUTED))
        .extracting(ReportReattributed::reportId)
        .as("each once")
        .containsExactlyInAnyOrderElementsOf(looked);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
