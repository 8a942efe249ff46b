package org.minorityreport.api.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;

/** The rounding of a {@code num}: half-even to six decimals, finite, no negative zero. */
public final class Num {
  private static final int SCALE = 6;
  private static final double UNIT = 1e6;

  /** Up to here the product with {@code UNIT} errs by far less than the tie margin below. */
  private static final double PRODUCT_LIMIT = 1L << 20;

  private Num() {}

  /**
   * Rounds a number as it stands in rows.
   *
   * @param value any finite number
   * @return the double nearest to {@code value} rounded half-even to six decimals; never -0.0
   * @throws org.minorityreport.api.error.InvalidValueException if the value is not finite
   */
  public static double round(double value) {
    if (!Double.isFinite(value)) {
      throw Rules.broken("number", value, "finite");
    }
    if (Math.abs(value) >= PRODUCT_LIMIT) {
      return new BigDecimal(value).setScale(SCALE, RoundingMode.HALF_EVEN).doubleValue();
    }
    double scaled = value * UNIT;
    double whole = Math.rint(scaled);
    if (Math.abs(Math.abs(scaled - whole) - 0.5) < 1e-3) { // near a tie the product itself may err
      return new BigDecimal(value).setScale(SCALE, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
    }
    return whole / UNIT + 0.0;
  }

  /**
   * The decimal of a number: the same digits on every JDK, which the text of a double is not.
   *
   * @param value a finite number
   * @return it, rounded half-even to 6 decimals, without trailing zeros
   * @throws NumberFormatException if it is not finite
   */
  public static BigDecimal decimal(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(SCALE, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
  }

  /**
   * Rounds a number that may be absent.
   *
   * @param value a finite number, or empty
   * @return it, rounded as {@link #round(double)} does
   */
  public static OptionalDouble round(OptionalDouble value) {
    return value.isPresent() ? OptionalDouble.of(round(value.getAsDouble())) : value;
  }

  /**
   * Rounds the numbers of a list.
   *
   * @param values finite numbers
   * @return an immutable list of them, rounded as {@link #round(double)} does
   */
  public static List<Double> round(List<Double> values) {
    return values.stream().map(v -> round(v.doubleValue())).toList();
  }

  /**
   * Whether a number stands as rows hold it.
   *
   * @param value any finite number
   * @return true if rounding would not change it
   */
  public static boolean isRounded(double value) {
    return Double.doubleToRawLongBits(round(value)) == Double.doubleToRawLongBits(value);
  }

  /**
   * Whether a number that may be absent stands as rows hold it.
   *
   * @param value a finite number, or empty
   * @return true if rounding would not change it
   */
  public static boolean isRounded(OptionalDouble value) {
    return value.isEmpty() || isRounded(value.getAsDouble());
  }

  /**
   * Whether the numbers of a list stand as rows hold them.
   *
   * @param values finite numbers
   * @return true if rounding would change none
   */
  public static boolean isRounded(List<Double> values) {
    return values.stream().allMatch(v -> isRounded(v.doubleValue()));
  }
}
