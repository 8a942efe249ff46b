package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.rehearsal.Rehearsal;
import org.minorityreport.api.rehearsal.ReplayProgress;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.core.identity.Identity;
import org.minorityreport.core.rehearsal.Rehearsals;

/**
 * What people did about events before a tick is an input of its cohorting (spec 4.4): S1 and S2
 * deviate from 10:00 and 11:00 to 18:00, are one event and close at 22:00.
 */
class MovedReportsTest {
  private final OutageWorld world = new OutageWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private ReportId id(String store) {
    return world.report(store).reportId();
  }

  private EventId eventOf(String store) {
    return world.report(store).reportGroupId().orElseThrow();
  }

  private AnnotationId move(String store, String to) {
    return world.act(Logs.USER_EDITS, id(store).value(), "move", e -> e.reportGroupId(to));
  }

  private EventRecord newest(EventId event) {
    return world.all(Logs.EVENTS).stream()
        .filter(row -> row.eventId().equals(event))
        .max(Comparator.comparing(EventRecord::writtenAt))
        .orElseThrow();
  }

  private List<ReportCohorted> said(String store, int hour) {
    return world.rows(Logs.REPORTS_COHORTED, hour).stream()
        .filter(row -> row.storeId().value().equals(store))
        .toList();
  }

  @Test
  void move_isShownByTheViewAtOnceAndByTheEventsFromTheNextTickOn() {
    world.ticks(9, 14);
    EventId old = eventOf("S1");
    assertThat(eventOf("S2")).isEqualTo(old);
    EventId made = Identity.eventId(id("S2"), move("S2", "new"));
    assertThat(eventOf("S2")).isEqualTo(made);
    assertThat(newest(old).cohortSize()).isEqualTo(2);

    world.ticks(15, 15);

    assertThat(newest(old).reportIds()).containsExactly(id("S1"));
    assertThat(newest(made).reportIds()).containsExactly(id("S2"));
    assertThat(newest(made).createdAt()).isEqualTo(OutageWorld.at(15));
    assertThat(said("S2", 15)).extracting(ReportCohorted::reportGroupId).containsExactly(made);
    assertThat(eventOf("S2")).isEqualTo(made);
    assertThat(world.stageRun("cohorting", 15).editsSeen()).isEqualTo(Map.of("user_edits_log", 1L));

    world.restart();
    world.ticks(16, 23);
    assertThat(newest(made).eventStatus()).isEqualTo(EventStatus.ENDED);
    assertThat(newest(old).cohortSize()).isOne();
  }

  /** Catches a history run again that sees moves which came later. */
  @Test
  void ticksRunAgain_seeTheMovesThatTheySawThen() {
    world.ticks(9, 14);
    AnnotationId act = move("S2", "new");
    world.ticks(15, 15);
    world.act(Logs.USER_EDITS, id("S2").value(), "revert", e -> e.refersTo(act));
    world.ticks(16, 17);
    long head = world.logs.head().value();

    world.ticks(12, 16);
    assertThat(world.logs.head().value()).isEqualTo(head);
    world.restart();
    world.ticks(9, 17);
    assertThat(world.logs.head().value()).isEqualTo(head);
  }

  /** Catches a rehearsal that is told what people did in another order, or too early. */
  @Test
  void runMadeAgainFromItsSource_movesWhatWasMoved() {
    world.ticks(9, 14);
    AnnotationId act = move("S2", "new");
    world.ticks(15, 15);
    world.act(
        Logs.USER_EVENT_EDITS,
        Identity.eventId(id("S2"), act).value(),
        "split",
        e -> e.reportIds(List.of(id("S2"))));
    move("S2", eventOf("S1").value());
    world.ticks(16, 24);

    Rehearsal made = new Rehearsals(world.setup()).rehearse(OutageWorld.RUN, ReplayProgress.NONE);

    assertThat(made.logs())
        .allSatisfy(
            log ->
                assertThat(log.missing() + log.extra() + log.different())
                    .as(log.toString())
                    .isZero());
  }

  /** Catches a report whose row still names the event that it was moved to. */
  @Test
  void moveTakenBack_afterTheReportClosed_isSaidOfItOnceMore() {
    world.ticks(9, 14);
    EventId old = eventOf("S1");
    AnnotationId act = move("S2", "new");
    world.ticks(15, 23);
    world.act(Logs.USER_EDITS, id("S2").value(), "revert", e -> e.refersTo(act));
    world.ticks(24, 24);

    assertThat(said("S2", 24)).extracting(ReportCohorted::reportGroupId).containsExactly(old);
    assertThat(newest(old).cohortSize()).isEqualTo(2);
    assertThat(newest(Identity.eventId(id("S2"), act)).resolutionReason()).hasValue("emptied");
    assertThat(eventOf("S2")).isEqualTo(old);
  }

