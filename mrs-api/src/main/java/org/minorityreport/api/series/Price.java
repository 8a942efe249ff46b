package org.minorityreport.api.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.value.Rules;

/**
 * A price as the ratio of money taken to units sold, kept as that ratio so that an amount is
 * rounded once. Immutable.
 */
public final class Price {
  private final long cents;
  private final long thousandths;

  private Price(long cents, long thousandths) {
    this.cents = cents;
    this.thousandths = thousandths;
  }

  /**
   * The price at which some units brought some money.
   *
   * @param cents money taken, in hundredths of the currency
   * @param thousandths units sold, in thousandths, above 0
   * @return the price
   */
  public static Price of(long cents, long thousandths) {
    Rules.check(thousandths > 0, "units", thousandths, "above 0");
    return new Price(cents, thousandths);
  }

  /**
   * What a quantity costs.
   *
   * @param quantity units in thousandths, any sign
   * @return the amount, scale 2, rounded half-even once
   */
  public BigDecimal amount(long quantity) {
    return BigDecimal.valueOf(quantity)
        .multiply(BigDecimal.valueOf(cents, 2))
        .divide(BigDecimal.valueOf(thousandths), 2, RoundingMode.HALF_EVEN);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Price that && cents == that.cents && thousandths == that.thousandths;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(cents) + Long.hashCode(thousandths);
  }

  @Override
  public String toString() {
    return amount(1000).toPlainString();
  }
}
