package org.minorityreport.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** One series of a slice. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableExampleSeries.class)
@JsonPropertyOrder({"sku", "direction", "actual_units", "expected_units"})
public interface ExampleSeries {
  /** {@return what} */
  Sku sku();

  /** {@return the side of the expectation} */
  Direction direction();

  /** {@return units sold per step, unknown where nobody knows} */
  UnitsColumn actualUnits();

  /** {@return units expected per step, likewise} */
  UnitsColumn expectedUnits();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link ExampleSeries}; one thread at a time. */
  final class Builder extends ImmutableExampleSeries.Builder {
    Builder() {}
  }
}
