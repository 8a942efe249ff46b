package org.minorityreport.core.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.record.UserEdit;

/**
 * What the acts about one report or event come to, in the order of their commits (spec 7.2). What
 * an act reverted had never been done. Masks and finalisation ask here. Immutable.
 *
 * @param state what holds
 * @param act the act that decides, or took the decision back; null without one
 * @param said the act that says the cause: another one if the deciding act names one of several
 * @param since the act from which it holds: of a decision that two people take, the second's
 */
public record Ruling(
    State state, @Nullable UserEdit act, @Nullable UserEdit said, @Nullable UserEdit since) {
  /** What holds. */
  public enum State {
    /** Nobody decided anything about it. */
    NONE,
    /** A decision was taken back to be made again. */
    REOPENED,
    /** It is decided. */
    DECIDED,
    /** A person keeps what was decided elsewhere, about its event. */
    KEPT
  }

  /** The flag of a decision that needs a second person. */
  public static final String AWAITING = "awaiting_second";

  /** The flag of what a policy approved. */
  public static final String AUTOMATIC = "auto_approved";

  private static final String SHADOW = "shadow";
  private static final Ruling NONE = new Ruling(State.NONE, null, null, null);

  /**
   * Takes acts in.
   *
   * @param acts acts about one target that are not retracted, in the order of their commits
   * @return what they come to
   */
  public static Ruling of(List<UserEdit> acts) {
    return of(acts, id -> null);
  }

  /**
   * Takes acts in.
   *
   * @param acts acts about one target that are not retracted, in the order of their commits
   * @param elsewhere acts about other targets by id, for who adjudicates between merged events
   * @return what they come to
   */
  public static Ruling of(
      List<UserEdit> acts, Function<AnnotationId, @Nullable UserEdit> elsewhere) {
    Fold fold = new Fold(elsewhere);
    standing(acts).forEach(fold::take);
    return fold.ruling;
  }

  /** {@return the word for what was decided; empty unless it is} */
  public Optional<FinalDecision> word() {
    return state == State.DECIDED && said != null ? Optional.of(word(said)) : Optional.empty();
  }

  /** {@return whether it is confirmed that it happened} */
  public boolean isConfirmed() {
    return word()
        .filter(word -> word != FinalDecision.REJECTED && word != FinalDecision.DISMISSED)
        .isPresent();
  }

  private static FinalDecision word(UserEdit said) {
    return switch (EditAction.of(said.action()).orElseThrow()) {
      case APPROVE -> isAutomatic(said) ? FinalDecision.AUTO_APPROVED : FinalDecision.APPROVED;
      case REJECT -> FinalDecision.REJECTED;
      case DISMISS -> FinalDecision.DISMISSED;
      default -> FinalDecision.EDITED;
    };
  }

  /**
   * Whether a policy did it.
   *
   * @param act an act
   * @return whether no person did
   */
  public static boolean isAutomatic(UserEdit act) {
    return act.flags().contains(AUTOMATIC)
        || Role.of(act.role()).filter(role -> role == Role.SYSTEM).isPresent();
  }

  /**
   * The acts that are not reverted; one that reverts, and is reverted, reverts nothing.
   *
   * @param acts acts about one target, in the order of their commits
   * @return those that stand, without reverts and without what a policy in shadow would have done
   */
  public static List<UserEdit> standing(List<UserEdit> acts) {
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

  /** The fold over acts that stand. */
  private static final class Fold {
    private final Function<AnnotationId, @Nullable UserEdit> elsewhere;
    private final Map<AnnotationId, UserEdit> seen = new LinkedHashMap<>();
    private final Map<AnnotationId, UserEdit> pending = new LinkedHashMap<>();
    private Ruling ruling = NONE;

    Fold(Function<AnnotationId, @Nullable UserEdit> elsewhere) {
      this.elsewhere = elsewhere;
    }

    void take(UserEdit act) {
      EditAction.of(act.action()).ifPresent(action -> take(act, action));
      seen.put(act.annotationId(), act);
    }

    private void take(UserEdit act, EditAction action) {
      switch (action) {
        case APPROVE, EDIT, REJECT, DISMISS -> {
          if (act.flags().contains(AWAITING)) {
            pending.put(act.annotationId(), act);
          } else {
            decided(act, act, act);
          }
        }
        case REOPEN -> {
          pending.clear();
          ruling = new Ruling(State.REOPENED, act, null, act);
        }
        case ADJUDICATE -> adjudicate(act);
        case COUNTERSIGN -> countersign(act);
        case CONFIRM -> confirm(act);
        default -> {
          // decides nothing
        }
      }
    }

    private void decided(UserEdit act, UserEdit said, UserEdit since) {
      ruling = new Ruling(State.DECIDED, act, said, since);
    }

    private void adjudicate(UserEdit act) {
      UserEdit chosen = act.cause().isPresent() ? act : referred(act);
      if (chosen != null) {
        decided(act, chosen, act);
      }
    }

    /** The decision that an act names; who adjudicated it named one in turn. */
    private @Nullable UserEdit referred(UserEdit act) {
      UserEdit other = act;
      for (int steps = seen.size(); steps >= 0; steps--) {
        AnnotationId id = other.refersTo().orElse(null);
        UserEdit next = id == null ? null : seen.get(id);
        other = next != null || id == null ? next : elsewhere.apply(id);
        if (other == null || decides(other)) {
          return other;
        }
      }
      return null;
    }

    private static boolean decides(UserEdit act) {
      return EditAction.of(act.action())
          .filter(
              action ->
                  switch (action) {
                    case APPROVE, EDIT, REJECT, DISMISS -> true;
                    case ADJUDICATE -> act.cause().isPresent();
                    default -> false;
                  })
          .isPresent();
    }

    /** Completes a decision that awaits a second person, if somebody else took it. */
    private void countersign(UserEdit act) {
      UserEdit first = null;
      for (UserEdit waiting : pending.values()) {
        if (act.refersTo().isEmpty()
            || act.refersTo().filter(waiting.annotationId()::equals).isPresent()) {
          first = waiting;
        }
      }
      if (first != null && !first.actor().equals(act.actor())) {
        pending.remove(first.annotationId());
        decided(first, first, act);
      }
    }

    private void confirm(UserEdit act) {
      if (ruling.state() == State.NONE) {
        ruling = new Ruling(State.KEPT, act, null, act);
      } else if (ruling.state() == State.DECIDED) {
        ruling = new Ruling(State.DECIDED, act, ruling.said(), ruling.since());
      }
    }
  }
}
