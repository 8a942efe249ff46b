package org.minorityreport.api.model;

import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.value.MrsValue;

/** Actual and expected units of one member of a report. Immutable. */
@Value.Immutable
@MrsValue
public interface SkuSlice {
  /** {@return what} */
  Sku sku();

  /** {@return the side on which it deviates} */
  Direction direction();

  /** {@return units sold per step} */
  UnitsColumn actual();

  /** {@return units expected per step} */
  UnitsColumn expected();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SkuSlice}; one thread at a time. */
  final class Builder extends ImmutableSkuSlice.Builder {
    Builder() {}
  }
}
