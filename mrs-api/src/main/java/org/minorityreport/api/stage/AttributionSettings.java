package org.minorityreport.api.stage;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Limits for candidates. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableAttributionSettings.class)
@JsonPropertyOrder({"lead", "lag", "standing_condition"})
public interface AttributionSettings {
  /** {@return how long before the window a cause may be over} */
  @Value.Default
  default Duration lead() {
    return Duration.ofDays(14);
  }

  /** {@return how long after the window a cause may begin} */
  @Value.Default
  default Duration lag() {
    return Duration.ofDays(7);
  }

  /**
   * {@return what goes on for longer is a standing condition, never a candidate by overlap alone}
   */
  @Value.Default
  default Duration standingCondition() {
    return Duration.ofDays(400);
  }

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.check(!lead().isNegative(), "lead", lead(), "0 or more");
    Rules.check(!lag().isNegative(), "lag", lag(), "0 or more");
    Rules.check(
        !standingCondition().isNegative(), "standing_condition", standingCondition(), "0 or more");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link AttributionSettings}; one thread at a time. */
  final class Builder extends ImmutableAttributionSettings.Builder {
    Builder() {}
  }
}
