package org.minorityreport.api.stage;

import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.model.Covariates;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.value.MrsValue;

/** One series as detection sees it. Immutable. */
@Value.Immutable
@MrsValue
public interface SeriesInput {
  /** {@return the series from the look-backs up to the tick} */
  SalesSeries series();

  /** {@return steps of confirmed exclusions, as of the tick} */
  StepMask exclusions();

  /** {@return what people confirmed, each for the steps that it counts for} */
  List<Exclusion> decided();

  /** {@return SHA-256 over the digests of its UTC days and its covariates, as hex} */
  String inputDigest();

  /** {@return what else may move these sales; none if no driver touches them} */
  @Value.Default
  default Covariates covariates() {
    return Covariates.NONE;
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SeriesInput}; one thread at a time. */
  final class Builder extends ImmutableSeriesInput.Builder {
    Builder() {}
  }
}
