package org.minorityreport.api.model;

import org.immutables.value.Value;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.value.MrsValue;

/** What a baseline model is asked. Immutable. */
@Value.Immutable
@MrsValue
public interface BaselineQuestion {
  /**
   * {@return the series, from at least the look-back before the first step asked about up to the
   * tick}
   */
  SalesSeries series();

  /** {@return the store it is of} */
  Store store();

  /** {@return steps not to learn from} */
  StepMask mask();

  /** {@return the steps to say something about, all within the series} */
  Steps asked();

  /** {@return what else may move these sales; none if the host has no drivers} */
  @Value.Default
  default Covariates covariates() {
    return Covariates.NONE;
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link BaselineQuestion}; one thread at a time. */
  final class Builder extends ImmutableBaselineQuestion.Builder {
    Builder() {}
  }
}
