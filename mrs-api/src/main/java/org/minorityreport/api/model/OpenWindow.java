package org.minorityreport.api.model;

import java.time.Instant;
import org.immutables.value.Value;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/** A window of a series that has not closed. Immutable. */
@Value.Immutable
@MrsValue
public interface OpenWindow {
  /** {@return its first deviating step} */
  Instant onset();

  /** {@return the side of the expectation} */
  Direction direction();

  /** {@return start of its last deviating step} */
  Instant lastDeviating();

  /** {@return the tick that raised it} */
  Instant raisedAt();

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.check(
        !lastDeviating().isBefore(onset()),
        "last_deviating",
        lastDeviating(),
        "not before onset (" + onset() + ")");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link OpenWindow}; one thread at a time. */
  final class Builder extends ImmutableOpenWindow.Builder {
    Builder() {}
  }
}
