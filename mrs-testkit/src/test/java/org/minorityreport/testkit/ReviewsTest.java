package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.minorityreport.testkit.ReviewedWorld.ANN;
import static org.minorityreport.testkit.ReviewedWorld.BOB;
import static org.minorityreport.testkit.ReviewedWorld.DEE;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.review.Done;
import org.minorityreport.api.review.LookAlike;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.review.ReviewCommand;
import org.minorityreport.api.value.Units;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReportOrder;
import org.minorityreport.api.view.ReportQuery;
import org.minorityreport.api.view.ReviewState;

/** What people do, one act at a time: what the row says, what views show, what is refused. */
class ReviewsTest {
  private static final String LONG =
      "The regional manager telephoned: the neighbour was shut all day long.";

  private final ReviewedWorld world = new ReviewedWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void approval_isOneRowOfTheLeastRole_basedOnWhatWasSeen() {
    MinorityReport report = world.proposed();
    Actor both = Actor.of("eve", Role.ADMIN, Role.MARKETER);
    CommitPosition seen = world.now();

    Done done = act(both, Commands.approve(id(report)).basedOn(seen));

    UserEdit row = done.row();
    assertThat(row.role()).isEqualTo("marketer");
    assertThat(row.basedOn()).isEqualTo(world.mrs.review().cut(seen));
    assertThat(row.basedOn().rows("stage_runs_log")).isPositive();
    assertThat(row.flags()).isEmpty();
    assertThat(world.again(report).reviewState()).isEqualTo(ReviewState.APPROVED);
  }

  /** Catches an id that hangs on the clock, the role or the order of what was said. */
  @Test
  void sameActOnTheSameState_isOneAction() {
    MinorityReport report = world.proposed();
    CommitPosition seen = world.now();
    Done first = act(ANN, Commands.approve(id(report)).basedOn(seen));
    CommitPosition head = world.logs.head();

    Done again = act(ANN, Commands.approve(id(report)).basedOn(seen));

    assertThat(again.repeated()).isTrue();
    assertThat(again.row()).isEqualTo(first.row());
    assertThat(world.logs.head()).isEqualTo(head);
    Done later = act(ANN, Commands.approve(id(report)));
    assertThat(later.repeated()).as("after a change it is another act").isFalse();
  }

  @Test
  void decisionOfAnother_makesTheNextStale_unlessItInsists() {
    MinorityReport report = world.proposed();
    CommitPosition seen = world.now();
    act(ANN, Commands.approve(id(report)).basedOn(seen));

    ActRefusedException stale =
        refused(BOB, Commands.dismiss(id(report), "noise").basedOn(seen), Refusal.STALE);
    assertThat(stale.seen().orElseThrow().decidingAct()).isEmpty();
    assertThat(stale.now().orElseThrow().decidedBy()).contains("ann");
    assertThat(stale).hasMessageContaining("undecided").hasMessageContaining("approve by ann");

    Done done = act(BOB, Commands.dismiss(id(report), "noise").basedOn(seen).insist(true));
    assertThat(done.row().flags()).containsExactly("overrides_newer");
    assertThat(world.again(report).reviewState()).isEqualTo(ReviewState.CONFLICT);
  }

  @Test
  void remark_makesNothingStale() {
    MinorityReport report = world.proposed();
    CommitPosition seen = world.now();
    act(ANN, Commands.comment(id(report), "odd"));

    assertThat(act(BOB, Commands.approve(id(report)).basedOn(seen)).row().flags()).isEmpty();
  }

  @Test
  void decisionAboutTheEvent_makesItsReportStale_butNotOneWithADecisionOfItsOwn() {
    MinorityEvent event = world.event();
    String first = event.reportIds().get(0).value();
    String second = event.reportIds().get(1).value();
    act(ANN, Commands.approve(second));
    CommitPosition seen = world.now();
    act(DEE, edit(event.eventId().value(), "Street party", "retail_event"));

    refused(ANN, Commands.dismiss(first, "noise").basedOn(seen), Refusal.STALE);
    act(ANN, Commands.dismiss(second, "noise").basedOn(seen));
  }

