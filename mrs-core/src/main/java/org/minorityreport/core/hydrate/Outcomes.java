package org.minorityreport.core.hydrate;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.view.ReviewState;

/** What acts come to: what finalisation made of each, else what the act itself says. */
final class Outcomes {
  /** Of a decision that needs a second person. */
  private static final String AWAITING = "awaiting_second";

  private static final String AUTOMATIC = "auto_approved";

  private final Edits edits;
  private final Collection<Edits> merged;
  private final Map<AnnotationId, ReportFinalised> finalised = new HashMap<>();

  /**
   * Takes acts in.
   *
   * @param merged the acts about each event that went into this one: who adjudicates may choose
   *     among them
   */
  Outcomes(Edits edits, Collection<Edits> merged, List<SourcedRow<ReportFinalised>> finalised) {
    this.edits = edits;
    this.merged = merged;
    for (SourcedRow<ReportFinalised> row : finalised) {
      row.row().annotationId().ifPresent(act -> this.finalised.put(act, row.row()));
    }
  }

  /** {@return the state after a decision, if its word is known and it decides anything} */
  static Optional<ReviewState> stateOf(ReportFinalised row) {
    return FinalDecision.of(row.finalDecision())
        .flatMap(
            decision ->
                switch (decision) {
                  case APPROVED, EDITED -> Optional.of(ReviewState.APPROVED);
                  case REJECTED -> Optional.of(ReviewState.REJECTED);
                  case DISMISSED -> Optional.of(ReviewState.DISMISSED);
                  case AUTO_APPROVED -> Optional.of(ReviewState.AUTO_APPROVED);
                  case REOPENED, WITHDRAWN -> Optional.empty();
                });
  }

  /** {@return the state after an act, which may be that a second person is awaited} */
  Optional<ReviewState> stateAfter(SourcedRow<UserEdit> act) {
    boolean waits =
        act.row().flags().contains(AWAITING) && !finalised.containsKey(act.row().annotationId());
    return waits ? Optional.of(ReviewState.AWAITING_SECOND) : decidedBy(act);
  }

  /**
   * What an act decides, be it countersigned or not.
   *
   * @param act an act that stands
   * @return empty if it decides nothing
   */
  Optional<ReviewState> decidedBy(SourcedRow<UserEdit> act) {
    UserEdit row = act.row();
    Optional<ReviewState> said =
        Optional.ofNullable(finalised.get(row.annotationId())).flatMap(Outcomes::stateOf);
    return said.or(() -> EditAction.of(row.action()).flatMap(action -> decidedBy(act, action)));
  }

  private Optional<ReviewState> decidedBy(SourcedRow<UserEdit> act, EditAction action) {
    return switch (action) {
      case APPROVE ->
          Optional.of(isAutomatic(act.row()) ? ReviewState.AUTO_APPROVED : ReviewState.APPROVED);
      case EDIT -> Optional.of(ReviewState.APPROVED);
      case REJECT -> Optional.of(ReviewState.REJECTED);
      case DISMISS -> Optional.of(ReviewState.DISMISSED);
      case ADJUDICATE ->
          referred(act)
              .flatMap(this::decidedBy)
              .or(() -> act.row().cause().map(cause -> ReviewState.APPROVED));
      case COUNTERSIGN -> referred(act).flatMap(this::decidedBy);
      default -> Optional.empty();
    };
  }

  /** {@return the word for what an act decides about the event that it is about} */
  Optional<FinalDecision> word(SourcedRow<UserEdit> act) {
    UserEdit row = act.row();
    return EditAction.of(row.action())
        .flatMap(
            action ->
                switch (action) {
                  case APPROVE ->
                      Optional.of(
                          isAutomatic(row) ? FinalDecision.AUTO_APPROVED : FinalDecision.APPROVED);
                  case EDIT -> Optional.of(FinalDecision.EDITED);
                  case REJECT -> Optional.of(FinalDecision.REJECTED);
                  case DISMISS -> Optional.of(FinalDecision.DISMISSED);
                  case ADJUDICATE ->
                      referred(act)
                          .flatMap(this::word)
                          .or(() -> row.cause().map(cause -> FinalDecision.EDITED));
                  default -> Optional.empty();
                });
  }

  /** The act that another is about; only one before it, so that following them ends. */
  Optional<SourcedRow<UserEdit>> referred(SourcedRow<UserEdit> act) {
    return act.row()
        .refersTo()
        .flatMap(this::standing)
        .filter(other -> RowPlace.BY_COMMIT.compare(other.place(), act.place()) < 0);
  }

  private Optional<SourcedRow<UserEdit>> standing(AnnotationId id) {
    return Stream.concat(Stream.of(edits), merged.stream())
        .flatMap(of -> of.standing(id).stream())
        .findFirst();
  }

  /** {@return whether a policy approved, and no person} */
  static boolean isAutomatic(UserEdit row) {
    return row.flags().contains(AUTOMATIC)
        || Role.of(row.role()).filter(role -> role == Role.SYSTEM).isPresent();
  }

  /**
   * Whether two people said different things. Who only moved a window or a confidence said nothing
   * of the cause.
   */
  boolean differ(SourcedRow<UserEdit> one, SourcedRow<UserEdit> other) {
    if (!decidedBy(one).equals(decidedBy(other))) {
      return true;
    }
    Optional<String> cause = cause(one.row());
    Optional<String> otherCause = cause(other.row());
    if (cause.isPresent() != otherCause.isPresent()) {
      return !one.row().action().equals(other.row().action());
    }
    return !cause.equals(otherCause) || !category(one.row()).equals(category(other.row()));
  }

  Optional<String> cause(UserEdit act) {
    return said(act).flatMap(ReportFinalised::finalCause).or(act::cause);
  }

  Optional<String> category(UserEdit act) {
    return said(act).flatMap(ReportFinalised::finalCauseCategory).or(act::causeCategory);
  }

  private Optional<ReportFinalised> said(UserEdit act) {
    return Optional.ofNullable(finalised.get(Objects.requireNonNull(act.annotationId())));
  }
}
