package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a consumer wants of the feed. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableFeedOptions.class)
@JsonPropertyOrder({
  "provisional_above",
  "confirmed_weight",
  "provisional_weight",
  "interval_spreads",
  "store_ids",
  "skus",
  "start",
  "end",
  "limits"
})
public interface FeedOptions {
  /**
   * {@return the confidence from which on a report with an unpaid cause that nobody has decided is
   * excluded provisionally; absent: never}
   */
  OptionalDouble provisionalAbove();

  /** {@return weight of the steps of a confirmed report to be excluded, 0 to 1} */
  @Value.Default
  default double confirmedWeight() {
    return 0;
  }

  /** {@return weight of the steps of one that is excluded provisionally, 0 to 1} */
  @Value.Default
  default double provisionalWeight() {
    return 0;
  }

  /**
   * {@return half the width of the interval in standard deviations; 1.96 is a 95 % interval of
   * normal noise}
   */
  @Value.Default
  default double intervalSpreads() {
    return 1.96;
  }

  /** {@return the stores of protected sales, masks and safety; empty: all} */
  List<StoreId> storeIds();

  /** {@return the products of these; empty: all} */
  List<Sku> skus();

  /** {@return steps that begin earlier are left out of these} */
  Optional<Instant> start();

  /** {@return steps that begin then or later are left out of these} */
  Optional<Instant> end();

  /** {@return limits of the safety report} */
  @Value.Default
  default List<FeedLimit> limits() {
    return List.of(
        FeedLimit.warn(SafetyMeasure.SHARE_LEFT_OUT, 0.5),
        FeedLimit.warn(SafetyMeasure.LONGEST_LEFT_OUT, 168),
        FeedLimit.warn(SafetyMeasure.IMBALANCE, 0.2),
        FeedLimit.warn(SafetyMeasure.NO_DECISIONS, 0));
  }

  /**
   * Whether a series is wanted.
   *
   * @param store where
   * @param sku what
   * @return true unless stores or products are named and this is none of them
   */
  default boolean wants(StoreId store, Sku sku) {
    return (storeIds().isEmpty() || storeIds().contains(store))
        && (skus().isEmpty() || skus().contains(sku));
  }

  /**
   * Whether a step is wanted.
   *
   * @param step start of the step
   * @return true unless it lies outside of start and end
   */
  default boolean wants(Instant step) {
    return start().filter(step::isBefore).isEmpty()
        && end().filter(last -> !step.isBefore(last)).isEmpty();
  }

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default FeedOptions check() {
    Rules.share("provisional_above", provisionalAbove());
    Rules.share("confirmed_weight", confirmedWeight());
    Rules.share("provisional_weight", provisionalWeight());
    Rules.check(
        intervalSpreads() >= 0 && intervalSpreads() <= 100,
        "interval_spreads",
        intervalSpreads(),
        "within [0, 100]");
    return Num.isRounded(confirmedWeight())
            && Num.isRounded(provisionalWeight())
            && Num.isRounded(intervalSpreads())
            && Num.isRounded(provisionalAbove())
        ? this
        : builder()
            .from(this)
            .confirmedWeight(Num.round(confirmedWeight()))
            .provisionalWeight(Num.round(provisionalWeight()))
            .intervalSpreads(Num.round(intervalSpreads()))
            .provisionalAbove(Num.round(provisionalAbove()))
            .build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FeedOptions}; one thread at a time. */
  final class Builder extends ImmutableFeedOptions.Builder {
    Builder() {}
  }
}
