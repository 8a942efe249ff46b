package org.minorityreport.cli.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Numbers as people read them, the same in every locale. */
final class Amounts {
  private static final double PERCENT = 100;

  /** A true minus, as wide as a plus. */
  private static final char MINUS = '\u2212';

  private Amounts() {}

  static String count(long value) {
    return format("#,##0", BigDecimal.valueOf(value));
  }

  /** {@return whole, with a sign} */
  static String signed(BigDecimal value) {
    BigDecimal whole = value.setScale(0, RoundingMode.HALF_EVEN);
    return (whole.signum() > 0 ? "+" : "") + format("#,##0", whole);
  }

  static String signed(Optional<BigDecimal> value) {
    return value.map(Amounts::signed).orElse("\u2013");
  }

  static String whole(BigDecimal value) {
    return format("#,##0", value.setScale(0, RoundingMode.HALF_EVEN));
  }

  static String percent(OptionalDouble share) {
    return share.isEmpty()
        ? "\u2013"
        : format(
                "#,##0",
                BigDecimal.valueOf(share.getAsDouble() * PERCENT)
                    .setScale(0, RoundingMode.HALF_EVEN))
            + "\u2009%";
  }

  /** {@return how much it is without its sign; less than any amount if there is none} */
  static BigDecimal size(Optional<BigDecimal> amount) {
    return amount.map(BigDecimal::abs).orElse(BigDecimal.ONE.negate());
  }

  /** {@return a count and its noun} */
  static String count(long value, String one, String several) {
    return count(value) + " " + (value == 1 ? one : several);
  }

  /** {@return with no more decimals than it has} */
  static String plain(double value) {
    return format("#,##0.###", BigDecimal.valueOf(value));
  }

  /** {@return a coordinate, with one decimal} */
  static String place(double value) {
    return BigDecimal.valueOf(Math.round(value * 10), 1).stripTrailingZeros().toPlainString();
  }

  private static String format(String pattern, BigDecimal value) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator(',');
    symbols.setDecimalSeparator('.');
    symbols.setMinusSign(MINUS);
    return new DecimalFormat(pattern, symbols).format(value);
  }
}
