package org.minorityreport.examples.csv;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minorityreport.api.series.Cadence;

/**
 * Finds the steps that the times of one zone name, by the rules of the contract: a time without
 * offset is read in the zone, a bare date is a whole day. One thread at a time.
 */
final class StepTimes {
  /** Outside these a time is a slip of the pen and would make every series centuries long. */
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

  private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

  /** Every store has the same times, so most texts were seen before. */
  private static final int MAX_CACHED = 1 << 17;

  private final TimeText text;
  private final ZoneId zone;
  private final Cadence cadence;
  private final Optional<Instant> deliveredAt;
  private final Map<String, StepTime> cache = new HashMap<>();

  StepTimes(TimeText text, ZoneId zone, Cadence cadence, Optional<Instant> deliveredAt) {
    this.text = text;
    this.zone = zone;
    this.cadence = cadence;
    this.deliveredAt = deliveredAt;
  }

  StepTime read(String value) {
    StepTime known = cache.get(value);
    if (known != null) {
      return known;
    }
    StepTime step = text.parse(value).map(this::step).orElseGet(this::unparseable);
    if (cache.size() < MAX_CACHED) {
      cache.put(value, step);
    }
    return step;
  }

  private StepTime unparseable() {
    return StepTime.bad(RefusalKinds.UNPARSEABLE_TIME, text.expectation());
  }

  private StepTime step(TemporalAccessor time) {
    if (time instanceof LocalDate date) {
      return cadence.isDaily() ? day(date) : wholeDay();
    }
    if (time instanceof LocalDateTime local) {
      return cadence.isDaily() ? day(local) : moment(local);
    }
    Instant instant = (Instant) time;
    return cadence.isDaily() ? day(instant) : checked(instant, instant);
  }

  private StepTime wholeDay() {
    return StepTime.bad(
        RefusalKinds.OFF_GRID,
        "a time of day: a bare date is a whole day, and the cadence is " + cadence);
  }

  private StepTime day(LocalDateTime local) {
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? day(local.toLocalDate())
        : notMidnight();
  }

  /** Both ways of writing a day with an offset: as the contract does, and as the store sees it. */
  private StepTime day(Instant instant) {
    LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    return utc.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? day(utc.toLocalDate())
        : day(LocalDateTime.ofInstant(instant, zone));
  }

  private StepTime notMidnight() {
    return StepTime.bad(
        RefusalKinds.OFF_GRID,
        "a date, or midnight in " + zone + " or UTC, because the cadence is " + cadence);
  }

  private StepTime day(LocalDate date) {
    Instant written = date.atStartOfDay(ZoneOffset.UTC).toInstant();
    return checked(written, written);
  }

  private StepTime moment(LocalDateTime local) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.isEmpty()
        ? StepTime.bad(
            RefusalKinds.SKIPPED_TIME,
            "a time that exists in " + zone + ", where the clock skips it")
        : checked(
            local.toInstant(offsets.get(0)), local.toInstant(offsets.get(offsets.size() - 1)));
  }

  private StepTime checked(Instant earlier, Instant later) {
    if (earlier.isBefore(FIRST) || !later.isBefore(END)) {
      return StepTime.bad(RefusalKinds.ABSURD_TIME, "a time from the year 1900 to 2199");
    }
    if (!cadence.onGrid(earlier) || !cadence.onGrid(later)) {
      return StepTime.bad(
          RefusalKinds.OFF_GRID,
          "a time on the grid of the cadence " + cadence + "; in UTC it is " + earlier);
    }
    if (deliveredAt.isPresent() && begin(earlier).isAfter(deliveredAt.get())) {
      return StepTime.bad(
          RefusalKinds.AFTER_DELIVERY,
          "a time not after delivered_at, which is " + deliveredAt.get());
    }
    return StepTime.at(earlier.getEpochSecond(), later.getEpochSecond());
  }

  /** Days are written as dates at 00:00Z, but begin when the store's day does. */
  private Instant begin(Instant step) {
    return cadence.isDaily()
        ? LocalDate.ofInstant(step, ZoneOffset.UTC).atStartOfDay(zone).toInstant()
        : step;
  }
}
