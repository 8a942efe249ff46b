package org.minorityreport.api.alert;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.immutables.value.Value;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** When an alert rule raises an alert, and at which level. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableAlertConditions.class)
@JsonPropertyOrder({
  "measure",
  "reading",
  "thresholds",
  "categories",
  "regions",
  "retailers",
  "direction"
})
public interface AlertConditions {
  /** {@return what is measured} */
  AlertMeasure measure();

  /** {@return of health: the name of the reading, see {@code Health.readings}} */
  Optional<String> reading();

  /** {@return the value from which each level is reached; at least one, rising with the level} */
  @Value.NaturalOrder
  SortedMap<AlertLevel, BigDecimal> thresholds();

  /** {@return categories of the decided, else the proposed cause; any unless said} */
  @Value.NaturalOrder
  SortedSet<String> categories();

  /** {@return regions; of an event one of its own is enough; any unless said} */
  @Value.NaturalOrder
  SortedSet<String> regions();

  /** {@return retailers; of an event one of its own is enough; any unless said} */
  @Value.NaturalOrder
  SortedSet<String> retailers();

  /** {@return the side of the expectation; both unless said} */
  Optional<Direction> direction();

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.check(!thresholds().isEmpty(), "thresholds", thresholds(), "one or more");
    BigDecimal before = null;
    for (Map.Entry<AlertLevel, BigDecimal> next : thresholds().entrySet()) {
      BigDecimal value = next.getValue();
      Rules.check(
          before == null || before.compareTo(value) <= 0,
          "thresholds",
          thresholds(),
          "rising with the level");
      before = value;
    }
    boolean isOfHealth = measure() == AlertMeasure.HEALTH;
    Rules.check(
        reading().isPresent() == isOfHealth,
        "reading",
        reading().orElse("absent"),
        "said if and only if the measure is health");
    boolean saysWhere =
        !categories().isEmpty()
            || !regions().isEmpty()
            || !retailers().isEmpty()
            || direction().isPresent();
    Rules.check(
        !isOfHealth || !saysWhere,
        "conditions",
        "health with categories, places or a direction",
        "of health a reading and thresholds only");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link AlertConditions}; one thread at a time. */
  final class Builder extends ImmutableAlertConditions.Builder {
    Builder() {}
  }
}
