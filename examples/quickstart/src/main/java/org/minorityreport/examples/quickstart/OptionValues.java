package org.minorityreport.examples.quickstart;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.series.Cadence;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read. */
final class OptionValues {
  private OptionValues() {}

  /** Reads a moment: with offset {@code Z}, or a date, which begins at midnight UTC. */
  static final class InstantConverter implements ITypeConverter<Instant> {
    InstantConverter() {}

    @Override
    public Instant convert(String text) {
      try {
        return text.indexOf('T') >= 0
            ? Instant.parse(text)
            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + text + "' is no time, expected one such as 2025-08-05 or 2025-08-05T06:00:00Z");
      }
    }
  }

  /** Reads the length of a step as ISO-8601 duration. */
  static final class CadenceConverter implements ITypeConverter<Cadence> {
    CadenceConverter() {}

    @Override
    public Cadence convert(String text) {
      try {
        return Cadence.of(Duration.parse(text));
      } catch (DateTimeException | UsageException e) {
        throw new TypeConversionException(
            "'" + text + "' is no cadence, expected one such as PT15M, PT1H or P1D");
      }
    }
  }
}
