package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.value.KeepsUnknownFields;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a cohort model answered about a pair. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableCohortOutput.class)
@JsonPropertyOrder({"score", "reasons", "accepted"})
public interface CohortOutput extends KeepsUnknownFields {
  /** {@return how sure it is that both share a cause, 0 to 1} */
  double score();

  /** {@return what they share, sorted} */
  List<String> reasons();

  /** {@return whether core accepted the pair} */
  boolean accepted();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default CohortOutput check() {
    Rules.share("score", score());
    Rules.ascending("reasons", reasons());
    return Num.isRounded(score()) ? this : builder().from(this).score(Num.round(score())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CohortOutput}; one thread at a time. */
  final class Builder extends ImmutableCohortOutput.Builder {
    Builder() {}
  }
}
