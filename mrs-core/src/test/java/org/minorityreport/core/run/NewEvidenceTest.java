package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ContextRecorded;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.value.Cut;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReviewState;

/**
 * Context that comes after the fact (spec 4.11, 4.7): S1 and S2 in Kent deviate until 18:00 on 5
 * August, and their reports close at 22:00.
 */
class NewEvidenceTest {
  private final OutageWorld world = new OutageWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private static ContextEvent event(String id, String region, int from, int to) {
    return ContextEvent.builder()
        .contextId(id)
        .category("retail_event")
        .name("Street fair")
        .start(OutageWorld.at(from))
        .end(OutageWorld.at(to))
        .addRegions(region)
        .source("ann")
        .build();
  }

  private static final ContextEvent HEAT =
      ContextEvent.builder()
          .contextId("HEAT")
          .category("weather")
          .name("Heatwave")
          .start(OutageWorld.at(9))
          .end(OutageWorld.at(19))
          .addRegions("Kent")
          .source("met")
          .build();

  private void record(String action, char act, int hour, @Nullable ContextEvent event) {
    Instant at = OutageWorld.at(hour);
    ContextRecorded.Builder row = ContextRecorded.builder();
    row.runId(OutageWorld.RUN)
        .writtenAt(at)
        .actedAt(at)
        .annotationId(AnnotationId.of("AN-" + String.valueOf(act).repeat(32)))
        .action(action)
        .contextId("CX-FAIR")
        .actor("ann")
        .role("marketer")
        .basedOn(Cut.of(Map.of()));
    if (event != null) {
      row.contextEvent(event);
    }
    world.append(Logs.CONTEXT_RECORDED, Writer.REVIEW, row.build());
  }

  private ReportId id(String store) {
    return world.report(store).reportId();
  }

  private List<RereviewRound> rounds() {
    return world.all(Logs.REREVIEW_WORKLIST);
  }

  /** The newest question about a store. */
  private AttributionQuestion asked(String store) {
    List<AttributionQuestion> all = world.primary(ModelRole.ATTRIBUTION).explained(store);
    return all.get(all.size() - 1);
  }

  /** Catches a round that is about another window, or knows only what the tick knew. */
  @Test
  void contextRecordedAfterAReportClosed_isWeighedAgainOnTheOriginalWindow() {
    world.ticks(9, 24);
    AttributionQuestion then = asked("S1");
    MinorityReport before = world.report("S1");
    record("record", 'a', 30, event("CX-FAIR", "Kent", 9, 19));

    RereviewReport done = world.rereview(10);

    assertThat(done.queued()).containsExactlyInAnyOrder(id("S1"), id("S2"));
    assertThat(done.looked()).hasSize(2);
    assertThat(done.left()).isZero();
    AttributionQuestion now = asked("S1");
    assertThat(now.slice()).isEqualTo(then.slice());
    assertThat(now.report().windowStart()).isEqualTo(then.report().windowStart());
    assertThat(now.report().windowEnd()).isEqualTo(then.report().windowEnd());
    assertThat(now.cluster().orElseThrow().clusterId())
        .as("matched anew on the same window")
        .isEqualTo(then.cluster().orElseThrow().clusterId());
    assertThat(now.candidates()).extracting(Candidate::ref).contains("CX-FAIR", "HEAT");

    List<RereviewRound> rows =
        rounds().stream().filter(row -> row.reportId().equals(id("S1"))).toList();
    assertThat(rows).extracting(RereviewRound::version).containsExactly(1, 2);
    RereviewRound queued = rows.get(0);
    assertThat(queued.rereviewRound()).isOne();
    assertThat(queued.triggerReason()).isEqualTo("new_evidence");
    assertThat(queued.triggerAt()).isEqualTo(OutageWorld.at(30));
    assertThat(queued.writtenAt()).as("later than the last tick").isEqualTo(OutageWorld.at(30));
    assertThat(queued.outputsGeneratedAt()).isEmpty();
    assertThat(rows.get(1).outputsGeneratedAt()).hasValue(OutageWorld.at(30));
    ReportReattributed proposal = proposals("S1").get(0);
    assertThat(proposal.rereviewRound()).isOne();
    assertThat(proposal.writtenAt()).isEqualTo(OutageWorld.at(30));
    MinorityReport after = world.report("S1");
    assertThat(after.rereviewRound()).isOne();
    assertThat(after.proposedCause()).hasValue(proposal.proposedCause());
    assertThat(after.windowEnd()).isEqualTo(before.windowEnd());
    assertThat(after.firstCause()).isEqualTo(before.firstCause());
  }

  private List<ReportReattributed> proposals(String store) {
    return world.all(Logs.REPORTS_REATTRIBUTED).stream()
        .filter(row -> row.storeId().value().equals(store))
        .toList();
  }

