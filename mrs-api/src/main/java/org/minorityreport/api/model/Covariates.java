package org.minorityreport.api.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.value.MrsValue;

/**
 * What may move the sales of one series without being an anomaly: prices, weather, closures and
 * whatever else its drivers measure (spec 5.1). What a model says of a step may rest on what was
 * known by the end of that step, and on nothing later: an expectation is said once. The day of the
 * calendar is the step's own, in the zone of its store. Immutable.
 */
@Value.Immutable
@MrsValue
public interface Covariates {
  /** None. */
  Covariates NONE = builder().build();

  /** {@return the measurements that touch the series, by driver, time and when they were known} */
  List<KnownDriver> drivers();

  /** {@return whether there are none} */
  default boolean isEmpty() {
    return drivers().isEmpty();
  }

  /**
   * The measurements of a kind that a model may use for a step.
   *
   * @param kind such as {@code temperature}
   * @param stepEnd end of the step
   * @return those known by then, by time, then driver
   */
  default List<Driver> of(String kind, Instant stepEnd) {
    return drivers().stream()
        .filter(known -> known.driver().kind().equals(kind) && known.isKnownBy(stepEnd))
        .map(KnownDriver::driver)
        .sorted(Comparator.comparing(Driver::timestamp).thenComparing(Driver::driverId))
        .toList();
  }

  /**
   * The value of a kind that holds at a step: the one measured last at or before its begin, of
   * several drivers the one of the greatest id.
   *
   * @param kind such as {@code price}
   * @param step begin of the step
   * @param stepEnd end of the step
   * @return the value; empty if none was measured or the last one is unknown
   */
  default OptionalDouble at(String kind, Instant step, Instant stepEnd) {
    return of(kind, stepEnd).stream()
        .filter(driver -> !driver.timestamp().isAfter(step))
        .reduce((earlier, later) -> later)
        .map(Driver::value)
        .orElseGet(OptionalDouble::empty);
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Covariates}; one thread at a time. */
  final class Builder extends ImmutableCovariates.Builder {
    Builder() {}
  }
}
