package org.minorityreport.api.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts in the run's currency: decimals of scale 2, rounded half-even once. */
public final class Money {
  private static final int SCALE = 2;

  private Money() {}

  /**
   * The one form in which an amount stands in rows.
   *
   * @param amount an amount
   * @return the amount rounded half-even to scale 2
   */
  public static BigDecimal normal(BigDecimal amount) {
    return amount.setScale(SCALE, RoundingMode.HALF_EVEN);
  }
}
