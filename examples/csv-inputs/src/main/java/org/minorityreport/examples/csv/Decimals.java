package org.minorityreport.examples.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.minorityreport.api.value.Money;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Units;

/** Reads numbers: ASCII digits with a decimal point, whatever the locale. */
final class Decimals {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");
  private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
  private static final BigDecimal MAX_UNITS = BigDecimal.valueOf(Units.MAX_UNITS);
  private static final BigDecimal MAX_REVENUE = BigDecimal.valueOf(1_000_000_000_000L);
  private static final BigDecimal MAX_DEGREES = BigDecimal.valueOf(1_000_000);
  private static final int UNITS_SCALE = 3;
  private static final int MONEY_SCALE = 2;

  /** So many digits fit a double without loss. */
  private static final int MAX_ATTRIBUTE_CHARS = 15;

  /** A number of so many characters cannot be absurd, nor overflow. */
  private static final int SHORT_CHARS = 9;

  private Decimals() {}

  /** {@return the units of a row in thousandths} */
  static long units(Column column, String[] fields, boolean returns) {
    String text = column.text(fields);
    long plain = plain(text, UNITS_SCALE);
    return plain >= 0 ? plain : exactUnits(column, text, returns);
  }

  private static long exactUnits(Column column, String text, boolean returns) {
    BigDecimal value = number(column, text, "a number of units");
    if (value.signum() < 0 && !returns) {
      throw column.bad(
          RefusalKinds.NEGATIVE_UNITS, text, "0 or more (the mapping does not say returns=true)");
    }
    if (value.abs().compareTo(MAX_UNITS) > 0) {
      throw column.bad(RefusalKinds.ABSURD_UNITS, text, "at most " + MAX_UNITS + " in size");
    }
    if (value.stripTrailingZeros().scale() > UNITS_SCALE) {
      throw column.bad(RefusalKinds.TOO_MANY_DECIMALS, text, "at most 3 decimals");
    }
    return Units.toThousandths(value);
  }

  /** {@return the revenue of a row in hundredths} */
  static long cents(Column column, String text, boolean returns) {
    long plain = plain(text, MONEY_SCALE);
    return plain >= 0 ? plain : exactCents(column, text, returns);
  }

  private static long exactCents(Column column, String text, boolean returns) {
    BigDecimal value = number(column, text, "an amount of money");
    if (value.signum() < 0 && !returns) {
      throw column.bad(
          RefusalKinds.NEGATIVE_REVENUE, text, "0 or more (the mapping does not say returns=true)");
    }
    if (value.abs().compareTo(MAX_REVENUE) > 0) {
      throw column.bad(RefusalKinds.ABSURD_REVENUE, text, "at most " + MAX_REVENUE + " in size");
    }
    return Money.normal(value).unscaledValue().longValueExact();
  }

  static Optional<BigDecimal> money(Column column, String[] fields) {
    return column
        .optional(fields)
        .map(
            text -> {
              BigDecimal value = number(column, text, "an amount of money");
              if (value.abs().compareTo(MAX_REVENUE) > 0) {
                throw column.bad(
                    RefusalKinds.INVALID_VALUE, text, "at most " + MAX_REVENUE + " in size");
              }
              return Money.normal(value);
            });
  }

  /** {@return a number of the contract such as a latitude, rounded as rows hold it} */
  static Optional<Double> num(Column column, String[] fields) {
    return column
        .optional(fields)
        .map(
            text -> {
              BigDecimal value = number(column, text, "a number");
              if (value.abs().compareTo(MAX_DEGREES) > 0) {
                throw column.bad(RefusalKinds.INVALID_VALUE, text, "a number of usual size");
              }
              return Num.round(value.doubleValue());
            });
  }

  /** {@return a number if the text looks like one and can be written back so, else the text} */
  static Object attribute(String text) {
    if (text.length() > MAX_ATTRIBUTE_CHARS || !PLAIN.matcher(text).matches()) {
      return text;
    }
    if (text.indexOf('.') >= 0) {
      return Num.round(new BigDecimal(text).setScale(6, RoundingMode.HALF_EVEN).doubleValue());
    }
    long value = Long.parseLong(text);
    if (value == (int) value) {
      return (int) value;
    }
    return value;
  }

  private static BigDecimal number(Column column, String text, String expected) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      throw column.bad(RefusalKinds.MISSING_VALUE, text, expected);
    }
    if (!NUMBER.matcher(trimmed).matches()) {
      throw column.bad(
          RefusalKinds.UNPARSEABLE_NUMBER, text, expected + " written with a decimal point");
    }
    return new BigDecimal(trimmed);
  }

  /**
   * The short way for nearly all numbers of a file.
   *
   * @return the number times ten to the scale, or -1 if the long way has to look at it
   */
  private static long plain(String text, int scale) {
    int length = text.length();
    if (length > SHORT_CHARS) {
      return -1;
    }
    long value = 0;
    int point = length;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        value = value * 10 + (c - '0');
      } else if (c == '.' && point == length) {
        point = i;
      } else {
        return -1;
      }
    }
    int decimals = Math.max(0, length - point - 1);
    if (point == 0 || decimals > scale) {
      return -1;
    }
    for (int i = decimals; i < scale; i++) {
      value *= 10;
    }
    return value;
  }
}
