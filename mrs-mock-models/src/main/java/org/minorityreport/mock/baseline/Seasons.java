package org.minorityreport.mock.baseline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.minorityreport.api.series.Steps;

/**
 * The place of each step in day and week.
 *
 * <p>Below a day it is the hour of the local day and the local day of the week; where a step is
 * longer than an hour, the part of the day as long as a step, so that a change of clocks moves no
 * step out of all seasons. A step of a day stands for a date, whatever the zone: it has a day of
 * the week and no part of the day. Longer steps have neither. Immutable.
 */
final class Seasons {
  /** Days of a week. */
  static final int DAYS = 7;

  private static final long HOUR = Duration.ofHours(1).toSeconds();
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final int THURSDAY = 3; // 1970-01-01, counted from Monday

  private final byte[] parts;
  private final byte[] days;
  private final int partCount;

  private Seasons(byte[] parts, byte[] days, int partCount) {
    this.parts = parts;
    this.days = days;
    this.partCount = partCount;
  }

  static Seasons of(Steps steps, ZoneId zone) {
    byte[] parts = new byte[steps.count()];
    byte[] days = new byte[steps.count()];
    long cadence = steps.cadence().seconds();
    if (cadence < DAY) {
      long part = Math.max(HOUR, cadence);
      fillLocal(steps, zone.getRules(), part, parts, days);
      return new Seasons(parts, days, (int) ((DAY + part - 1) / part));
    }
    if (cadence == DAY) {
      long first = Math.floorDiv(steps.from().getEpochSecond(), DAY);
      for (int i = 0; i < days.length; i++) {
        days[i] = dayOfWeek(first + i);
      }
    }
    return new Seasons(parts, days, 1);
  }

  /** Asks the zone once per change of clocks, not once per step. */
  private static void fillLocal(
      Steps steps, ZoneRules rules, long part, byte[] parts, byte[] days) {
    long time = steps.from().getEpochSecond();
    long change = time;
    long offset = 0;
    for (int i = 0; i < parts.length; i++, time += steps.cadence().seconds()) {
      if (time >= change) {
        Instant now = Instant.ofEpochSecond(time);
        offset = rules.getOffset(now).getTotalSeconds();
        ZoneOffsetTransition next = rules.nextTransition(now);
        change = next == null ? Long.MAX_VALUE : next.getInstant().getEpochSecond();
      }
      long local = time + offset;
      parts[i] = (byte) (Math.floorMod(local, DAY) / part);
      days[i] = dayOfWeek(Math.floorDiv(local, DAY));
    }
  }

  private static byte dayOfWeek(long epochDay) {
    return (byte) Math.floorMod(epochDay + THURSDAY, DAYS);
  }

  /** {@return the part of the day in which a step begins} */
  int partAt(int index) {
    return parts[index];
  }

  /** {@return the day of the week on which a step begins, 0 to 6} */
  int dayAt(int index) {
    return days[index];
  }

  /** {@return how many parts a day has} */
  int partCount() {
    return partCount;
  }
}
