package org.minorityreport.examples.quickstart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.view.ConfidenceTier;

/** How values stand in tables. Immutable. */
final class Cells {
  private static final String NOTHING = "-";
  private static final int PERCENT = 100;

  private final DateTimeFormatter times;
  private final String currency;
  private final String ellipsis;

  private Cells(DateTimeFormatter times, String currency, String ellipsis) {
    this.times = times;
    this.currency = currency;
    this.ellipsis = ellipsis;
  }

  /**
   * The cells of a source.
   *
   * @param cadence dates will do from a day upwards
   * @param currency its currency, if it has revenue
   */
  static Cells of(Cadence cadence, Optional<String> currency) {
    boolean canEncode = Charset.defaultCharset().newEncoder().canEncode('…');
    return new Cells(
        DateTimeFormatter.ofPattern(
                cadence.isDaily() ? "uuuu-MM-dd" : "uuuu-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC),
        currency.orElse(""),
        canEncode ? "…" : "...");
  }

  String time(Instant time) {
    return times.format(time);
  }

  String end(Optional<Instant> end) {
    return end.map(this::time).orElse("open");
  }

  /** {@return the money, or without it the units} */
  String impact(Optional<BigDecimal> money, BigDecimal unitsAbove) {
    return money
        .map(m -> (signed(m) + " " + currency).strip())
        .orElseGet(() -> signed(unitsAbove) + " units");
  }

  private static String signed(BigDecimal value) {
    return String.format(Locale.ROOT, "%+,.0f", value.setScale(0, RoundingMode.HALF_EVEN));
  }

  /** {@return by how much what was sold differs from what was expected} */
  static String uplift(BigDecimal sold, BigDecimal expected) {
    if (expected.signum() <= 0) {
      return NOTHING;
    }
    BigDecimal share =
        sold.subtract(expected)
            .multiply(BigDecimal.valueOf(PERCENT))
            .divide(expected, 0, RoundingMode.HALF_EVEN);
    return String.format(Locale.ROOT, "%+,d %%", share.toBigInteger());
  }

  static String direction(Direction direction) {
    return switch (direction) {
      case UPLIFT -> "uplift";
      case DROP -> "drop";
    };
  }

  /** {@return the number and what people call it} */
  static String confidence(OptionalDouble confidence) {
    return confidence.isPresent()
        ? share(confidence.getAsDouble())
            + " "
            + ConfidenceTier.of(confidence.getAsDouble()).wireName()
        : NOTHING;
  }

  /** Rounded down, so that no number looks as if it had reached a bound that it has not. */
  static String share(double share) {
    return BigDecimal.valueOf(share).setScale(2, RoundingMode.FLOOR).toPlainString();
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@return a number of things, such as {@code 1 event} or {@code 2 events}} */
  static String count(long count, String thing) {
    return count(count) + " " + thing + (count == 1 ? "" : "s");
  }

  static String orNothing(Optional<String> text) {
    return text.orElse(NOTHING);
  }

  /** {@return the text in one line, cut where it is too long} */
  String shorten(String text, int width) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= width
        ? line
        : line.substring(0, Math.max(0, width - ellipsis.length())).strip() + ellipsis;
  }
}