  @Test
  void badInput_hasAnErrorOfItsOwn() {
    MinorityReport report = world.proposed();
    String id = id(report);
    refused(ANN, Commands.approve("MR-" + "0".repeat(32)), Refusal.UNKNOWN_TARGET);
    refused(ANN, Commands.approve("nonsense"), Refusal.UNKNOWN_TARGET);
    refused(ANN, Commands.edit(id), Refusal.FIELD_NEEDED);
    refused(ANN, Commands.edit(id).cause("unknown"), Refusal.UNKNOWN_CAUSE);
    refused(ANN, edit(id, "X", "no_such"), Refusal.UNKNOWN_CATEGORY);
    refused(ANN, Commands.edit(id).cause("X"), Refusal.FIELD_NEEDED);
    refused(ANN, Commands.edit(id).confidence(1.5), Refusal.CONFIDENCE_OUT_OF_RANGE);
    refused(ANN, Commands.edit(id).confidence(Double.NaN), Refusal.CONFIDENCE_OUT_OF_RANGE);
    refused(ANN, Commands.approve(id).cause("X"), Refusal.FIELD_NOT_TAKEN);
    refused(ANN, Commands.dismiss(id, "boring"), Refusal.UNKNOWN_REASON);
    refused(ANN, Commands.reject(id), Refusal.REASON_NEEDED);
    refused(ANN, Commands.reject(id).note("  "), Refusal.REASON_NEEDED);
    refused(ANN, Commands.reject(id).addLinkedContextIds("CX-1"), Refusal.UNKNOWN_CONTEXT);
    refused(ANN, Commands.confirm(id), Refusal.NOTHING_TO_CONFIRM);
    refused(DEE, edit(id, "X", "weather", Commands.adjudicate(id)), Refusal.NO_CONFLICT);
    refused(DEE, Commands.answer(id, "yes"), Refusal.NO_QUESTION);
    refused(
        ANN,
        Commands.defer(id).deferUntil(Instant.parse("2020-01-01T00:00:00Z")),
        Refusal.DATE_IN_THE_PAST);
    refused(ANN, Commands.addEvidence(id, link("javascript:alert(1)")), Refusal.BAD_REFERENCE);
    refused(ANN, reopen(id, LONG), Refusal.NEVER_FINALISED);
    refused(ANN, reopen(id, "too short"), Refusal.NOTE_TOO_SHORT);
    refused(ANN, reopen(id, "x" + " ".repeat(60)), Refusal.NOTE_TOO_SHORT);
    refused(
        ANN,
        Commands.approve(id).basedOn(CommitPosition.of(world.now().value() + 5)),
        Refusal.UNKNOWN_POSITION);
  }

  @Test
  void refusal_saysWhatIsNeeded() {
    String id = id(world.proposed());
    assertThat(refused(Actor.of("nobody"), Commands.approve(id), Refusal.NOT_ALLOWED))
        .hasMessageContaining("nobody")
        .hasMessageContaining("approve")
        .hasMessageContaining("marketer");
    assertThat(refused(ANN, Commands.move(id, "new"), Refusal.NOT_ALLOWED))
        .hasMessageContaining("data_scientist or admin");
    refused(Actor.of("system", Role.ADMIN), Commands.approve(id), Refusal.NOT_ALLOWED);
  }

  @Test
  void reopening_takesADecisionBack_withTheFlagsOfItsMode() {
    MinorityReport report = world.proposed();
    act(ANN, Commands.approve(id(report)));

    Done done = act(BOB, reopen(id(report), LONG));
    assertThat(done.row().flags()).containsExactly("system_reprocessing_post_closure");
    assertThat(world.again(report).reviewState()).isEqualTo(ReviewState.REOPENED);
    refused(BOB, reopen(id(report), LONG), Refusal.NEVER_FINALISED);

    act(ANN, Commands.approve(id(report)));
    ReviewCommand.Builder manual =
        Commands.reopen(id(report), LONG).reason("attribution_error").reopenMode("manual");
    refused(BOB, manual, Refusal.FIELD_NEEDED);
    assertThat(act(BOB, edit(id(report), "Shelf", "competitor_action", manual)).row().flags())
        .containsExactly("attribution_override_post_review", "manual_post_review_edit");
  }

  @Test
  void reopeningAnEvent_namesTheReportsThatKeepTheirOwn() {
    MinorityEvent event = world.event();
    String own = event.reportIds().get(1).value();
    act(ANN, Commands.approve(event.eventId().value()));
    act(ANN, Commands.dismiss(own, "noise"));

    Done done = act(BOB, reopen(event.eventId().value(), LONG));
    assertThat(done.decidingOnTheirOwn()).containsExactly(event.reportIds().get(1));
  }

