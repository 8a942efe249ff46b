package org.minorityreport.api.model;

import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;

/** What a cohort model says of a pair. Immutable. */
@Value.Immutable
@MrsValue
public interface CohortAnswer {
  /** {@return how sure it is that both share a cause, 0 to 1} */
  double score();

  /**
   * {@return what they share, sorted: temporal_overlap, shared_cluster, shared_cause,
   * shared_evidence, same_region, same_retailer}
   */
  List<String> reasons();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default CohortAnswer check() {
    Rules.share("score", score());
    Rules.ascending("reasons", reasons());
    return Num.isRounded(score()) ? this : builder().from(this).score(Num.round(score())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CohortAnswer}; one thread at a time. */
  final class Builder extends ImmutableCohortAnswer.Builder {
    Builder() {}
  }
}
