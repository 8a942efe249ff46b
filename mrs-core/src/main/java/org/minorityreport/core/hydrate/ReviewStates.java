package org.minorityreport.core.hydrate;

import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.view.ReviewState;

/**
 * The review state of one report, from its {@link Review} and from what was proposed since: a
 * decision that a later round questions is {@code reproposed}, and what was put away comes back
 * when another cause is proposed. What is deferred until a date stays so, because hydration knows
 * no clock; the work list compares the date.
 */
final class ReviewStates {
  private final ReportRows rows;
  private final Review review;
  private final RowRefs refs;

  ReviewStates(ReportRows rows, Review review, RowRefs refs) {
    this.rows = rows;
    this.review = review;
    this.refs = refs;
  }

  ReviewState state() {
    if (review.isAsked()) {
      return ReviewState.REVIEW_REQUESTED;
    }
    Optional<SourcedRow<UserEdit>> away = review.putAway().filter(act -> !isBack(act));
    if (away.isPresent()) {
      return Edits.is(away.get().row(), EditAction.ARCHIVE)
          ? ReviewState.ARCHIVED
          : ReviewState.DEFERRED;
    }
    if (review.isInConflict()) {
      return ReviewState.CONFLICT;
    }
    return isReproposed() ? ReviewState.REPROPOSED : review.decided();
  }

  /** The latest round came after the decision and questions it (spec 4.7). */
  private boolean isReproposed() {
    Optional<Decision> decision = review.decision().filter(Decision::holds);
    Optional<SourcedRow<ReportReattributed>> round = rows.review().proposed();
    if (decision.isEmpty()
        || round.isEmpty()
        || RowPlace.BY_COMMIT.compare(round.get().place(), decision.get().place()) < 0) {
      return false;
    }
    return Proposal.of(round.get().row()).questions(decided(decision.get()));
  }

  /** What was decided; of a decision without a cause, what it was made about. */
  private Proposal decided(Decision decision) {
    Optional<ReportFinalised> last =
        rows.review()
            .latestFinalised()
            .map(SourcedRow::row)
            .filter(row -> Outcomes.stateOf(row).isPresent());
    if (last.isPresent()) {
      ReportFinalised row = last.get();
      return new Proposal(
          row.finalCause().or(row::proposedCause),
          row.finalCauseCategory().or(row::proposedCauseCategory),
          row.finalConfidence().isPresent() ? row.finalConfidence() : row.confidenceScore());
    }
    Optional<SourcedRow<ReportAttributed>> routine = rows.attributed().giving();
    routine.ifPresent(refs::add);
    Optional<Proposal> seen = routine.map(row -> Proposal.of(row.row()));
    Optional<UserEdit> act = decision.act().map(SourcedRow::row);
    return new Proposal(
        act.flatMap(UserEdit::cause).or(() -> seen.flatMap(Proposal::cause)),
        act.flatMap(UserEdit::causeCategory).or(() -> seen.flatMap(Proposal::category)),
        act.filter(row -> row.confidence().isPresent())
            .map(UserEdit::confidence)
            .or(() -> seen.map(Proposal::confidence))
            .orElse(OptionalDouble.empty()));
  }

  /** Something else is proposed than when it was put away. */
  private boolean isBack(SourcedRow<UserEdit> act) {
    if (act.row().deferUntil().isPresent()) {
      return false;
    }
    Optional<Proposal> now =
        rows.review()
            .proposed()
            .map(row -> Proposal.of(row.row()))
            .or(() -> rows.attributed().giving().map(row -> Proposal.of(row.row())));
    Optional<Proposal> then = before(act);
    return now.isPresent() && (then.isEmpty() || now.get().isOther(then.get()));
  }

  private Optional<Proposal> before(SourcedRow<UserEdit> act) {
    Optional<Proposal> round = Optional.empty();
    for (SourcedRow<ReportReattributed> row : rows.review().reattributed()) {
      if (Stage.ATTRIBUTION.isComplete(row.row().degradedReasons())
          && RowPlace.BY_COMMIT.compare(row.place(), act.place()) < 0) {
        refs.add(row);
        round = Optional.of(Proposal.of(row.row()));
      }
    }
    return round.or(
        () -> {
          Optional<SourcedRow<ReportAttributed>> routine =
              rows.attributed().givingAt(act.writtenAt());
          routine.ifPresent(refs::add);
          return routine.map(row -> Proposal.of(row.row()));
        });
  }
}
