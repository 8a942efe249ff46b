package org.minorityreport.api.stage;

import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.value.MrsValue;

/**
 * Where people put reports and events, by those of their acts that stand. Both maps say what was
 * said, before any merger is followed. Immutable.
 */
@Value.Immutable
@MrsValue
public interface Placements {
  /**
   * {@return the event that each report was moved or split into; it may be one that nobody wrote}
   */
  @Value.NaturalOrder
  SortedMap<ReportId, EventId> reports();

  /** {@return the event that each event was merged into} */
  @Value.NaturalOrder
  SortedMap<EventId, EventId> mergers();

  /** {@return placements of nothing} */
  static Placements none() {
    return builder().build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Placements}; one thread at a time. */
  final class Builder extends ImmutablePlacements.Builder {
    Builder() {}
  }
}