  @Test
  void revert_isForOnesOwnActs() {
    MinorityReport report = world.proposed();
    Done approved = act(ANN, Commands.approve(id(report)));
    refused(BOB, Commands.revert(id(report), approved.row().annotationId()), Refusal.NOT_YOUR_ACT);

    act(ANN, Commands.revert(id(report), approved.row().annotationId()));
    assertThat(world.again(report).reviewState()).isEqualTo(ReviewState.UNREVIEWED);
    refused(ANN, Commands.revert(id(report), approved.row().annotationId()), Refusal.UNKNOWN_ACT);
  }

  @Test
  void decisionAboveTheLimit_needsASecondPerson() {
    refused(() -> world.mrs.review().twoPersonsAbove(DEE, Optional.empty()));
    world.twoPersonsAbove("0.01");
    MinorityReport report =
        world.report(
            r ->
                r.impactEstimate().isPresent()
                    && r.proposedCause().isPresent()
                    && !r.proposedCause().get().equals("unknown"));
    Done done = act(ANN, Commands.approve(id(report)));
    assertThat(done.row().flags()).containsExactly("awaiting_second");
    assertThat(world.again(report).reviewState()).isEqualTo(ReviewState.AWAITING_SECOND);
    refused(ANN, reopen(id(report), LONG), Refusal.NEVER_FINALISED);

    var id = done.row().annotationId();
    refused(ANN, Commands.countersign(id(report)).refersTo(id), Refusal.OWN_DECISION);
    act(BOB, Commands.countersign(id(report)).refersTo(id));
    assertThat(world.again(report).reviewState()).isEqualTo(ReviewState.APPROVED);
    refused(DEE, Commands.countersign(id(report)).refersTo(id), Refusal.NOTHING_TO_COUNTERSIGN);
  }

  @Test
  void conflict_waitsForWhoMayAdjudicate() {
    MinorityReport report = world.proposed();
    Done first = act(ANN, Commands.approve(id(report)));
    act(BOB, Commands.dismiss(id(report), "noise"));
    assertThat(world.mrs.review().workLists().conflicts())
        .singleElement()
        .satisfies(c -> assertThat(c.judgements()).hasSize(2));
    assertThat(world.mrs.review().workLists().agreement())
        .singleElement()
        .satisfies(a -> assertThat(a.rate()).hasValue(0));
    assertThat(waiting(ANN, ReportQuery.all())).doesNotContain(id(report));
    assertThat(waiting(DEE, ReportQuery.all())).contains(id(report));

    act(DEE, Commands.adjudicate(id(report)).refersTo(first.row().annotationId()));
    assertThat(world.mrs.review().workLists().conflicts()).isEmpty();
    assertThat(world.again(report).reviewState()).isEqualTo(ReviewState.APPROVED);
  }

  /** Catches a service that knows only what was said of the event that stayed. */
  @Test
  void conflictOfMergedEvents_isAdjudicatedByEitherDecision() {
    MinorityEvent event = world.event();
    String id = event.eventId().value();
    String gone =
        world.mrs.events().all().stream()
            .map(e -> e.eventId().value())
            .filter(other -> !other.equals(id))
            .findFirst()
            .orElseThrow();
    act(ANN, edit(id, "Street party", "retail_event"));
    Done other = act(BOB, edit(gone, "Hailstorm", "weather"));
    act(DEE, Commands.merge(gone, id));
    assertThat(world.mrs.events().get(id).inConflict()).isTrue();

    act(DEE, Commands.adjudicate(id).refersTo(other.row().annotationId()));

    assertThat(world.mrs.events().get(id).inConflict()).isFalse();
    assertThat(world.mrs.events().get(id).finalCause()).hasValue("Hailstorm");
    assertThat(world.mrs.reports().get(event.reportIds().get(0).value()).finalCause())
        .hasValue("Hailstorm");
  }

  @Test
  void moves_splitsAndMergers_areShownAtOnce() {
    MinorityEvent event = world.event();
    String id = event.eventId().value();
    var moved = event.reportIds().get(0);
    act(DEE, Commands.move(moved.value(), "new"));
    assertThat(world.mrs.events().get(id).reportIds()).doesNotContain(moved);
    refused(DEE, Commands.move(moved.value(), "new"), Refusal.SAME_EVENT);
    refused(DEE, Commands.split(id, List.of(moved)), Refusal.BAD_SPLIT);
    refused(DEE, Commands.split(id, world.mrs.events().get(id).reportIds()), Refusal.BAD_SPLIT);
    refused(DEE, Commands.move(id, "new"), Refusal.WRONG_KIND);
    refused(DEE, Commands.merge(moved.value(), id), Refusal.WRONG_KIND);
    refused(DEE, Commands.merge(id, id), Refusal.SAME_EVENT);

    String alone = world.mrs.reports().get(moved.value()).reportGroupId().orElseThrow().value();
    CommitPosition seen = world.now();
    act(DEE, Commands.merge(alone, id).basedOn(seen));
    assertThat(world.mrs.events().get(id).reportIds()).contains(moved);
    assertThat(act(DEE, Commands.merge(alone, id).basedOn(seen)).repeated()).isTrue();
    refused(DEE, Commands.merge(alone, id), Refusal.MERGED_TARGET);
  }

