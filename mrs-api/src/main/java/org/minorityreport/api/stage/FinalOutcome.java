package org.minorityreport.api.stage;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.record.DecisionLevel;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.value.MrsValue;

/** What became of a report. Immutable. */
@Value.Immutable
@MrsValue
public interface FinalOutcome {
  /** {@return the report} */
  ReportId reportId();

  /** {@return what was decided} */
  FinalDecision decision();

  /** {@return the cause that holds; absent if none does} */
  Optional<String> cause();

  /** {@return its category} */
  Optional<String> category();

  /** {@return how sure the decision is, 0 to 1} */
  OptionalDouble confidence();

  /** {@return when it was decided} */
  Instant finalizedAt();

  /** {@return the act that decided; absent if none does any more} */
  Optional<AnnotationId> annotationId();

  /** {@return who decided} */
  Optional<Decider> decidedBy();

  /** {@return what the decision was about} */
  Optional<DecisionLevel> level();

  /** {@return whether the report had a decision before} */
  boolean isLater();

  /**
   * Whether this is another outcome (spec 4.5): when it came about is none.
   *
   * @param other an outcome of the same report
   * @return whether a row has to say so
   */
  default boolean differs(FinalOutcome other) {
    return decision() != other.decision()
        || !cause().equals(other.cause())
        || !category().equals(other.category())
        || !confidence().equals(other.confidence())
        || !annotationId().equals(other.annotationId())
        || !decidedBy().equals(other.decidedBy())
        || !level().equals(other.level());
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FinalOutcome}; one thread at a time. */
  final class Builder extends ImmutableFinalOutcome.Builder {
    Builder() {}
  }
}
