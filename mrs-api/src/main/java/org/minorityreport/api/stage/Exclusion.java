package org.minorityreport.api.stage;

import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.value.MrsValue;

/**
 * Steps of a series that people confirmed to be an anomaly, and for which later steps a baseline
 * model is not to learn from them: those since the first tick that saw the decision, until the
 * first that saw it taken back (spec 4.11). Immutable.
 */
@Value.Immutable
@MrsValue
public interface Exclusion {
  /** {@return the steps not to learn from} */
  TimeSpan span();

  /** {@return the first tick that saw the decision} */
  Instant since();

  /** {@return the first tick that saw it taken back; absent while it holds} */
  Optional<Instant> until();

  /**
   * Whether the decision was known before a step.
   *
   * @param step start of the step
   * @return true if it counts for what is expected of the step
   */
  default boolean holdsAt(Instant step) {
    return !step.isBefore(since()) && until().filter(end -> !step.isBefore(end)).isEmpty();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Exclusion}; one thread at a time. */
  final class Builder extends ImmutableExclusion.Builder {
    Builder() {}
  }
}
