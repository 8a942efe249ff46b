package org.minorityreport.core.review;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.review.TargetState;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.hydrate.HydratedView;

/**
 * What an act is about, as one view shows it. Immutable.
 *
 * @param id its whole id
 * @param view the view
 * @param report the report; null if it is an event
 * @param event the event; null if it is a report
 */
record Target(
    String id, HydratedView view, @Nullable MinorityReport report, @Nullable MinorityEvent event) {
  private static final String SUPERSEDED = "superseded";

  /**
   * Looks a report or event up.
   *
   * @throws ActRefusedException if there is none, or an event went into another
   */
  static Target of(HydratedView view, String id) {
    try {
      if (id.startsWith("ME-")) {
        MinorityEvent event = view.events().get(id);
        String whole = event.eventId().value();
        if (!whole.startsWith(id)) {
          throw ActRefusedException.of(
              Refusal.MERGED_TARGET, id + " went into " + whole + "; act on that one");
        }
        return new Target(whole, view, null, event);
      }
      MinorityReport report = view.reports().get(id);
      return new Target(report.reportId().value(), view, report, null);
    } catch (ActRefusedException e) {
      throw e;
    } catch (UsageException e) {
      throw ActRefusedException.of(Refusal.UNKNOWN_TARGET, String.valueOf(e.getMessage()));
    }
  }

  /** The whole of an id or its beginning; what is no beginning of one stays, to be refused. */
  static String wholeId(HydratedView view, String id) {
    boolean part = id.matches("M[ER]-[0-9a-f]{8,31}");
    return part ? of(view, id).id() : id;
  }

  boolean isEvent() {
    return event != null;
  }

  boolean isSuperseded() {
    return report != null && report.reportStatus().equals(SUPERSEDED);
  }

  /** The event that a report is in, or the event itself. */
  Optional<MinorityEvent> itsEvent() {
    if (event != null) {
      return Optional.of(event);
    }
    return report == null
        ? Optional.empty()
        : report.reportGroupId().map(id -> view.events().get(id.value()));
  }

  Optional<String> cause() {
    return report != null ? report.proposedCause() : eventOf().proposedCause();
  }

  Optional<String> category() {
    return report != null ? report.proposedCauseCategory() : eventOf().proposedCauseCategory();
  }

  Optional<String> finalCause() {
    return report != null ? report.finalCause() : eventOf().finalCause();
  }

  Optional<String> finalDecision() {
    return report != null ? report.finalDecision() : eventOf().finalDecision();
  }

  boolean isInConflict() {
    return report != null ? report.inConflict() : eventOf().inConflict();
  }

  private MinorityEvent eventOf() {
    if (event == null) {
      throw new IllegalStateException(id + " is neither report nor event");
    }
    return event;
  }

  /** What of it must not change until an act on it is appended. */
  TargetState state(ActBook acts) {
    var position = view.reports().refreshSeq();
    Optional<Act> deciding = acts.deciding(id, position);
    Optional<EventId> in = report != null ? report.reportGroupId() : eventOf().mergedInto();
    if (deciding.isEmpty() && report != null) {
      deciding = in.flatMap(id -> acts.deciding(id.value(), position));
    }
    return TargetState.builder()
        .targetId(id)
        .position(position.value())
        .primaryCause(cause())
        .causeCategory(category())
        .decidingAction(deciding.map(act -> act.row().action()))
        .decidingAct(deciding.map(Act::id))
        .decidedBy(deciding.map(act -> act.row().actor()))
        .eventId(in)
        .superseded(isSuperseded())
        .build();
  }
}
