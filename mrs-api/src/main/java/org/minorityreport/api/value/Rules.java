package org.minorityreport.api.value;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.minorityreport.api.error.InvalidValueException;

/** The checks that records and values make when built; each failure names field, value and rule. */
public final class Rules {
  private static final int MAX_NAME = 256;

  private Rules() {}

  /**
   * The error for a broken rule.
   *
   * @param field wire name of the field
   * @param value the offending value
   * @param rule what the field must be
   * @return the exception, to be thrown by the caller
   */
  public static InvalidValueException broken(String field, Object value, String rule) {
    return InvalidValueException.of(field, value, rule);
  }

  /**
   * Checks a condition.
   *
   * @param holds whether the rule holds
   * @param field wire name of the field
   * @param value the value, for the message
   * @param rule what the field must be
   * @throws InvalidValueException if the rule does not hold
   */
  public static void check(boolean holds, String field, Object value, String rule) {
    if (!holds) {
      throw broken(field, value, rule);
    }
  }

  /**
   * Checks a name that people gave: 1 to 256 characters, not blank, no control characters, no lone
   * surrogates (they have no UTF-8 form, so two ids could share one hash).
   *
   * @param field wire name of the field
   * @param value the name
   * @return the name
   * @throws InvalidValueException if the rule does not hold
   */
  public static String name(String field, String value) {
    boolean bad = value.isBlank() || value.codePointCount(0, value.length()) > MAX_NAME;
    for (int i = 0; i < value.length() && !bad; i += Character.charCount(value.codePointAt(i))) {
      int c = value.codePointAt(i);
      bad =
          Character.isISOControl(c)
              || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
    check(!bad, field, quoted(value), "1 to 256 characters, not blank, without control characters");
    return value;
  }

  /**
   * Checks a share.
   *
   * @param field wire name of the field
   * @param value a number
   * @throws InvalidValueException unless {@code 0 <= value <= 1}
   */
  public static void share(String field, double value) {
    check(value >= 0 && value <= 1, field, value, "within [0, 1]");
  }

  /**
   * Checks a share that may be absent.
   *
   * @param field wire name of the field
   * @param value a number, or empty
   * @throws InvalidValueException unless empty or {@code 0 <= value <= 1}
   */
  public static void share(String field, OptionalDouble value) {
    if (value.isPresent()) {
      share(field, value.getAsDouble());
    }
  }

  /**
   * Checks that a list is in strictly ascending order, so that equal sets have equal bytes.
   *
   * @param <T> type of the elements
   * @param field wire name of the field
   * @param values the list
   * @throws InvalidValueException if an element is not greater than the one before
   */
  public static <T extends Comparable<? super T>> void ascending(String field, List<T> values) {
    Iterator<T> it = values.iterator();
    T before = it.hasNext() ? it.next() : null;
    while (it.hasNext()) {
      T next = it.next();
      check(before == null || before.compareTo(next) < 0, field, values, "sorted, without repeats");
      before = next;
    }
  }

  /**
   * The sorted list of the distinct elements of a collection.
   *
   * @param <T> type of the elements
   * @param values any elements
   * @return an immutable sorted list without repeats
   */
  public static <T extends Comparable<? super T>> List<T> sorted(Collection<T> values) {
    return List.copyOf(new TreeSet<>(values));
  }

  /**
   * Checks the form of a quantity.
   *
   * @param field wire name of the field
   * @param value the quantity
   * @throws InvalidValueException unless it is as {@link Units#normal} gives it
   */
  public static void units(String field, BigDecimal value) {
    BigDecimal normal = Units.normal(value);
    check(
        value.scale() == normal.scale() && value.compareTo(normal) == 0,
        field,
        value,
        "of scale 3 without trailing zeros");
  }

  /**
   * Checks the form of an amount.
   *
   * @param field wire name of the field
   * @param value the amount
   * @throws InvalidValueException unless its scale is 2
   */
  public static void money(String field, BigDecimal value) {
    check(value.scale() == 2, field, value, "of scale 2");
  }

  /**
   * A text as messages show it: control characters as escapes, cut after 256 characters.
   *
   * @param value any text
   * @return the text for people
   */
  public static String quoted(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < Math.min(value.length(), MAX_NAME); i++) {
      char c = value.charAt(i);
      out.append(
          Character.isISOControl(c) ? String.format(java.util.Locale.ROOT, "\\u%04x", (int) c) : c);
    }
    return value.length() > MAX_NAME
        ? out + "... (" + value.length() + " characters)"
        : out.toString();
  }
}
