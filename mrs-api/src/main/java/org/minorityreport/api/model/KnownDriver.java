package org.minorityreport.api.model;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.value.MrsValue;

/** A measurement and the steps that it counts for. Immutable. */
@Value.Immutable
@MrsValue
public interface KnownDriver {
  /** {@return the measurement} */
  Driver driver();

  /** {@return from when on it was known; absent: all along} */
  Optional<Instant> since();

  /** {@return from when on something else was known in its place; absent while it holds} */
  Optional<Instant> until();

  /**
   * Whether it was known by a time.
   *
   * @param time a time, such as the end of a step: no tick sees the step before
   * @return true if a model may use it for that step
   */
  default boolean isKnownBy(Instant time) {
    return since().filter(time::isBefore).isEmpty()
        && until().filter(u -> !time.isBefore(u)).isEmpty();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link KnownDriver}; one thread at a time. */
  final class Builder extends ImmutableKnownDriver.Builder {
    Builder() {}
  }
}
