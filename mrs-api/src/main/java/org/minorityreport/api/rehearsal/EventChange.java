package org.minorityreport.api.rehearsal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * One event on one side of a comparison whose reports are in several on the other side. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableEventChange.class)
@JsonPropertyOrder({"event_id", "others"})
public interface EventChange {
  /** {@return the one event} */
  EventId eventId();

  /** {@return the events that hold its reports on the other side, by id} */
  List<EventId> others();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link EventChange}; one thread at a time. */
  final class Builder extends ImmutableEventChange.Builder {
    Builder() {}
  }
}
