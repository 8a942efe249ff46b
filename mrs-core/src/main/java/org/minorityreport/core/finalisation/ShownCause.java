package org.minorityreport.core.finalisation;

import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.stage.FinalOutcome;
import org.minorityreport.api.stage.NumberedAct;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;

/**
 * A cause as a person saw it when acting. Immutable.
 *
 * @param cause the cause
 * @param category its category
 * @param confidence how sure it is, 0 to 1
 */
public record ShownCause(
    Optional<String> cause, Optional<String> category, OptionalDouble confidence) {
  /** Nothing was shown. */
  public static final ShownCause NONE =
      new ShownCause(Optional.empty(), Optional.empty(), OptionalDouble.empty());

  /**
   * What is proposed for a report.
   *
   * @param report the report
   * @return its first cause
   */
  public static ShownCause proposedFor(MinorityReport report) {
    return new ShownCause(
        report.proposedCause(), report.proposedCauseCategory(), report.confidenceScore());
  }

  /**
   * What is proposed for an event.
   *
   * @param event the event
   * @return its first cause
   */
  public static ShownCause proposedFor(MinorityEvent event) {
    return new ShownCause(
        event.proposedCause(), event.proposedCauseCategory(), event.confidenceScore());
  }

  /**
   * What an outcome says.
   *
   * @param outcome an outcome
   * @return its cause
   */
  public static ShownCause of(FinalOutcome outcome) {
    return new ShownCause(outcome.cause(), outcome.category(), outcome.confidence());
  }

  /**
   * What an act says.
   *
   * @param act an act
   * @return the cause that it comes to
   */
  public static ShownCause of(NumberedAct act) {
    return new ShownCause(act.cause(), act.category(), act.confidence());
  }

  /**
   * Whether an act leaves something to what it was shown with.
   *
   * @param act an act
   * @return whether the proposal is needed to tell what it decides for
   */
  public static boolean isNeeded(UserEdit act) {
    return isOne(act, EditAction.APPROVE, EditAction.EDIT)
        && (act.cause().isEmpty() || act.causeCategory().isEmpty() || act.confidence().isEmpty());
  }

  /**
   * What an act comes to: what it says, and of what it leaves out what it was shown with. A person
   * who names another cause takes nothing of the old one.
   *
   * @param act an act
   * @return the cause it decides for
   */
  public ShownCause after(UserEdit act) {
    boolean other = act.cause().isPresent() && !act.cause().equals(cause);
    boolean otherCategory =
        act.causeCategory().isPresent() && !act.causeCategory().equals(category);
    return new ShownCause(
        act.cause().or(() -> cause),
        act.causeCategory().or(() -> other ? Optional.empty() : category),
        act.confidence().isPresent() || other || otherCategory ? act.confidence() : confidence);
  }

  private static boolean isOne(UserEdit act, EditAction one, EditAction other) {
    return EditAction.of(act.action()).filter(a -> a == one || a == other).isPresent();
  }
}
