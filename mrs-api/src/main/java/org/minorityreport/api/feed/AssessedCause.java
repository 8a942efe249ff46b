package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Why sales deviated, and who says so. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableAssessedCause.class)
@JsonPropertyOrder({"primary_cause", "category", "confidence", "decided_by"})
public interface AssessedCause {
  /** {@return the cause that was decided, else the one proposed} */
  Optional<String> primaryCause();

  /** {@return its category} */
  Optional<String> category();

  /** {@return how sure that is, 0 to 1} */
  OptionalDouble confidence();

  /** {@return who decided; absent while nobody has} */
  Optional<Decider> decidedBy();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default AssessedCause check() {
    Rules.share("confidence", confidence());
    return Num.isRounded(confidence())
        ? this
        : builder().from(this).confidence(Num.round(confidence())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link AssessedCause}; one thread at a time. */
  final class Builder extends ImmutableAssessedCause.Builder {
    Builder() {}
  }
}