  @Test
  void report_cannotMoveIntoAnEndedEvent() {
    MinorityEvent ended =
        world.mrs.events().all().stream()
            .filter(e -> e.windowEnd().isPresent())
            .findFirst()
            .orElseThrow();
    MinorityReport other =
        world.report(r -> !r.reportGroupId().equals(Optional.of(ended.eventId())));
    refused(DEE, Commands.move(id(other), ended.eventId().value()), Refusal.ENDED_EVENT);
  }

  @Test
  void editedWindow_hasTheTotalsOfTheDayRows() {
    MinorityReport report =
        world.report(
            r ->
                r.windowEnd().isPresent()
                    && r.impactEstimate().isPresent()
                    && r.proposedCause().filter(c -> !c.equals("unknown")).isPresent()
                    && alone(r));
    Instant start = report.windowStart();
    Instant end = report.windowEnd().orElseThrow();
    refused(ANN, window(report, start, end), Refusal.NOT_ALLOWED);
    refused(DEE, window(report, end, start), Refusal.WINDOW_ORDER);
    refused(DEE, Commands.edit(id(report)).windowStart(start), Refusal.WINDOW_INCOMPLETE);
    refused(DEE, window(report, start.plusSeconds(60), end), Refusal.WINDOW_OFF_STEPS);
    refused(
        DEE,
        window(report, start, Instant.parse("2026-01-01T00:00:00Z")),
        Refusal.WINDOW_AFTER_LAST_TICK);
    refused(
        DEE, window(report, Instant.parse("1900-01-01T00:00:00Z"), end), Refusal.WINDOW_UNKNOWN);

    UserEdit same = act(DEE, window(report, start, end)).row();
    assertThat(same.members())
        .filteredOn(m -> report.members().contains(m))
        .as("a member that fills the window comes to what the machine says, to the penny")
        .isNotEmpty();
    assertThat(same.members()).allSatisfy(m -> assertThat(m.windowEnd()).contains(end));
    assertThat(same.attributedSalesTotal())
        .contains(
            Units.normal(
                same.members().stream()
                    .map(ReportMember::attributedSalesTotal)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)));

