package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.minorityreport.api.record.AttributionFields;
import org.minorityreport.api.record.ClusteringFields;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.view.ValueSource;

/**
 * Which row gives which group of fields (spec 4.6): the table, one method per line. The group
 * {@code group_id} is {@link Membership}. Of what people did, an act that edits or adjudicates and
 * has all of the group counts, the last committed one.
 */
final class ReportPrecedence {
  private final ReportRows rows;

  ReportPrecedence(ReportRows rows) {
    this.rows = rows;
  }

  Optional<Choice<Instant>> windowStart() {
    return ui(act -> act.windowStart().isPresent(), act -> act.windowStart().orElseThrow())
        .or(() -> Choice.of(rows.detected()).map(choice -> choice.as(ReportSpine::windowStart)));
  }

  /**
   * The line {@code window_end}: what is not closed has no end, unless a person gave it one.
   *
   * @param closing whether it is open
   */
  Optional<Choice<Instant>> windowEnd(Closing closing) {
    return ui(act -> act.windowEnd().isPresent(), act -> act.windowEnd().orElseThrow())
        .or(
            () ->
                closing.end().map(end -> new Choice<>(closing.source(), end, closing.decidedBy())));
  }

  Optional<Choice<ReportSpine>> structure() {
    return Choice.<ReportSpine>of(rows.detected())
        .or(() -> Choice.of(rows.clustered()))
        .or(() -> Choice.of(rows.attributed()))
        .or(() -> Choice.of(rows.cohorted()));
  }

  /** The line {@code totals}; without an act of a person, those of the row of the structure. */
  Optional<Choice<Totals>> totals() {
    return ui(Totals::areIn, Totals::of);
  }

  Optional<Choice<ClusteringFields>> cluster() {
    return rows.review()
        .cluster()
        .map(row -> Choice.of(ValueSource.REREVIEW, row, r -> (ClusteringFields) r))
        .or(() -> Choice.of(rows.clustered()).map(choice -> choice.as(r -> r)));
  }

  Optional<Choice<AttributionFields>> proposed() {
    return rows.review()
        .proposed()
        .map(row -> Choice.of(ValueSource.REREVIEW, row, r -> (AttributionFields) r))
        .or(() -> Choice.of(rows.attributed()).map(choice -> choice.as(r -> r)));
  }

  /** Nothing holds while a report is reopened, or once nothing decides it any more. */
  Optional<Choice<ReportFinalised>> finalDecision() {
    return rows.review()
        .latestFinalised()
        .filter(row -> !isTakenBack(row.row()))
        .map(row -> Choice.of(ValueSource.FINALISED, row, Function.identity()));
  }

  private static boolean isTakenBack(ReportFinalised row) {
    return FinalDecision.of(row.finalDecision())
        .filter(word -> word == FinalDecision.REOPENED || word == FinalDecision.WITHDRAWN)
        .isPresent();
  }

  private <V> Optional<Choice<V>> ui(Predicate<UserEdit> has, Function<UserEdit, V> values) {
    return rows.review()
        .edits()
        .latest(act -> Edits.is(act, EditAction.EDIT, EditAction.ADJUDICATE) && has.test(act))
        .map(row -> Choice.of(ValueSource.UI, row, values));
  }
}