  /** Catches a queue that does not remember what it dealt with, in this process or the next. */
  @Test
  void sameEvidence_isLookedAtOnce() {
    world.ticks(9, 24);
    record("record", 'a', 23, event("CX-FAIR", "Kent", 9, 19));
    world.rereview(10);
    assertThat(rounds()).extracting(RereviewRound::writtenAt).containsOnly(OutageWorld.at(24));
    long head = world.logs.head().value();

    assertThat(world.rereview(10).queued()).isEmpty();
    world.restart();
    assertThat(world.rereview(10).queued()).isEmpty();
    assertThat(world.logs.head().value()).isEqualTo(head);
    world.ticks(25, 26);
    world.restart();
    assertThat(world.rereview(10).queued()).isEmpty();
  }

  @Test
  void evidenceCorrectedAndWithdrawn_isARoundEach() {
    world.ticks(9, 24);
    record("record", 'a', 24, event("CX-FAIR", "Kent", 9, 19));
    world.rereview(10);
    record("correct", 'b', 25, event("CX-FAIR", "Kent", 10, 12));
    world.rereview(10);
    record("withdraw", 'c', 26, null);
    world.rereview(10);

    assertThat(proposals("S1"))
        .extracting(ReportReattributed::rereviewRound)
        .containsExactly(1, 2, 3);
    assertThat(asked("S1").candidates()).extracting(Candidate::ref).doesNotContain("CX-FAIR");
    assertThat(world.report("S1").rereviewRound()).isEqualTo(3);
  }

  /** Catches changes of sources that are compared with what the tick that logged them knew. */
  @Test
  void contextThatASourceBringsChangesAndTakesBackLate_isARoundEach() {
    world.ticks(9, 24);
    world.inputs.events(HEAT, event("FAIR", "Kent", 9, 19));
    world.ticks(25, 25);
    assertThat(world.rereview(10).looked()).hasSize(2);
    assertThat(asked("S1").candidates()).extracting(Candidate::ref).contains("FAIR");
    assertThat(rounds().get(0).triggerAt()).isEqualTo(OutageWorld.at(25));

    world.inputs.events(HEAT, event("FAIR", "Devon", 9, 19));
    world.ticks(26, 26);
    assertThat(world.rereview(10).looked()).as("it was a candidate").hasSize(2);
    assertThat(asked("S1").candidates()).extracting(Candidate::ref).containsExactly("HEAT");

    world.inputs.events();
    world.ticks(27, 27);
    assertThat(world.rereview(10).looked()).as("HEAT was withdrawn").hasSize(2);
    assertThat(asked("S1").candidates()).isEmpty();
    assertThat(proposals("S1")).hasSize(3);
  }

  /** Open reports are attributed by every tick; those of other places and times have no part. */
  @Test
  void evidence_thatIsNoCandidateOrThatATickTakesUp_queuesNothing() {
    world.ticks(9, 14);
    record("record", 'a', 14, event("CX-FAIR", "Kent", 9, 19));
    assertThat(world.rereview(10).queued()).as("open").isEmpty();
    world.ticks(15, 24);
    assertThat(world.rereview(10).queued()).as("the tick at 15:00 knew it").isEmpty();

    record("correct", 'b', 25, event("CX-FAIR", "Devon", 9, 19));
    assertThat(world.rereview(10).queued()).as("was in Kent").hasSize(2);
    record("correct", 'c', 26, event("CX-FAIR", "Devon", 10, 19));
    assertThat(world.rereview(10).queued()).as("elsewhere").isEmpty();
    record("correct", 'd', 27, event("CX-FAIR", "Kent", 400 * 24, 401 * 24));
    assertThat(world.rereview(10).queued()).as("long after").isEmpty();
    world.inputs.events(HEAT, event("SOON", "Kent", 40, 44));
    world.ticks(28, 28);
    assertThat(world.rereview(10).queued()).as("known before it began").isEmpty();
  }

  @Test
  void moreReportsThanTheCap_areTakenInTurnOldestFirst() {
    world.ticks(9, 24);
    record("record", 'a', 25, event("CX-FAIR", "Kent", 9, 19));

    RereviewReport first = world.rereview(1);
    assertThat(first.queued()).hasSize(1).isEqualTo(first.looked());
    assertThat(first.left()).isOne();
    RereviewReport second = world.rereview(1);
    assertThat(second.looked()).hasSize(1).doesNotContainAnyElementsOf(first.looked());
    assertThat(second.left()).isZero();
    assertThat(world.rereview(1).looked()).isEmpty();
  }

