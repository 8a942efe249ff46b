package org.minorityreport.api.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.record.ScoredCandidate;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;

/** What an attribution model says. Immutable. */
@Value.Immutable
@MrsValue
public interface AttributionAnswer {
  /** {@return every cause considered, by falling confidence} */
  List<ScoredCandidate> causes();

  /** {@return why it names none: no_candidate, weak_evidence or conflicting_evidence} */
  Optional<String> abstainReason();

  /** {@return the quality it claims for this answer, 0 to 1} */
  OptionalDouble qualityScore();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default AttributionAnswer check() {
    double before = 1;
    for (ScoredCandidate cause : causes()) {
      Rules.check(
          cause.confidence() <= before, "causes", cause.confidence(), "by falling confidence");
      before = cause.confidence();
    }
    return Num.isRounded(qualityScore())
        ? this
        : builder().from(this).qualityScore(Num.round(qualityScore())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link AttributionAnswer}; one thread at a time. */
  final class Builder extends ImmutableAttributionAnswer.Builder {
    Builder() {}
  }
}
