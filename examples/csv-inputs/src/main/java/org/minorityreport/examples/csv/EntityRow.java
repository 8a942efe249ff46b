package org.minorityreport.examples.csv;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.minorityreport.api.error.InvalidValueException;

/** One row of stores, campaigns or context events, by the names of the contract. */
final class EntityRow {
  private static final String LIST_SEPARATOR = ";";

  private final Columns columns;
  private final TimeText times;
  private final ZoneId zone;
  private final String[] fields;

  EntityRow(Columns columns, TimeText times, ZoneId zone, String[] fields) {
    this.columns = columns;
    this.times = times;
    this.zone = zone;
    this.fields = fields;
  }

  String required(String column) {
    return columns.get(column).required(fields);
  }

  <T> T required(String column, Function<String, T> parser) {
    return valid(column, required(column), parser);
  }

  Optional<String> optional(String column) {
    return columns.get(column).optional(fields);
  }

  Optional<Double> num(String column) {
    return Decimals.num(columns.get(column), fields);
  }

  Optional<BigDecimal> money(String column) {
    return Decimals.money(columns.get(column), fields);
  }

  /** {@return the parts of a field between semicolons, without blank ones} */
  List<String> list(String column) {
    return Arrays.stream(columns.get(column).text(fields).split(LIST_SEPARATOR, -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  <T> List<T> list(String column, Function<String, T> parser) {
    return list(column).stream().map(part -> valid(column, part, parser)).toList();
  }

  /** {@return when something begins: of a bare date, the start of the day} */
  Instant start(String column) {
    return instant(columns.get(column), required(column), 0);
  }

  /** {@return when something is over, which must be said: of a bare date, the end of the day} */
  Instant requiredEnd(String column) {
    return instant(columns.get(column), required(column), 1);
  }

  /** {@return when something is over: of a bare date, the end of the day} */
  Optional<Instant> end(String column) {
    return optional(column).map(text -> instant(columns.get(column), text, 1));
  }

  /** {@return a moment that may be missing: of a bare date, the start of the day} */
  Optional<Instant> moment(String column) {
    return optional(column).map(text -> instant(columns.get(column), text, 0));
  }

  /** {@return the fields of the columns that the contract does not name} */
  SortedMap<String, Object> attributes() {
    SortedMap<String, Object> attributes = new TreeMap<>();
    for (Column column : columns.others()) {
      column
          .optional(fields)
          .ifPresent(text -> attributes.put(column.wireName(), Decimals.attribute(text)));
    }
    return attributes;
  }

  /** {@return the refusal for a value that its record does not take} */
  BadRow refused(InvalidValueException e) {
    String where = columns.has(e.field()) ? columns.get(e.field()) + ": " : "";
    return new BadRow(RefusalKinds.INVALID_VALUE, where + e.getMessage());
  }

  private <T> T valid(String column, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (InvalidValueException e) {
      throw columns
          .get(column)
          .bad(
              RefusalKinds.INVALID_ID,
              text,
              "1 to 256 characters, not blank, without control characters");
    }
  }

  private Instant instant(Column column, String text, int daysAfter) {
    TemporalAccessor time =
        times
            .parse(text)
            .orElseThrow(
                () -> column.bad(RefusalKinds.UNPARSEABLE_TIME, text, times.expectation()));
    if (time instanceof LocalDate date) {
      return date.plusDays(daysAfter).atStartOfDay(zone).toInstant();
    }
    return time instanceof LocalDateTime local ? instant(column, text, local) : (Instant) time;
  }

  private Instant instant(Column column, String text, LocalDateTime local) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      throw column.bad(
          RefusalKinds.SKIPPED_TIME,
          text,
          "a time that exists in " + zone + ", where the clock skips it");
    }
    return local.toInstant(offsets.get(0));
  }
}
