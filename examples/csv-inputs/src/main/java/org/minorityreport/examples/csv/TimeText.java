package org.minorityreport.examples.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the text of a time: what it gives is an {@link Instant} (a text with offset), a {@link
 * LocalDateTime} or a {@link LocalDate}. Without patterns the text is ISO-8601, with a {@code T} or
 * a space between date and time.
 */
final class TimeText {
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH", "Z")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final int DATE_CHARS = "2025-08-07".length();

  private final List<String> patterns;
  private final List<DateTimeFormatter> formatters;

  TimeText(List<String> patterns) {
    this.patterns = List.copyOf(patterns);
    this.formatters = patterns.stream().map(p -> formatter(p, Locale.ROOT)).toList();
  }

  /** Strict, so that 30 February is refused; the era lets people write yyyy for the year. */
  static DateTimeFormatter formatter(String pattern, Locale locale) {
    return new DateTimeFormatterBuilder()
        .parseDefaulting(ChronoField.ERA, 1)
        .appendPattern(pattern)
        .toFormatter(locale)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  static Optional<Instant> instant(String text) {
    return iso(text).filter(Instant.class::isInstance).map(Instant.class::cast);
  }

  /** {@return the time, or empty if the text is none} */
  Optional<TemporalAccessor> parse(String text) {
    String trimmed = text.strip();
    if (formatters.isEmpty()) {
      return iso(trimmed);
    }
    for (DateTimeFormatter formatter : formatters) {
      Optional<TemporalAccessor> time = parse(formatter, trimmed);
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  /** {@return what a text should look like, for messages} */
  String expectation() {
    return patterns.isEmpty()
        ? "an ISO-8601 time such as 2025-08-07T09:00:00Z, 2025-08-07T09:00 or 2025-08-07"
        : "a time of the form " + String.join(" or ", patterns);
  }

  private static Optional<TemporalAccessor> iso(String text) {
    boolean spaced = text.length() > DATE_CHARS && text.charAt(DATE_CHARS) == ' ';
    return parse(
        ISO, spaced ? text.substring(0, DATE_CHARS) + 'T' + text.substring(DATE_CHARS + 1) : text);
  }

  private static Optional<TemporalAccessor> parse(DateTimeFormatter formatter, String text) {
    try {
      return Optional.of(
          formatter.parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
