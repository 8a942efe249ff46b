package org.minorityreport.core.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.UserEdit;

/**
 * What the acts about one report or event come to, in the order of their commits (spec 7.2), for
 * whoever asks whether an anomaly is confirmed. Immutable.
 *
 * @param state what was decided
 * @param act the act that decided; null if none does
 */
record Verdict(State state, @Nullable UserEdit act) {
  /** What was decided. */
  enum State {
    /** Nobody decided anything. */
    NONE,
    /** A decision was taken back to be made again. */
    REOPENED,
    /** It happened, for a cause that is named. */
    CONFIRMED,
    /** The proposed cause is wrong, or nothing happened. */
    REFUSED
  }

  private static final String SHADOW = "shadow";
  private static final String AWAITING = "awaiting_second";
  private static final Verdict NONE = new Verdict(State.NONE, null);

  /**
   * Takes acts in.
   *
   * @param acts acts about one target that are not retracted, in the order of their commits
   */
  static Verdict of(List<UserEdit> acts) {
    Verdict verdict = NONE;
    List<UserEdit> standing = standing(acts);
    for (UserEdit act : standing) {
      verdict = verdict.after(act, standing);
    }
    return verdict;
  }

  private Verdict after(UserEdit row, List<UserEdit> standing) {
    Optional<EditAction> action = EditAction.of(row.action());
    if (action.isEmpty()) {
      return this;
    }
    return switch (action.get()) {
      case APPROVE, EDIT, REJECT, DISMISS ->
          row.flags().contains(AWAITING) ? this : decided(row, action.get());
      case REOPEN -> new Verdict(State.REOPENED, row);
      case ADJUDICATE -> row.cause().isPresent() ? confirmed(row) : referred(row, standing);
      case COUNTERSIGN -> referred(row, standing);
      default -> this;
    };
  }

  /** The decision that an act names holds; that of the person who signs does not count twice. */
  private Verdict referred(UserEdit row, List<UserEdit> standing) {
    for (UserEdit other : standing) {
      boolean meant = row.refersTo().filter(other.annotationId()::equals).isPresent();
      boolean own =
          EditAction.of(row.action()).filter(a -> a == EditAction.COUNTERSIGN).isPresent()
              && other.actor().equals(row.actor());
      Optional<EditAction> action = EditAction.of(other.action());
      if (meant && !own && action.isPresent()) {
        return decided(other, action.get());
      }
    }
    return this;
  }

  private Verdict decided(UserEdit row, EditAction action) {
    return switch (action) {
      case APPROVE, EDIT -> confirmed(row);
      case REJECT, DISMISS -> new Verdict(State.REFUSED, row);
      default -> this;
    };
  }

  private static Verdict confirmed(UserEdit row) {
    return new Verdict(State.CONFIRMED, row);
  }

  /** The acts that are not reverted; one that reverts, and is reverted, reverts nothing. */
  static List<UserEdit> standing(List<UserEdit> acts) {
    List<UserEdit> standing = new ArrayList<>();
    Set<AnnotationId> reverted = new HashSet<>();
    for (int i = acts.size() - 1; i >= 0; i--) {
      UserEdit row = acts.get(i);
      if (reverted.contains(row.annotationId()) || row.flags().contains(SHADOW)) {
        continue;
      }
      if (EditAction.of(row.action()).filter(a -> a == EditAction.REVERT).isPresent()) {
        row.refersTo().ifPresent(reverted::add);
      } else {
        standing.add(row);
      }
    }
    Collections.reverse(standing);
    return standing;
  }
}
