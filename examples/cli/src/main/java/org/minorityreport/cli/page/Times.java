package org.minorityreport.cli.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them; always UTC. */
final class Times {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final long HOURS_A_DAY = 24;

  private Times() {}

  static String minute(Instant time) {
    return MINUTE.format(time);
  }

  static String brief(Instant time) {
    return SHORT.format(time);
  }

  static String day(Instant time) {
    return DAY.format(time);
  }

  /** {@return the hour, the day or the month, as fits an axis of that length} */
  static String onAxis(Instant time, Instant from, Instant to) {
    if (Duration.between(from, to).compareTo(Axis.LONG) > 0) {
      return MONTH.format(time);
    }
    return isDay(time) ? day(time) : HOUR.format(time);
  }

  /** {@return from when until when, with the hours only if they say something} */
  static String span(Instant from, Instant to, boolean open) {
    boolean days = isDay(from) && isDay(to);
    String until = open ? "still open" : days ? YEAR.format(to) : SHORT.format(to);
    return (days ? YEAR.format(from) : MINUTE.format(from)) + " \u2013 " + until;
  }

  private static boolean isDay(Instant time) {
    return time.getEpochSecond() % Duration.ofDays(1).toSeconds() == 0;
  }

  static String length(Duration length) {
    long minutes = length.toMinutes();
    long hours = length.toHours();
    if (hours < 1) {
      return minutes + " min";
    }
    if (hours < 2 * HOURS_A_DAY) {
      long rest = minutes % Duration.ofHours(1).toMinutes();
      return hours + " h" + (rest == 0 ? "" : " " + rest + " min");
    }
    long restHours = hours % HOURS_A_DAY;
    return length.toDays() + " d" + (restHours == 0 ? "" : " " + restHours + " h");
  }
}
