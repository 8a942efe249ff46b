package org.minorityreport.core.hydrate;

import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.record.CauseFields;
import org.minorityreport.api.value.Num;

/**
 * A primary cause that a model proposed, or that was decided.
 *
 * @param cause the cause
 * @param category its category
 * @param confidence how sure it is, 0 to 1
 */
record Proposal(Optional<String> cause, Optional<String> category, OptionalDouble confidence) {
  /** How far confidence may move without anybody being asked again. */
  private static final double MOVES = 0.10;

  static Proposal of(CauseFields row) {
    return new Proposal(
        Optional.of(row.proposedCause()),
        Optional.of(row.proposedCauseCategory()),
        row.confidenceScore());
  }

  /** {@return whether another names another cause or category} */
  boolean isOther(Proposal other) {
    return !cause.equals(other.cause) || !category.equals(other.category);
  }

  /** {@return whether another names another cause or category, or is more or less sure of it} */
  boolean questions(Proposal other) {
    return isOther(other)
        || (confidence.isPresent()
            && other.confidence.isPresent()
            && Num.round(Math.abs(confidence.getAsDouble() - other.confidence.getAsDouble()))
                > MOVES);
  }
}
