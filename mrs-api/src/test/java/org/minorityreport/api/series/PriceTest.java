package org.minorityreport.api.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.InvalidValueException;

class PriceTest {
  @Test
  void of_nothingSold_isRefused() {
    assertThatThrownBy(() -> Price.of(100, 0))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("units is '0' but must be above 0");
  }

  /** 1 / 3 per unit: a price rounded first would make 1000 units cost 330 or 333.30. */
  @Test
  void amount_isRoundedOnceAtTheEnd() {
    Price third = Price.of(100, 3000);

    assertThat(third.amount(1_000_000)).hasToString("333.33");
    assertThat(third.amount(3_000)).hasToString("1.00");
    assertThat(third.amount(-1_000_000)).hasToString("-333.33");
  }

  @Test
  void amount_tie_isHalfEven() {
    Price half = Price.of(1, 2000);

    assertThat(half.amount(1000)).hasToString("0.00");
    assertThat(half.amount(3000)).hasToString("0.02");
    assertThat(half.amount(5000)).hasToString("0.02");
  }

  /** Twice the amount in cents lies within one of the exact ratio, and at a tie it is even. */
  @Property
  void amount_isTheNearestCent(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long cents,
      @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long units,
      @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long quantity) {
    BigInteger amount = Price.of(cents, units).amount(quantity).unscaledValue();

    BigInteger exact = BigInteger.valueOf(cents).multiply(BigInteger.valueOf(quantity));
    BigInteger said = amount.multiply(BigInteger.valueOf(units));
    BigInteger error = exact.subtract(said).abs().shiftLeft(1);
    assertThat(error).isLessThanOrEqualTo(BigInteger.valueOf(units));
    assertThat(error.equals(BigInteger.valueOf(units)) && amount.testBit(0)).isFalse();
  }
}
