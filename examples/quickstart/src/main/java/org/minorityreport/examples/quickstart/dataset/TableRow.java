package org.minorityreport.examples.quickstart.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.value.Units;

/**
 * One row of a file, by the names of its columns. Immutable.
 *
 * @param source file and line, as {@code train.csv:17}
 * @param raw the line as it stands in the file
 * @param columns index of each column
 * @param fields the fields
 */
record TableRow(String source, String raw, Map<String, Integer> columns, List<String> fields) {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
  private static final DateTimeFormatter MONTH_FIRST =
      DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  /** Dates beyond are slips of the pen; one of them would stretch every series. */
  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);

  private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

  /** {@return the text of a column, empty if blank or if the file has no such column} */
  Optional<String> optional(String column) {
    Integer index = columns.get(column);
    return index == null || fields.get(index).isBlank()
        ? Optional.empty()
        : Optional.of(fields.get(index).strip());
  }

  String text(String column) {
    return optional(column)
        .orElseThrow(() -> BadRow.column(BadRow.MISSING_VALUE, column, "", "a value"));
  }

  /** {@return a date written with slashes, the month first, or as ISO-8601} */
  LocalDate date(String column) {
    String text = text(column);
    try {
      LocalDate date =
          text.indexOf('/') >= 0 ? LocalDate.parse(text, MONTH_FIRST) : LocalDate.parse(text);
      if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
        return date;
      }
    } catch (DateTimeException e) {
      // Refused below, as a date out of range is.
    }
    throw BadRow.column(
        BadRow.UNPARSEABLE_TIME,
        column,
        text,
        "a date such as 2025-08-07 or 8/7/2025, from " + EARLIEST + " to " + LATEST);
  }

  /** {@return a whole quantity of 0 or more, in thousandths} */
  long thousandths(String column) {
    String text = text(column);
    if (!WHOLE.matcher(text).matches()) {
      throw BadRow.column(BadRow.UNPARSEABLE_NUMBER, column, text, "a whole number");
    }
    long value = Long.parseLong(text);
    if (value < 0) {
      throw BadRow.column(BadRow.NEGATIVE_UNITS, column, text, "0 or more");
    }
    if (value > Units.MAX_UNITS) {
      throw BadRow.column(BadRow.ABSURD_UNITS, column, text, "at most " + Units.MAX_UNITS);
    }
    return value * Units.PER_UNIT;
  }

  /** {@return whether a column says 1 and not 0} */
  boolean flag(String column) {
    String text = text(column);
    if (!text.equals("0") && !text.equals("1")) {
      throw BadRow.column(BadRow.INVALID_VALUE, column, text, "0 or 1");
    }
    return text.equals("1");
  }

  /** {@return a number, empty where the file has none or says NA} */
  OptionalDouble number(String column) {
    String text = optional(column).orElse("NA");
    if (text.equals("NA")) {
      return OptionalDouble.empty();
    }
    if (!DECIMAL.matcher(text).matches()) {
      throw BadRow.column(BadRow.UNPARSEABLE_NUMBER, column, text, "a number or NA");
    }
    return OptionalDouble.of(Double.parseDouble(text));
  }

  /** {@return a store that must be one of those known} */
  Store store(String column, Map<StoreId, Store> known) {
    String text = text(column);
    Store store = known.get(StoreId.of(text));
    if (store == null) {
      throw BadRow.column(BadRow.UNKNOWN_STORE, column, text, "a store of the list of stores");
    }
    return store;
  }
}
