package org.minorityreport.api.stage;

import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;

/** What one tick leaves to the next about events. Immutable. */
@Value.Immutable
@MrsValue
public interface CohortCarry {
  /** {@return events that reports may still join, by id} */
  List<EventCarry> events();

  /** {@return pairs whose refusal is logged, sorted} */
  List<ReportPair> loggedRefusals();

  /** {@return where people had put reports and events, as the tick knew it; nowhere unless said} */
  @Value.Default
  default Placements people() {
    return Placements.none();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CohortCarry}; one thread at a time. */
  final class Builder extends ImmutableCohortCarry.Builder {
    Builder() {}
  }
}
