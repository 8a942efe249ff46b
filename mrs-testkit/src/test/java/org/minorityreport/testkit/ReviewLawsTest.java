package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.Done;
import org.minorityreport.api.review.ReviewCommand;
import org.minorityreport.core.hydrate.Hydration;

/**
 * "No sequence of actions by any roles changes or removes a row; what is refused leaves nothing."
 */
class ReviewLawsTest {
  /**
   * An act of somebody.
   *
   * @param who number of the person, whose role follows from it
   * @param action what
   * @param target chooses the report or event
   * @param fields which optional fields are given, as bits
   * @param ago how many commits ago the person looked
   */
  record Plan(int who, EditAction action, int target, int fields, int ago) {}

  @Provide
  Arbitrary<List<Plan>> plans() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 5),
            Arbitraries.of(EditAction.class),
            Arbitraries.integers().between(0, 7),
            Arbitraries.integers().between(0, 4095),
            Arbitraries.integers().between(0, 3))
        .as(Plan::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(25);
  }

  @Property(tries = 6)
  void noSequenceOfActs_changesOrRemovesARow_andWhatIsRefusedLeavesNothing(
      @ForAll("plans") List<Plan> plans) {
    try (ReviewedWorld world = new ReviewedWorld()) {
      world.twoPersonsAbove("500");
      List<AnnotationId> done = new ArrayList<>();
      List<StoredRow> before = ReviewedWorld.rows(world.logs);
      for (Plan plan : plans) {
        boolean accepted = perform(world, plan, done);
        List<StoredRow> after = ReviewedWorld.rows(world.logs);
        assertThat(texts(after)).containsAll(texts(before));
        assertThat(acts(after) - acts(before)).isEqualTo(accepted ? 1 : 0);
        before = after;
      }
      assertThat(world.mrs.reports().all())
          .as("the view that went along is that of a full rebuild")
          .isEqualTo(Hydration.hydrate(world.logs, SmallWorld.RUN, AsOf.now()).reports().all());
    }
  }

  private static long acts(List<StoredRow> rows) {
    return rows.stream()
        .filter(row -> row.log() == Logs.USER_EDITS || row.log() == Logs.USER_EVENT_EDITS)
        .count();
  }

  private static List<String> texts(List<StoredRow> rows) {
    return rows.stream().map(row -> row.log() + "#" + row.rowNumber() + row.text()).toList();
  }

  private static boolean perform(ReviewedWorld world, Plan plan, List<AnnotationId> done) {
    CommitPosition head = world.logs.head();
    try {
      Done act = world.mrs.review().act(actor(plan.who()), command(world, plan, done));
      done.add(act.row().annotationId());
      assertThat(act.repeated() == world.logs.head().equals(head)).isTrue();
      return !act.repeated();
    } catch (ActRefusedException e) {
      assertThat(e.getMessage()).startsWith(e.refusal().code() + ": ");
    } catch (UsageException e) {
      throw new AssertionError("every refusal has a code of its own", e);
    }
    assertThat(world.logs.head()).isEqualTo(head);
    return false;
  }

  private static Actor actor(int who) {
    List<Role> roles = List.copyOf(EnumSet.allOf(Role.class));
    Role role = roles.get(who % roles.size());
    return who == 5 ? Actor.of("two", Role.VIEWER, Role.DATA_SCIENTIST) : Actor.of("p" + who, role);
  }

  private static ReviewCommand command(ReviewedWorld world, Plan plan, List<AnnotationId> done) {
    List<ReportId> reports = world.mrs.reports().all().stream().map(r -> r.reportId()).toList();
    var events = world.mrs.events().all();
    boolean ofEvent =
        plan.action() == EditAction.SPLIT
            || plan.action() == EditAction.MERGE
            || (plan.fields() & 1) > 0;
    var event = events.get(plan.target() % events.size());
    var other = events.get((plan.target() + 1 + plan.ago()) % events.size());
    ReviewCommand.Builder command = ReviewCommand.builder();
    command.action(plan.action());
    command.targetId(
        ofEvent ? event.eventId().value() : reports.get(plan.target() % reports.size()).value());
    command.basedOn(CommitPosition.of(world.logs.head().value() - plan.ago()));
    command.insist((plan.fields() & 2) > 0);
    boolean well = (plan.fields() & 12) > 0;
    switch (plan.action()) {
      case EDIT -> cause(command, well);
      case DISMISS -> command.reason(well ? "noise" : "boredom");
      case REJECT -> command.note(well ? "not so" : " ");
      case ADJUDICATE -> {
        if (well && !done.isEmpty()) {
          command.refersTo(done.get(plan.fields() % done.size()));
        } else {
          cause(command, true);
        }
      }
      case COUNTERSIGN, REVERT -> command.refersTo(act(done, plan));
      case REOPEN ->
          command
              .note("long enough, as a note about a reopening has to be, by the rules")
              .reason("new_evidence")
              .reopenMode("reprocess");
      case REQUEST_REVIEW -> command.assignee("data_scientist").note("why?");
      case ASSIGN -> command.assignee("p1");
      case COMMENT, ANSWER -> command.note("so");
      case MOVE -> command.reportGroupId(well ? "new" : other.eventId().value());
      case SPLIT -> command.reportIds(event.reportIds().stream().limit(1).toList());
      case MERGE -> command.reportGroupId(other.eventId().value());
      default -> {
        // needs nothing
      }
    }
    return command.build();
  }

  private static AnnotationId act(List<AnnotationId> done, Plan plan) {
    return done.isEmpty()
        ? AnnotationId.of("AN-" + "0".repeat(32))
        : done.get(plan.fields() % done.size());
  }

  private static void cause(ReviewCommand.Builder command, boolean well) {
    command.cause("Street party").causeCategory(Optional.of(well ? "retail_event" : "nonsense"));
  }
}
