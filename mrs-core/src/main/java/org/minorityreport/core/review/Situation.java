package org.minorityreport.core.review;

import static org.minorityreport.core.review.Fields.refuseUnless;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.review.ReviewCommand;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReviewState;

/**
 * A command and what it meets: the target as it is now, and what people did about it. Each method
 * refuses what cannot be done there. Immutable.
 *
 * @param actor who acts
 * @param command what is to be done
 * @param target its target now
 * @param acts what people did
 * @param now the commit of that view
 */
record Situation(
    String actor, ReviewCommand command, Target target, ActBook acts, CommitPosition now) {

  /** Refuses what the state of the target does not allow. */
  void check(Instant actedAt) {
    refuseUnless(
        !target.isSuperseded(),
        Refusal.SUPERSEDED_TARGET,
        target.id()
            + " is superseded: the data behind it were corrected; act on what stands instead");
    switch (command.action()) {
      case APPROVE -> named(target.cause());
      case EDIT -> named(command.cause().or(target::finalCause).or(target::cause));
      case CONFIRM -> confirm();
      case ADJUDICATE -> adjudicate();
      case COUNTERSIGN -> countersign();
      case REOPEN ->
          refuseUnless(
              isDecided(),
              Refusal.NEVER_FINALISED,
              target.id() + " has no decision that could be reopened; decide it first");
      case REVERT -> revert();
      case DEFER ->
          refuseUnless(
              command.deferUntil().filter(until -> !until.isAfter(actedAt)).isEmpty(),
              Refusal.DATE_IN_THE_PAST,
              "defer_until must be after " + actedAt + "; leave it out to wait for a change");
      case ANSWER -> answer();
      default -> {
        // needs nothing of its target, or of its place, which is checked elsewhere
      }
    }
  }

  private void named(Optional<String> cause) {
    refuseUnless(
        cause.filter(c -> !c.equalsIgnoreCase("unknown")).isPresent(),
        Refusal.UNKNOWN_CAUSE,
        target.id() + " has no known cause; reject it, dismiss it, or edit it to name one");
  }

  private void confirm() {
    MinorityReport report = target.report();
    boolean questioned =
        report != null ? report.reviewState() == ReviewState.REPROPOSED : isDecided();
    refuseUnless(
        questioned,
        Refusal.NOTHING_TO_CONFIRM,
        "no later proposal questions a decision about " + target.id() + "; approve or edit it");
  }

  private void adjudicate() {
    refuseUnless(
        target.isInConflict(),
        Refusal.NO_CONFLICT,
        "nobody decided differently about " + target.id() + "; approve or edit it instead");
    command
        .refersTo()
        .ifPresent(
            id ->
                refuseUnless(
                    judgements().stream().anyMatch(act -> act.id().equals(id)),
                    Refusal.UNKNOWN_ACT,
                    id
                        + " is no standing decision about "
                        + target.id()
                        + "; refer to one of "
                        + judgements().stream().map(act -> act.id().value()).toList()
                        + ", or give the cause"));
  }

  /** The decisions about the target, and about the events that were merged into it. */
  private List<Act> judgements() {
    List<Act> all = new ArrayList<>(standing());
    if (target.isEvent()) {
      target
          .itsEvent()
          .ifPresent(
              event ->
                  event.mergedFrom().forEach(gone -> all.addAll(acts.standing(gone.value(), now))));
    }
    return all.stream().filter(Act::isJudgement).toList();
  }

  private void countersign() {
    Optional<Act> signed =
        awaiting().filter(act -> command.refersTo().filter(act.id()::equals).isPresent());
    refuseUnless(
        signed.isPresent(),
        Refusal.NOTHING_TO_COUNTERSIGN,
        command.refersTo().map(Object::toString).orElse("")
            + " does not wait for a second person; waiting: "
            + awaiting().map(act -> act.id().value()).orElse("nothing"));
    refuseUnless(
        signed.filter(act -> act.row().actor().equals(actor)).isEmpty(),
        Refusal.OWN_DECISION,
        "the decision is your own; it needs another person");
  }

  /** The decision that waits for a second person, if the last one does. */
  private Optional<Act> awaiting() {
    return acts.deciding(target.id(), now).filter(Act::awaitsSecond);
  }

  private void revert() {
    Optional<Act> reverted =
        acts.effective(target.id(), now).stream()
            .filter(act -> command.refersTo().filter(act.id()::equals).isPresent())
            .findFirst();
    refuseUnless(
        reverted.isPresent(),
        Refusal.UNKNOWN_ACT,
        command.refersTo().map(Object::toString).orElse("")
            + " is no act on "
            + target.id()
            + " that stands; refer to one of its trail");
    refuseUnless(
        reverted.filter(act -> act.row().actor().equals(actor) || act.isAutomatic()).isPresent(),
        Refusal.NOT_YOUR_ACT,
        "only one's own acts and automatic ones can be taken back; decide otherwise, or reopen it");
  }

  private void answer() {
    List<Act> open = OpenQuestions.of(standing());
    boolean there =
        command
            .refersTo()
            .map(id -> open.stream().anyMatch(question -> question.id().equals(id)))
            .orElse(!open.isEmpty());
    refuseUnless(
        there,
        Refusal.NO_QUESTION,
        "no such question about " + target.id() + " waits for an answer; comment instead");
  }

  /** Whether something is decided, by an act on the target, by finalisation, or by its event. */
  private boolean isDecided() {
    Optional<Act> own = acts.deciding(target.id(), now);
    if (own.isPresent()) {
      return !own.get().is(EditAction.REOPEN) && !own.get().awaitsSecond();
    }
    return target.finalDecision().isPresent()
        || target.itsEvent().flatMap(event -> event.finalDecision()).isPresent();
  }

  private List<Act> standing() {
    return acts.standing(target.id(), now);
  }

  /** Of an event's reopening: its reports that keep a decision of their own. */
  List<ReportId> decidingOnTheirOwn() {
    if (command.action() != EditAction.REOPEN || !target.isEvent()) {
      return List.of();
    }
    return target.itsEvent().stream()
        .flatMap(event -> event.reportIds().stream())
        .filter(
            report ->
                acts.deciding(report.value(), now)
                    .filter(act -> !act.is(EditAction.REOPEN))
                    .isPresent())
        .toList();
  }

  /**
   * The money that a decision is about: the greatest of what the target and its reports come to.
   */
  BigDecimal money() {
    Stream<Optional<BigDecimal>> amounts =
        target.isEvent()
            ? Stream.concat(
                target.itsEvent().stream().map(event -> event.impactEstimate()),
                target.itsEvent().stream()
                    .flatMap(event -> event.reportIds().stream())
                    .map(id -> target.view().reports().get(id.value()).impactEstimate()))
            : Optional.ofNullable(target.report()).stream().map(MinorityReport::impactEstimate);
    return amounts
        .flatMap(Optional::stream)
        .map(BigDecimal::abs)
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  /** The flags of the row, but for staleness. */
  TreeSet<String> flags(Optional<BigDecimal> limit, Optional<BigDecimal> edited) {
    TreeSet<String> flags = new TreeSet<>();
    boolean decides =
        switch (command.action()) {
          case APPROVE, EDIT, REJECT, DISMISS -> true;
          default -> false;
        };
    BigDecimal amount = edited.map(BigDecimal::abs).orElse(BigDecimal.ZERO).max(money());
    boolean above = limit.filter(max -> amount.compareTo(max) > 0).isPresent();
    if (decides && above) {
      flags.add(Act.AWAITING_SECOND);
    }
    if (command.action() == EditAction.ADJUDICATE && above) {
      boolean another =
          command
              .refersTo()
              .flatMap(acts::find)
              .filter(act -> !act.row().actor().equals(actor))
              .isPresent();
      if (!another) {
        throw ActRefusedException.of(
            Refusal.OWN_DECISION,
            "above "
                + limit.get()
                + " a decision needs two people: adjudicate by referring to another person's one");
      }
    }
    if (command.action() == EditAction.REOPEN) {
      if (command.reopenMode().filter("manual"::equals).isPresent()) {
        flags.add("attribution_override_post_review");
        flags.add("manual_post_review_edit");
      } else {
        flags.add("system_reprocessing_post_closure");
      }
    }
    return flags;
  }
}
