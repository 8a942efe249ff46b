package org.minorityreport.api.stage;

import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.model.Season;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/** How many reports people confirmed with causes of one category. Immutable. */
@Value.Immutable
@MrsValue
public interface ConfirmedCauses {
  /** {@return the category} */
  String category();

  /** {@return retailer of their stores; absent if the inputs do not know these any more} */
  Optional<String> retailer();

  /** {@return when they began} */
  Season season();

  /** {@return number of reports, from 1} */
  long reports();

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.name("category", category());
    Rules.check(reports() >= 1, "reports", reports(), "1 or more");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ConfirmedCauses}; one thread at a time. */
  final class Builder extends ImmutableConfirmedCauses.Builder {
    Builder() {}
  }
}
