package org.minorityreport.api.model;

import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;

/**
 * How often people confirmed causes of one category, among the reports of some scope: all of a run,
 * those of one retailer, or those of one retailer in one season. Immutable.
 */
@Value.Immutable
@MrsValue
public interface CausePrior {
  /** {@return the category of the cause taxonomy, or what people wrote instead} */
  String category();

  /** {@return the retailer whose reports are counted; absent: those of all} */
  Optional<String> retailer();

  /** {@return the season in which the counted reports began; absent: any} */
  Optional<Season> season();

  /** {@return number of reports in the scope whose cause of this category was confirmed, from 1} */
  long confirmed();

  /** {@return their share in all confirmed reports of the scope, above 0 and up to 1} */
  double share();

  /** {@return this value, its rules checked and its number rounded} */
  @Value.Check
  default CausePrior check() {
    Rules.name("category", category());
    Rules.check(confirmed() >= 1, "confirmed", confirmed(), "1 or more");
    Rules.share("share", share());
    return Num.isRounded(share()) ? this : builder().from(this).share(Num.round(share())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CausePrior}; one thread at a time. */
  final class Builder extends ImmutableCausePrior.Builder {
    Builder() {}
  }
}