    UserEdit less = act(DEE, window(report, start.plus(Duration.ofHours(1)), end)).row();
    assertThat(less.attributedSalesTotal().orElseThrow()).isLessThan(report.attributedSalesTotal());
    MinorityReport shown = world.again(report);
    assertThat(shown.windowStart()).isEqualTo(start.plus(Duration.ofHours(1)));
    assertThat(shown.attributedSalesTotal()).isEqualTo(less.attributedSalesTotal().orElseThrow());
  }

  private boolean alone(MinorityReport report) {
    return world.mrs.reports().all().stream()
        .filter(r -> r.storeId().equals(report.storeId()))
        .filter(r -> !r.reportId().equals(report.reportId()))
        .allMatch(r -> r.windowEnd().filter(e -> !e.isAfter(report.windowStart())).isPresent());
  }

  @Test
  void workList_hasWhatAwaitsADecision_escalatedOnTop() {
    ReportQuery bySeverity =
        ReportQuery.builder().order(ReportOrder.SEVERITY).descending(true).pageSize(500).build();
    List<String> all = waiting(ANN, bySeverity);
    assertThat(all).hasSizeGreaterThan(3);
    String last = all.get(all.size() - 1);
    act(ANN, Commands.escalate(last));
    act(ANN, Commands.assign(all.get(0), "bob"));
    act(ANN, Commands.dismiss(all.get(1), "noise"));
    Instant until = world.time().plus(Duration.ofDays(1));
    act(ANN, Commands.defer(all.get(2)).deferUntil(until));

    List<String> now = waiting(ANN, bySeverity);
    assertThat(now.get(0)).isEqualTo(last);
    assertThat(now).doesNotContain(all.get(0), all.get(1), all.get(2));
    assertThat(waiting(BOB, bySeverity)).contains(all.get(0));
    world.wait(Duration.ofDays(2));
    assertThat(waiting(ANN, bySeverity)).as("the deferral is over").contains(all.get(2));
    assertThat(world.mrs.reports().all())
        .filteredOn(r -> r.suppressedBy().isPresent())
        .allSatisfy(r -> assertThat(now).doesNotContain(id(r)));
  }

  @Test
  void pagesOfTheWorkList_areTheWhole() {
    var lists = world.mrs.review().workLists();
    ReportQuery.Builder query = ReportQuery.builder().pageSize(2);
    int total = lists.waiting(ANN, query.build()).total();
    List<String> paged = new ArrayList<>();
    for (int from = 0; from < total; from += 2) {
      paged.addAll(waiting(ANN, query.offset(from).build()));
    }
    assertThat(paged).isEqualTo(waiting(ANN, query.offset(0).pageSize(500).build()));
  }

  @Test
  void questions_waitForThoseAsked_untilTheyAreAnswered() {
    MinorityReport report = world.proposed();
    act(ANN, Commands.requestReview(id(report), "data_scientist", "Is this rain?"));
    assertThat(world.mrs.review().workLists().questions(DEE, List.of()))
        .singleElement()
        .satisfies(q -> assertThat(q.question()).isEqualTo("Is this rain?"));
    assertThat(world.mrs.review().workLists().questions(BOB, List.of())).isEmpty();
    assertThat(world.again(report).reviewState()).isEqualTo(ReviewState.REVIEW_REQUESTED);

    act(DEE, Commands.answer(id(report), "It is"));
    assertThat(world.mrs.review().workLists().questions()).isEmpty();
    assertThat(world.again(report).reviewState()).isEqualTo(ReviewState.UNREVIEWED);
  }

  @Test
  void lookAlikes_areNearestFirst_andAreOfferedADecisionThatDecidesNothing() {
    MinorityReport report = world.proposed();
    List<LookAlike> alike = world.mrs.review().workLists().lookAlikes(id(report), 3);
    assertThat(alike)
        .hasSize(3)
        .isSortedAccordingTo(Comparator.comparingDouble(LookAlike::distance));
    Done done = act(ANN, edit(id(report), "Street party", "retail_event"));
    List<String> others = alike.stream().map(a -> id(a.report())).toList();

    List<UserEdit> rows =
        world.mrs.review().offer(ANN, done.row().annotationId(), "marketer", others);
    assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(row.cause()).contains("Street party"));
    assertThat(world.mrs.review().workLists().questions(BOB, List.of())).hasSize(3);
    assertThat(alike)
        .allSatisfy(a -> assertThat(world.again(a.report()).finalDecision()).isEmpty());
  }

  private List<String> waiting(Actor actor, ReportQuery query) {
    return world.mrs.review().workLists().waiting(actor, query).items().stream()
        .map(item -> id(item.report()))
        .toList();
  }

  private static Evidence link(String ref) {
    return Evidence.builder().kind(EvidenceKind.HUMAN).ref(ref).weight(1).build();
  }

  private static ReviewCommand.Builder window(MinorityReport report, Instant start, Instant end) {
    return Commands.edit(id(report)).windowStart(start).windowEnd(end);
  }

  private static ReviewCommand.Builder reopen(String id, String note) {
    return Commands.reopen(id, note).reason("new_evidence").reopenMode("reprocess");
  }

  private static ReviewCommand.Builder edit(String id, String cause, String category) {
    return edit(id, cause, category, Commands.edit(id));
  }

  private static ReviewCommand.Builder edit(
      String id, String cause, String category, ReviewCommand.Builder command) {
    command.targetId(id).cause(cause).causeCategory(category);
    return command;
  }

  private static String id(MinorityReport report) {
    return report.reportId().value();
  }

  private Done act(Actor actor, ReviewCommand.Builder command) {
    return world.mrs.review().act(actor, command.build());
  }

  private void refused(Runnable act) {
    assertThat(catchThrowableOfType(ActRefusedException.class, act::run).refusal())
        .isEqualTo(Refusal.NOT_ALLOWED);
  }

  /** Also that nothing is left of it. */
  private ActRefusedException refused(Actor actor, ReviewCommand.Builder command, Refusal why) {
    CommitPosition head = world.logs.head();
    ActRefusedException refused =
        catchThrowableOfType(ActRefusedException.class, () -> act(actor, command));
    assertThat(refused).as("%s", why).isNotNull();
    assertThat(refused.refusal()).as(refused.getMessage()).isEqualTo(why);
    assertThat(world.logs.head()).isEqualTo(head);
    return refused;
  }
}
