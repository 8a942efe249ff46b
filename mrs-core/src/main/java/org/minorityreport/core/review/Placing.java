package org.minorityreport.core.review;

import static org.minorityreport.core.review.Fields.refuseUnless;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.review.ReviewCommand;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.core.hydrate.HydratedView;

/** Checks moves, splits and mergers, and says what they touch. */
final class Placing {
  private static final String NEW = "new";

  private Placing() {}

  /**
   * Checks a command that puts reports elsewhere.
   *
   * @throws ActRefusedException if it cannot be done
   */
  static void check(ReviewCommand command, Target target) {
    boolean ofEvents = command.action() == EditAction.SPLIT || command.action() == EditAction.MERGE;
    refuseUnless(
        !ofEvents || target.isEvent(),
        Refusal.WRONG_KIND,
        command.action().wireName() + " is about an event; " + target.id() + " is a report");
    refuseUnless(
        command.action() != EditAction.MOVE || !target.isEvent(),
        Refusal.WRONG_KIND,
        "move is about a report; " + target.id() + " is an event: merge or split it");
    switch (command.action()) {
      case MOVE -> move(command, target);
      case MERGE -> merge(command, target);
      case SPLIT -> split(command, target);
      default -> {
        // puts nothing elsewhere
      }
    }
  }

  private static void move(ReviewCommand command, Target target) {
    String to = command.reportGroupId().orElseThrow();
    if (to.equals(NEW)) {
      refuseUnless(
          target.itsEvent().filter(event -> event.cohortSize() == 1).isEmpty(),
          Refusal.SAME_EVENT,
          target.id() + " is alone in its event already");
      return;
    }
    MinorityEvent event = event(target.view(), to);
    refuseUnless(
        target.itsEvent().filter(now -> now.eventId().equals(event.eventId())).isEmpty(),
        Refusal.SAME_EVENT,
        target.id() + " is in " + event.eventId() + " already");
    refuseUnless(
        event.eventStatus() == EventStatus.ACTIVE,
        Refusal.ENDED_EVENT,
        event.eventId() + " has ended; move the report to an active event, or to a 'new' one");
  }

  private static void merge(ReviewCommand command, Target target) {
    MinorityEvent stays = event(target.view(), command.reportGroupId().orElseThrow());
    refuseUnless(
        !stays.eventId().value().equals(target.id()),
        Refusal.SAME_EVENT,
        "an event cannot go into itself; name another one that stays");
  }

  private static void split(ReviewCommand command, Target target) {
    Set<ReportId> all =
        new HashSet<>(target.itsEvent().map(MinorityEvent::reportIds).orElseThrow());
    TreeSet<ReportId> going = new TreeSet<>(command.reportIds());
    refuseUnless(
        all.containsAll(going) && going.size() < all.size(),
        Refusal.BAD_SPLIT,
        "report_ids must be some of the reports of "
            + target.id()
            + ", and not all: "
            + new TreeSet<>(all));
  }

  /** The ids that must not have changed, beside the target and its event. */
  static Set<String> touched(ReviewCommand command) {
    Set<String> touched = new HashSet<>();
    command.reportGroupId().filter(id -> !id.equals(NEW)).ifPresent(touched::add);
    command.reportIds().forEach(id -> touched.add(id.value()));
    return touched;
  }

  private static MinorityEvent event(HydratedView view, String id) {
    refuseUnless(
        id.startsWith("ME-"),
        Refusal.UNKNOWN_TARGET,
        "report_group_id is '" + id + "'; give the id of an event");
    return Target.of(view, id).itsEvent().orElseThrow();
  }
}
