package org.minorityreport.api.model;

import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;

/** What a cluster model is asked. Immutable. */
@Value.Immutable
@MrsValue
public interface ClusterQuestion {
  /** {@return the report} */
  ReportId reportId();

  /** {@return the 16 features of its shape} */
  List<Double> featureVector();

  /** {@return the same features standardised by the constants of the library, for distances} */
  List<Double> standardised();

  /** {@return the steps of its slice} */
  Steps steps();

  /** {@return units sold per step by the members of its direction} */
  UnitsColumn actual();

  /** {@return units expected in the same} */
  UnitsColumn expected();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ClusterQuestion check() {
    return Num.isRounded(featureVector())
        ? this
        : builder().from(this).featureVector(Num.round(featureVector())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ClusterQuestion}; one thread at a time. */
  final class Builder extends ImmutableClusterQuestion.Builder {
    Builder() {}
  }
}