  /** Catches cohorting that knows only the events that it still carries. */
  @Test
  void reportMovedLongAfterItsEventEnded_leavesIt() {
    world.ticks(9, 23);
    world.ticks(47, 47);
    EventId old = eventOf("S1");
    EventId made = Identity.eventId(id("S1"), move("S1", "new"));
    world.restart();
    world.ticks(48, 48);

    assertThat(newest(old).reportIds()).containsExactly(id("S2"));
    assertThat(newest(old).anchorReportId()).isEqualTo(id("S1"));
    assertThat(newest(old).writtenAt()).isEqualTo(OutageWorld.at(48));
    assertThat(newest(made).eventStatus()).isEqualTo(EventStatus.ENDED);
    assertThat(newest(made).windowEnd()).isEqualTo(world.report("S1").windowEnd());

    move("S1", old.value());
    world.ticks(49, 49);
    assertThat(newest(old).cohortSize()).isEqualTo(2);
    assertThat(newest(made).resolutionReason()).hasValue("emptied");
  }

  /** Catches a move that is lost because the tick that saw it first could not carry it out. */
  @Test
  void moveSeenWhileCohortingIsDown_isTakenUpByTheNextTick() {
    world.ticks(9, 14);
    EventId made = Identity.eventId(id("S2"), move("S2", "new"));
    world.stageDown(OutageWorld.Stage.COHORTING);
    world.ticks(15, 15);
    world.up();
    world.restart();
    world.ticks(16, 16);

    assertThat(newest(made).reportIds()).containsExactly(id("S2"));
    assertThat(newest(made).createdAt()).isEqualTo(OutageWorld.at(16));
  }

  @Test
  void eventsMergedByAPerson_areOneFromTheNextTickOn_untilThatIsTakenBack() {
    world.ticks(9, 14);
    EventId old = eventOf("S1");
    EventId made = Identity.eventId(id("S2"), move("S2", "new"));
    world.ticks(15, 15);
    AnnotationId act =
        world.act(Logs.USER_EVENT_EDITS, old.value(), "merge", e -> e.reportGroupId(made.value()));
    world.restart();
    world.ticks(16, 16);

    assertThat(newest(old).mergedInto()).hasValue(made);
    assertThat(newest(made).cohortSize()).isEqualTo(2);
    assertThat(eventOf("S1")).isEqualTo(made);

    world.act(Logs.USER_EVENT_EDITS, old.value(), "revert", e -> e.refersTo(act));
    world.restart();
    world.ticks(17, 17);
    assertThat(newest(old).mergedInto()).isEmpty();
    assertThat(newest(old).reportIds()).containsExactly(id("S1"));
    assertThat(newest(made).reportIds()).containsExactly(id("S2"));
    assertThat(eventOf("S1")).isEqualTo(old);
  }

  /** Decision 0003 had it that a moved report keeps the decision of its former event. */
  @Test
  void reportMovedAway_leavesTheDecisionOfItsFormerEventBehind() {
    world.ticks(9, 23);
    world.act(Logs.USER_EVENT_EDITS, eventOf("S1").value(), "approve", e -> e);
    world.ticks(24, 25);
    move("S1", "new");
    masks("S1");

    world.ticks(26, 26);
    assertThat(masks("S1")).as("steps before the tick that saw it").containsExactly(true);
    world.ticks(27, 27);
    assertThat(masks("S1")).as("left behind").containsExactly(false);
    world.ticks(28, 28);
    assertThat(masks("S2")).as("stayed").containsExactly(true);
  }

  @Test
  void reportMovedIntoADecidedEvent_hasItsDecision() {
    world.ticks(9, 14);
    EventId old = eventOf("S1");
    move("S1", "new");
    world.ticks(15, 23);
    world.act(Logs.USER_EVENT_EDITS, old.value(), "approve", e -> e);
    world.ticks(24, 25);
    masks("S1");
    move("S1", old.value());

    world.ticks(26, 27);
    assertThat(masks("S1")).containsExactly(false, true);
  }

  /** Catches a decision about an event that is lost when the machine's rows come after the move. */
  @Test
  void reportPutBack_hasTheDecisionOfItsEventAgain() {
    world.ticks(9, 23);
    world.act(Logs.USER_EVENT_EDITS, eventOf("S1").value(), "approve", e -> e);
    AnnotationId act = move("S1", "new");
    world.ticks(24, 25);
    world.act(Logs.USER_EDITS, id("S1").value(), "revert", e -> e.refersTo(act));
    masks("S1");

    world.ticks(26, 27);
    assertThat(masks("S1")).containsExactly(false, true);
  }

  /** Of each question about a store since this was last asked, whether its window was left out. */
  private List<Boolean> masks(String store) {
    TimeSpan window = TimeSpan.of(OutageWorld.at(store.equals("S1") ? 10 : 11), OutageWorld.at(18));
    return world.primary(ModelRole.BASELINE).takeAsked(store).stream()
        .map(BaselineQuestion::mask)
        .map(mask -> mask.spans().contains(window))
        .toList();
  }
}
