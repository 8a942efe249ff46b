package org.minorityreport.api.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What of a report or event must not have changed for an act on it to hold (spec 7.2). Moved totals
 * or a moved confidence are no part of it. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableTargetState.class)
@JsonPropertyOrder({
  "target_id",
  "position",
  "primary_cause",
  "cause_category",
  "deciding_action",
  "deciding_act",
  "decided_by",
  "event_id",
  "superseded"
})
public interface TargetState {
  /** {@return the report or event} */
  String targetId();

  /** {@return the commit position at which it was so} */
  long position();

  /** {@return the first proposed cause} */
  Optional<String> primaryCause();

  /** {@return its category} */
  Optional<String> causeCategory();

  /** {@return the word of the last act that says what becomes of it} */
  Optional<String> decidingAction();

  /** {@return that act} */
  Optional<AnnotationId> decidingAct();

  /** {@return who did it} */
  Optional<String> decidedBy();

  /** {@return the event that a report is in, or that an event went into} */
  Optional<EventId> eventId();

  /** {@return whether it is superseded by corrected data} */
  boolean superseded();

  /**
   * Whether nothing that matters differs.
   *
   * @param other the same target at another time
   * @return false if an act on the one is stale on the other
   */
  default boolean sameAs(TargetState other) {
    return primaryCause().equals(other.primaryCause())
        && causeCategory().equals(other.causeCategory())
        && decidingAct().equals(other.decidingAct())
        && eventId().equals(other.eventId())
        && superseded() == other.superseded();
  }

  /** {@return the state for people} */
  default String words() {
    return "'"
        + primaryCause().orElse("no cause")
        + "' ("
        + causeCategory().orElse("-")
        + "), "
        + decidingAction()
            .map(action -> action + " by " + decidedBy().orElse("-"))
            .orElse("undecided")
        + eventId().map(event -> ", in " + event).orElse("")
        + (superseded() ? ", superseded" : "")
        + ", at position "
        + position();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TargetState}; one thread at a time. */
  final class Builder extends ImmutableTargetState.Builder {
    Builder() {}
  }
}
