package org.minorityreport.api.stage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;

/** An event that reports may still join. Immutable. */
@Value.Immutable
@MrsValue
public interface EventCarry {
  /** {@return the event} */
  EventId eventId();

  /** {@return the report that gave it its id} */
  ReportId anchorReportId();

  /** {@return the onset of that report} */
  Instant anchorOnset();

  /** {@return the tick that first wrote it} */
  Instant createdAt();

  /** {@return the side on which its reports deviate} */
  Direction direction();

  /** {@return its reports} */
  @Value.NaturalOrder
  SortedMap<ReportId, CohortMember> members();

  /** {@return what joined them, sorted} */
  List<String> reasons();

  /** {@return the least score of the pairs that joined them; 1 for one report} */
  double confidence();

  /** {@return the tick that ended it} */
  Optional<Instant> endedAt();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default EventCarry check() {
    return Num.isRounded(confidence())
        ? this
        : builder().from(this).confidence(Num.round(confidence())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link EventCarry}; one thread at a time. */
  final class Builder extends ImmutableEventCarry.Builder {
    Builder() {}
  }
}
