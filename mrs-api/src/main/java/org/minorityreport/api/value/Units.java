package org.minorityreport.api.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Sales quantities: decimals of at most three places, trailing zeros dropped; inside arrays a whole
 * number of thousandths, so that sums are exact in any order.
 */
public final class Units {
  /** How many thousandths make one unit. */
  public static final long PER_UNIT = 1000L;

  /** Greatest quantity of one step that is accepted, in units: beyond it a row is absurd. */
  public static final long MAX_UNITS = 1_000_000_000L;

  private static final int SCALE = 3;

  /** Up to here the product with {@link #PER_UNIT} errs by far less than the tie margin below. */
  private static final double PRODUCT_LIMIT = 1L << 30;

  private Units() {}

  /**
   * The decimal of a number of thousandths.
   *
   * @param thousandths quantity in thousandths of a unit
   * @return the quantity in units, without trailing zeros
   */
  public static BigDecimal fromThousandths(long thousandths) {
    return normal(BigDecimal.valueOf(thousandths, SCALE));
  }

  /**
   * The thousandths of an estimate, rounded half-even; how expected units are said.
   *
   * @param units a finite quantity in units, at most {@link #MAX_UNITS} in size
   * @return the quantity in thousandths
   * @throws org.minorityreport.api.error.InvalidValueException if not finite or too large
   */
  public static long toThousandths(double units) {
    if (!(Math.abs(units) <= MAX_UNITS)) {
      throw Rules.broken("units", units, "finite and at most " + MAX_UNITS + " in size");
    }
    double scaled = units * PER_UNIT;
    double whole = Math.rint(scaled);
    if (Math.abs(units) < PRODUCT_LIMIT && Math.abs(Math.abs(scaled - whole) - 0.5) > 1e-3) {
      return (long) whole;
    }
    return new BigDecimal(units) // near a tie the product itself may err
        .setScale(SCALE, RoundingMode.HALF_EVEN)
        .unscaledValue()
        .longValue();
  }

  /**
   * The thousandths of an exact quantity.
   *
   * @param units a quantity with at most three decimals
   * @return the quantity in thousandths
   * @throws org.minorityreport.api.error.InvalidValueException if it has more decimals or is too
   *     large
   */
  public static long toThousandths(BigDecimal units) {
    if (units.stripTrailingZeros().scale() > SCALE
        || units.abs().compareTo(BigDecimal.valueOf(MAX_UNITS)) > 0) {
      throw Rules.broken(
          "units", units, "a number with at most 3 decimals, at most " + MAX_UNITS + " in size");
    }
    return units.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValue();
  }

  /**
   * The one form in which a quantity stands in rows.
   *
   * @param units a quantity
   * @return the quantity rounded half-even to three decimals, trailing zeros dropped, scale >= 0
   */
  public static BigDecimal normal(BigDecimal units) {
    BigDecimal stripped = units.setScale(SCALE, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
