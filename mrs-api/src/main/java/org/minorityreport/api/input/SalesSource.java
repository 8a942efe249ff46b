package org.minorityreport.api.input;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a source of sales says of itself. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableSalesSource.class)
@JsonPropertyOrder({"name", "cadence", "absent_means", "currency"})
public interface SalesSource {
  /** {@return the name of the source, as it stands in logs} */
  String name();

  /** {@return the length of its steps} */
  Cadence cadence();

  /** {@return what a missing row means; unknown unless said} */
  @Value.Default
  default AbsentMeans absentMeans() {
    return AbsentMeans.UNKNOWN;
  }

  /** {@return the currency of its revenue, such as GBP; absent if it has no revenue} */
  Optional<String> currency();

  /** Checks the name. */
  @Value.Check
  default void check() {
    Rules.name("name", name());
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SalesSource}; one thread at a time. */
  final class Builder extends ImmutableSalesSource.Builder {
    Builder() {}
  }
}
