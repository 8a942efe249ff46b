package org.minorityreport.api.model;

import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.value.MrsValue;

/** What a classifier is asked. Immutable. */
@Value.Immutable
@MrsValue
public interface ClassifierQuestion {
  /** {@return the series up to the tick, over the steps asked about} */
  SalesSeries series();

  /** {@return the store it is of} */
  Store store();

  /** {@return what was expected of each of these steps} */
  Expectations expectations();

  /**
   * {@return the window that is open, if any; the steps asked about begin at its onset or before}
   */
  Optional<OpenWindow> openWindow();

  /** {@return what else may move these sales; none if the host has no drivers} */
  @Value.Default
  default Covariates covariates() {
    return Covariates.NONE;
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ClassifierQuestion}; one thread at a time. */
  final class Builder extends ImmutableClassifierQuestion.Builder {
    Builder() {}
  }
}
