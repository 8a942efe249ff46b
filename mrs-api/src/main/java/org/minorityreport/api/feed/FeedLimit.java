package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A bound of the safety report, and what comes of exceeding it. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableFeedLimit.class)
@JsonPropertyOrder({"measure", "bound", "action"})
public interface FeedLimit {
  /** {@return what is measured} */
  SafetyMeasure measure();

  /** {@return the greatest value that is still well} */
  double bound();

  /** {@return what comes of a greater one} */
  LimitAction action();

  /**
   * A limit that is only told of.
   *
   * @param measure what is measured
   * @param bound the greatest value that is still well, 0 or more
   * @return the limit
   */
  static FeedLimit warn(SafetyMeasure measure, double bound) {
    return builder().measure(measure).bound(bound).action(LimitAction.WARN).build();
  }

  /**
   * A limit beyond which protected sales and masks are refused.
   *
   * @param measure what is measured
   * @param bound the greatest value that is still well, 0 or more
   * @return the limit
   */
  static FeedLimit refuse(SafetyMeasure measure, double bound) {
    return builder().measure(measure).bound(bound).action(LimitAction.REFUSE).build();
  }

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default FeedLimit check() {
    Rules.check(bound() >= 0, "bound", bound(), "0 or more");
    return Num.isRounded(bound()) ? this : builder().from(this).bound(Num.round(bound())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FeedLimit}; one thread at a time. */
  final class Builder extends ImmutableFeedLimit.Builder {
    Builder() {}
  }
}
