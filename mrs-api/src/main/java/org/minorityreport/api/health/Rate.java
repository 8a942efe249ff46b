package org.minorityreport.api.health;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Some of so many. Of none there is no rate, which is not a rate of zero. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableRate.class)
@JsonPropertyOrder({"numerator", "denominator"})
public interface Rate {
  /** {@return how many, 0 or more, at most {@link #denominator()}} */
  long numerator();

  /** {@return of how many, 0 or more} */
  long denominator();

  /** {@return the quotient, 0 to 1; empty if the denominator is 0} */
  default OptionalDouble share() {
    return denominator() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Num.round((double) numerator() / denominator()));
  }

  /** {@return the others of them} */
  default Rate others() {
    return of(denominator() - numerator(), denominator());
  }

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.check(
        numerator() >= 0 && numerator() <= denominator(),
        "numerator",
        numerator(),
        "from 0 to the denominator (" + denominator() + ")");
  }

  /**
   * A rate.
   *
   * @param numerator how many
   * @param denominator of how many
   * @return the rate
   * @throws org.minorityreport.api.error.InvalidValueException unless {@code 0 <= numerator <=
   *     denominator}
   */
  static Rate of(long numerator, long denominator) {
    return builder().numerator(numerator).denominator(denominator).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Rate}; one thread at a time. */
  final class Builder extends ImmutableRate.Builder {
    Builder() {}
  }
}
