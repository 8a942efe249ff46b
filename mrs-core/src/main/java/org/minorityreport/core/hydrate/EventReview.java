package org.minorityreport.core.hydrate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReviewState;

/**
 * How far people are with an event itself. Events that were decided differently and then merged are
 * a conflict (spec 7.7) until somebody adjudicates the event that stayed.
 */
final class EventReview {
  private final Edits edits;
  private final Collection<Edits> merged;
  private final List<MinorityReport> reports;
  private final Review review;

  /**
   * The review of an event.
   *
   * @param edits what people did about it
   * @param merged what they did about each event that went into it
   * @param reports all its reports, by id
   */
  EventReview(Edits edits, Collection<Edits> merged, List<MinorityReport> reports) {
    this.edits = edits;
    this.merged = merged;
    this.reports = reports;
    this.review = Review.ofEvent(edits, merged);
  }

  ReviewState state() {
    if (review.isAsked()) {
      return ReviewState.REVIEW_REQUESTED;
    }
    if (review.putAway().isPresent()) {
      return Edits.is(review.putAway().get().row(), EditAction.ARCHIVE)
          ? ReviewState.ARCHIVED
          : ReviewState.DEFERRED;
    }
    return isInConflict() ? ReviewState.CONFLICT : review.decided();
  }

  boolean isInConflict() {
    if (review.isInConflict()) {
      return true;
    }
    List<Verdict> verdicts = new ArrayList<>();
    verdict(review).ifPresent(verdicts::add);
    merged.forEach(other -> verdict(Review.ofEvent(other, List.of())).ifPresent(verdicts::add));
    Optional<RowPlace> adjudicated =
        edits.latest(act -> Edits.is(act, EditAction.ADJUDICATE)).map(SourcedRow::place);
    return verdicts.stream()
            .filter(
                verdict ->
                    adjudicated
                        .filter(at -> RowPlace.BY_COMMIT.compare(verdict.place(), at) <= 0)
                        .isEmpty())
            .map(Verdict::outcome)
            .distinct()
            .count()
        > 1;
  }

  /** {@return the act that decides the event, if one holds} */
  Optional<SourcedRow<UserEdit>> decision() {
    return review.decision().filter(Decision::holds).flatMap(Decision::act);
  }

  Optional<FinalDecision> word() {
    return decision().flatMap(review.outcomes()::word);
  }

  Optional<String> cause() {
    return decision().flatMap(act -> cause(act, review));
  }

  Optional<String> category() {
    return decision()
        .flatMap(
            act ->
                chosen(act, review)
                    .causeCategory()
                    .or(() -> finalised(act).flatMap(MinorityReport::finalCauseCategory)));
  }

  /** {@return what people put forward, in the order in which they did, each once} */
  List<Evidence> evidence() {
    Set<Evidence> evidence = new LinkedHashSet<>();
    edits.standing().forEach(act -> evidence.addAll(act.row().evidence()));
    return List.copyOf(evidence);
  }

  private Optional<Verdict> verdict(Review of) {
    return of.decision()
        .filter(Decision::holds)
        .map(
            decision ->
                new Verdict(
                    decision.state() + " " + decision.act().flatMap(act -> cause(act, of)),
                    decision.place()));
  }

  private Optional<String> cause(SourcedRow<UserEdit> act, Review of) {
    return chosen(act, of).cause().or(() -> finalised(act).flatMap(MinorityReport::finalCause));
  }

  /** Who adjudicates may name one of the decisions and say no more. */
  private static UserEdit chosen(SourcedRow<UserEdit> act, Review of) {
    return act.row().cause().isPresent()
        ? act.row()
        : of.outcomes().referred(act).map(SourcedRow::row).orElse(act.row());
  }

  /** The cause that an approval approved is in the rows of the reports that it decided. */
  private Optional<MinorityReport> finalised(SourcedRow<UserEdit> act) {
    return reports.stream()
        .filter(
            report -> report.annotationId().filter(act.row().annotationId()::equals).isPresent())
        .findFirst();
  }

  private record Verdict(String outcome, RowPlace place) {}
}
