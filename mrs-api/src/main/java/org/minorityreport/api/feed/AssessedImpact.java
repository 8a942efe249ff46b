package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a report did to sales. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableAssessedImpact.class)
@JsonPropertyOrder({"affected_skus", "affected_stores", "units", "money"})
public interface AssessedImpact {
  /** {@return the products, sorted} */
  List<Sku> affectedSkus();

  /** {@return the stores} */
  List<StoreId> affectedStores();

  /**
   * {@return units sold above (+) or below (-) what was expected; of a report to be excluded the
   * sum of {@code excluded_units} of its steps}
   */
  BigDecimal units();

  /** {@return money above or below the baseline} */
  Optional<BigDecimal> money();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default AssessedImpact check() {
    Rules.units("units", units());
    money().ifPresent(v -> Rules.money("money", v));
    return this;
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link AssessedImpact}; one thread at a time. */
  final class Builder extends ImmutableAssessedImpact.Builder {
    Builder() {}
  }
}
