package org.minorityreport.api.model;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.record.ClusterFields;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.value.MrsValue;

/** What an attribution model is asked. Immutable. */
@Value.Immutable
@MrsValue
public interface AttributionQuestion {
  /** {@return the report} */
  ReportSpine report();

  /** {@return the cluster it was matched with} */
  Optional<ClusterFields> cluster();

  /** {@return what was sold and expected during it} */
  ReportSlice slice();

  /** {@return where} */
  Store store();

  /** {@return what might be the cause, by kind and id} */
  List<Candidate> candidates();

  /**
   * {@return how often people confirmed causes of each category until now: first in the whole run,
   * then at the retailer of the store, then there in the season of the onset; each by category.
   * Empty without decisions; nothing of a scope in which nothing was confirmed}
   */
  List<CausePrior> priors();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link AttributionQuestion}; one thread at a time. */
  final class Builder extends ImmutableAttributionQuestion.Builder {
    Builder() {}
  }
}
