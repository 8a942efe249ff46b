package org.minorityreport.api.model;

import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;

/** What a cohort model is asked: do these two share a cause? Immutable. */
@Value.Immutable
@MrsValue
public interface CohortQuestion {
  /** {@return the report with the smaller id} */
  CohortSide one();

  /** {@return the other report} */
  CohortSide other();

  /** {@return great-circle distance of their stores in km, if both have coordinates} */
  OptionalDouble distanceKm();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default CohortQuestion check() {
    return Num.isRounded(distanceKm())
        ? this
        : builder().from(this).distanceKm(Num.round(distanceKm())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CohortQuestion}; one thread at a time. */
  final class Builder extends ImmutableCohortQuestion.Builder {
    Builder() {}
  }
}