  /** Catches a round that is over although nobody answered, or that is queued again. */
  @Test
  void roundWhoseModelFailed_waitsForTheNextTime() {
    world.ticks(9, 24);
    record("record", 'a', 25, event("CX-FAIR", "Kent", 9, 19));
    world.bothDown(ModelRole.ATTRIBUTION);
    RereviewReport failed = world.rereview(10);
    assertThat(failed.queued()).hasSize(2);
    assertThat(failed.looked()).isEmpty();
    assertThat(failed.left()).isEqualTo(2);
    assertThat(world.all(Logs.ERRORS)).isNotEmpty();
    assertThat(world.report("S1").proposedCause()).isPresent();

    world.up();
    world.restart();
    RereviewReport done = world.rereview(10);
    assertThat(done.queued()).isEmpty();
    assertThat(done.looked()).hasSize(2);
    assertThat(rounds()).extracting(RereviewRound::rereviewRound).containsOnly(1);
    assertThat(world.rereview(10).looked()).isEmpty();
  }

  @Test
  void nothing_isLookedAtWhileASourceWasMissingAtTheNewestTick() {
    world.ticks(9, 24);
    record("record", 'a', 25, event("CX-FAIR", "Kent", 9, 19));
    world.inputs.wrong(FaultyInputs.Fault.UNREACHABLE);
    world.ticks(25, 25);
    RereviewReport held = world.rereview(10);
    assertThat(held.isHealthy()).isFalse();
    assertThat(count(Logs.REREVIEW_WORKLIST)).isZero();

    world.up();
    world.ticks(26, 26);
    assertThat(world.rereview(10).looked()).hasSize(2);
  }

  /** What a round proposed is no routine row, so a tick that is run again leaves it alone. */
  @Test
  void ticksRunAgain_leaveRoundsAlone() {
    world.ticks(9, 24);
    record("record", 'a', 24, event("CX-FAIR", "Kent", 9, 19));
    world.rereview(10);
    long head = world.logs.head().value();
    world.ticks(20, 24);

    assertThat(world.logs.head().value()).isEqualTo(head);
    assertThat(proposals("S1")).hasSize(1);
  }

  /** Catches a new proposal that takes the place of the routine one or of what a person decided. */
  @Test
  void decisionAndRoutineProposal_stayBesideTheNewOne() {
    world.ticks(9, 24);
    AnnotationId act = world.act(Logs.USER_EDITS, id("S1").value(), "approve", e -> e);
    long routine = count(Logs.REPORTS_ATTRIBUTED);
    record("record", 'a', 25, event("CX-FAIR", "Kent", 9, 19));
    world.rereview(10);

    assertThat(proposals("S1")).hasSize(1);
    assertThat(count(Logs.REPORTS_ATTRIBUTED)).isEqualTo(routine);
    assertThat(world.all(Logs.USER_EDITS)).extracting(UserEdit::annotationId).containsExactly(act);
    MinorityReport report = world.report("S1");
    assertThat(report.firstCause()).isPresent().isNotEqualTo(report.proposedCause());
    assertThat(report.reviewState()).isEqualTo(ReviewState.REPROPOSED);
  }

  private long count(Log<?> log) {
    return world.logs.count(log, OutageWorld.RUN, world.logs.head());
  }

  private static ContextEvent told(String id, String source, double confidence) {
    return ContextEvent.builder()
        .from(event(id, "Kent", 9, 19))
        .source(source)
        .confidence(confidence)
        .build();
  }

  /** Catches a trigger that calls everything new evidence. */
  @Test
  void surerContextOfAnotherCategory_isAContradiction_lessSureIsNone() {
    world.ticks(9, 24);
    record("record", 'a', 24, told("CX-FAIR", "ann", 0.0));
    world.rereview(10);
    record("correct", 'b', 25, told("CX-FAIR", "ann", 1.0));
    world.rereview(10);
    assertThat(rounds())
        .extracting(RereviewRound::triggerReason)
        .containsExactlyInAnyOrder(
            "new_evidence",
            "new_evidence",
            "new_evidence",
            "new_evidence",
            "contradiction",
            "contradiction",
            "contradiction",
            "contradiction");
  }

  /** Catches a source that counts as added with each of its rows. */
  @Test
  void sourceThatSpeaksForTheFirstTime_isASourceAdded_andOnlyThen() {
    world.ticks(9, 24);
    world.inputs.events(HEAT, told("FAIR", "council", 0.0));
    world.ticks(25, 25);
    world.rereview(10);
    assertThat(rounds()).extracting(RereviewRound::triggerReason).containsOnly("source_added");
    long before = rounds().size();
    world.inputs.events(HEAT, told("FAIR", "council", 0.0), told("FAIR-2", "council", 0.0));
    world.ticks(26, 26);
    world.rereview(10);
    assertThat(rounds().stream().skip(before))
        .extracting(RereviewRound::triggerReason)
        .isNotEmpty()
        .doesNotContain("source_added");
  }
}
