package org.minorityreport.core.hydrate;

import java.util.Optional;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.core.identity.Identity;

/** The event that an act of a person makes: its id stands in no row (spec 2.1). */
public final class MadeEvent {
  private static final String NEW = "new";

  private MadeEvent() {}

  /**
   * The event of a move to a new one, or of a split.
   *
   * @param act an act
   * @return the event; empty if the act makes none
   */
  public static Optional<EventId> by(UserEdit act) {
    if (Edits.is(act, EditAction.MOVE)) {
      return act.reportGroupId().filter(NEW::equals).flatMap(to -> moved(act));
    }
    return Edits.is(act, EditAction.SPLIT)
        ? act.reportIds().stream().findFirst().map(smallest -> of(smallest, act))
        : Optional.empty();
  }

  private static Optional<EventId> moved(UserEdit act) {
    try {
      return Optional.of(of(ReportId.of(act.targetId()), act));
    } catch (InvalidValueException e) {
      return Optional.empty(); // what was moved is no report
    }
  }

  private static EventId of(ReportId report, UserEdit act) {
    return Identity.eventId(report, act.annotationId());
  }
}
