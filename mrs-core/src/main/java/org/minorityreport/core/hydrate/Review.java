package org.minorityreport.core.hydrate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.view.ReviewState;

/**
 * How far people are with one report or one event: the table of spec 7.2 as a fold over the acts
 * that stand, in the order of their commits. What an act reverted had never been done, so a revert
 * needs no case of its own. A report has decisions about its event from the rows of finalisation
 * between its own acts; its own decision wins over them.
 *
 * <p>A question that is open comes before anything else, then what was put away, then a conflict,
 * then the decision. Not thread-safe while it is made.
 */
final class Review {
  private final Edits edits;
  private final Outcomes outcomes;
  private final List<RowPlace> rounds;
  private final Set<AnnotationId> questions = new LinkedHashSet<>();
  private final Map<String, SourcedRow<UserEdit>> judgements = new LinkedHashMap<>();
  private Optional<Decision> decision = Optional.empty();
  private Optional<SourcedRow<UserEdit>> putAway = Optional.empty();

  private Review(
      Edits edits,
      Collection<Edits> merged,
      List<SourcedRow<ReportFinalised>> finalised,
      List<RowPlace> rounds) {
    this.edits = edits;
    this.outcomes = new Outcomes(edits, merged, finalised);
    this.rounds = rounds;
  }

  /** {@return how far people are with a report} */
  static Review ofReport(ReviewRows rows) {
    List<SourcedRow<? extends LogRecord>> steps = new ArrayList<>(rows.edits().standing());
    steps.addAll(rows.finalised());
    steps.sort(Comparator.comparing(SourcedRow::place, RowPlace.BY_COMMIT));
    Review review =
        new Review(
            rows.edits(),
            List.of(),
            rows.finalised(),
            rows.reattributed().stream().map(SourcedRow::place).toList());
    steps.forEach(review::take);
    return review;
  }

  /** {@return how far people are with an event, given the acts about those that went into it} */
  static Review ofEvent(Edits edits, Collection<Edits> merged) {
    Review review = new Review(edits, merged, List.of(), List.of());
    edits.standing().forEach(review::take);
    return review;
  }

  /** {@return the decision that holds or was taken back} */
  Optional<Decision> decision() {
    return decision;
  }

  /** {@return the act that put it away, be it until a date or until something changes} */
  Optional<SourcedRow<UserEdit>> putAway() {
    return putAway;
  }

  /** {@return whether a question waits for its answer} */
  boolean isAsked() {
    return !questions.isEmpty();
  }

  Outcomes outcomes() {
    return outcomes;
  }

  /** {@return whether two people judged the same proposal differently, and nobody adjudicated} */
  boolean isInConflict() {
    List<SourcedRow<UserEdit>> all = List.copyOf(judgements.values());
    for (SourcedRow<UserEdit> one : all) {
      for (SourcedRow<UserEdit> other : all) {
        if (isBefore(one, other.place())
            && outcomes.differ(one, other)
            && rounds.stream()
                .noneMatch(round -> isBefore(one, round) && isBefore(round, other.place()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** {@return the state after the decision alone} */
  ReviewState decided() {
    return decision.map(Decision::state).orElse(ReviewState.UNREVIEWED);
  }

  private void take(SourcedRow<? extends LogRecord> step) {
    if (step.row() instanceof UserEdit edit) {
      SourcedRow<UserEdit> act = new SourcedRow<>(edit, step.place());
      EditAction.of(edit.action()).ifPresent(action -> take(act, action));
    } else if (step.row() instanceof ReportFinalised finalised) {
      inherit(finalised, step.place());
    }
  }

  private void take(SourcedRow<UserEdit> act, EditAction action) {
    switch (action) {
      case APPROVE, EDIT, REJECT, DISMISS -> {
        decide(act);
        judge(act, action);
      }
      case ADJUDICATE -> {
        judgements.clear();
        decide(act);
      }
      case COUNTERSIGN -> countersign(act);
      case CONFIRM -> decision.ifPresent(held -> settle(held.confirmedAt(act.place())));
      case REOPEN -> {
        judgements.clear();
        settle(new Decision(ReviewState.REOPENED, Optional.of(act), act.place()));
      }
      case REQUEST_REVIEW -> questions.add(act.row().annotationId());
      case ANSWER -> answer(act.row());
      case DEFER, ARCHIVE -> {
        questions.clear();
        putAway = Optional.of(act);
      }
      default -> {
        // Changes what is shown elsewhere, or nothing.
      }
    }
  }

  private void decide(SourcedRow<UserEdit> act) {
    outcomes
        .stateAfter(act)
        .ifPresent(state -> settle(new Decision(state, Optional.of(act), act.place())));
  }

  private void judge(SourcedRow<UserEdit> act, EditAction action) {
    boolean ofCause =
        action != EditAction.EDIT
            || act.row().cause().isPresent()
            || act.row().causeCategory().isPresent();
    if (ofCause && !Outcomes.isAutomatic(act.row())) {
      judgements.put(act.row().actor(), act);
    }
  }

  /** Completes the decision that holds, if somebody else made it. */
  private void countersign(SourcedRow<UserEdit> act) {
    Optional<SourcedRow<UserEdit>> signed =
        act.row().refersTo().isPresent() ? outcomes.referred(act) : decision.flatMap(Decision::act);
    signed
        .filter(other -> !other.row().actor().equals(act.row().actor()))
        .filter(
            other ->
                decision
                    .flatMap(Decision::act)
                    .filter(held -> held.place().equals(other.place()))
                    .isPresent())
        .ifPresent(
            other ->
                outcomes
                    .decidedBy(other)
                    .ifPresent(
                        state -> settle(new Decision(state, Optional.of(other), act.place()))));
  }

  private void answer(UserEdit row) {
    AnnotationId newest = null;
    for (AnnotationId question : questions) {
      newest = question;
    }
    AnnotationId answered = row.refersTo().orElse(newest);
    if (answered != null) {
      questions.remove(answered);
    }
  }

  /** What finalisation says of the event's decision; of the report's own its act says it. */
  private void inherit(ReportFinalised row, RowPlace place) {
    Optional<FinalDecision> word = FinalDecision.of(row.finalDecision());
    boolean ownHolds =
        decision.filter(d -> d.isOwn() && d.state() != ReviewState.REOPENED).isPresent();
    if (word.isEmpty() || ownHolds) {
      return;
    }
    if (word.get() == FinalDecision.WITHDRAWN) {
      decision = decision.filter(Decision::isOwn);
    } else if (row.annotationId().filter(edits::knows).isEmpty()) {
      ReviewState state = Outcomes.stateOf(row).orElse(ReviewState.REOPENED);
      settle(new Decision(state, Optional.empty(), place));
    }
  }

  private void settle(Decision made) {
    decision = Optional.of(made);
    putAway = Optional.empty();
    questions.clear();
  }

  private static boolean isBefore(SourcedRow<?> one, RowPlace other) {
    return isBefore(one.place(), other);
  }

  private static boolean isBefore(RowPlace one, RowPlace other) {
    return RowPlace.BY_COMMIT.compare(one, other) < 0;
  }
}
