package org.minorityreport.api.policy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a policy approves by itself: the body of its row in settings_log. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableApprovalPolicy.class)
@JsonPropertyOrder({
  "shadow",
  "suspended",
  "minimum_confidence",
  "maximum_impact",
  "shadow_for",
  "days_of_week",
  "categories",
  "retailers"
})
public interface ApprovalPolicy {
  /** {@return whether it only says what it would have approved; true unless said} */
  @Value.Default
  default boolean shadow() {
    return true;
  }

  /** {@return whether it suspended itself, as people corrected too much of what it approved} */
  @Value.Default
  default boolean suspended() {
    return false;
  }

  /** {@return the least confidence of a proposal, 0 to 1; 0.70 unless said} */
  @Value.Default
  default double minimumConfidence() {
    return 0.70;
  }

  /** {@return reports of more impact, above or below, go to people; 1,000 unless said} */
  @Value.Default
  default BigDecimal maximumImpact() {
    return new BigDecimal("1000.00");
  }

  /** {@return how long it has to run in shadow before it acts; 28 days unless said} */
  @Value.Default
  default Duration shadowFor() {
    return Duration.ofDays(28);
  }

  /** {@return the days of the tick, in UTC, on which it acts; all if empty} */
  List<DayOfWeek> daysOfWeek();

  /** {@return the categories that it approves; all if empty} */
  List<String> categories();

  /** {@return the retailers whose reports it approves; all if empty} */
  List<String> retailers();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ApprovalPolicy check() {
    Rules.share("minimum_confidence", minimumConfidence());
    Rules.check(maximumImpact().signum() >= 0, "maximum_impact", maximumImpact(), "0 or more");
    Rules.check(!shadowFor().isNegative(), "shadow_for", shadowFor(), "0 or more");
    return Num.isRounded(minimumConfidence())
        ? this
        : builder().from(this).minimumConfidence(Num.round(minimumConfidence())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link ApprovalPolicy}; one thread at a time. */
  final class Builder extends ImmutableApprovalPolicy.Builder {
    Builder() {}
  }
}
