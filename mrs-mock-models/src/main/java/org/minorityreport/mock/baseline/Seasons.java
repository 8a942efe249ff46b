package org.minorityreport.mock.baseline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import org.minorityreport.api.series.Steps;

/**
 * The seasons of a range of steps: which of them lie in the same part of the same day of the week.
 *
 * <p>Below a day a part is an hour of the local day; where a step is longer than an hour, as long
 * as a step, so that a change of clocks moves no step out of all seasons. A step of a day stands
 * for a date, whatever the zone: it has a day of the week and one part. Longer steps have neither.
 *
 * <p>The steps of one hour of one date are an <em>occurrence</em> of their season. Where clocks go
 * back, the hour that comes twice occurs twice. Immutable: nothing of it depends on sales, so all
 * series over one range share it.
 */
final class Seasons {
  /** Days of a week. */
  static final int DAYS = 7;

  private static final long HOUR = Duration.ofHours(1).toSeconds();
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final int THURSDAY = 3; // 1970-01-01, counted from Monday

  private final int partCount;
  private final int[] occurrences;
  private int[] starts = new int[64];
  private short[] seasons = new short[64];
  private int count;
  private final int[][] bySeason;

  private Seasons(Steps steps, ZoneId zone) {
    this.occurrences = new int[steps.count()];
    long cadence = steps.cadence().seconds();
    if (cadence < DAY) {
      long part = Math.max(HOUR, cadence);
      this.partCount = (int) ((DAY + part - 1) / part);
      fillLocal(steps, zone.getRules(), part);
    } else {
      this.partCount = 1;
      long first = Math.floorDiv(steps.from().getEpochSecond(), DAY);
      for (int i = 0; i < occurrences.length; i++) {
        begin(i, cadence == DAY ? dayOfWeek(first + i) : 0);
        occurrences[i] = count - 1;
      }
    }
    this.bySeason = bySeason();
  }

  static Seasons of(Steps steps, ZoneId zone) {
    return new Seasons(steps, zone);
  }

  /** Asks the zone once per change of clocks, not once per step. */
  private void fillLocal(Steps steps, ZoneRules rules, long part) {
    long time = steps.from().getEpochSecond();
    long change = time;
    long offset = 0;
    long end = Long.MIN_VALUE;
    for (int i = 0; i < occurrences.length; i++, time += steps.cadence().seconds()) {
      if (time >= change) {
        Instant now = Instant.ofEpochSecond(time);
        offset = rules.getOffset(now).getTotalSeconds();
        ZoneOffsetTransition next = rules.nextTransition(now);
        change = next == null ? Long.MAX_VALUE : next.getInstant().getEpochSecond();
        end = Long.MIN_VALUE;
      }
      long local = time + offset;
      if (local >= end) {
        long ofDay = Math.floorMod(local, DAY);
        end = local - ofDay + Math.min(DAY, (ofDay / part + 1) * part);
        int day = dayOfWeek(Math.floorDiv(local, DAY));
        begin(i, (int) (ofDay / part) * DAYS + day);
      }
      occurrences[i] = count - 1;
    }
  }

  private void begin(int step, int season) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      seasons = Arrays.copyOf(seasons, count * 2);
    }
    starts[count] = step;
    seasons[count++] = (short) season;
  }

  private static int dayOfWeek(long epochDay) {
    return Math.floorMod(epochDay + THURSDAY, DAYS);
  }

  private int[][] bySeason() {
    int[] sizes = new int[partCount * DAYS];
    for (int o = 0; o < count; o++) {
      sizes[seasons[o]]++;
    }
    int[][] all = new int[sizes.length][];
    for (int o = 0; o < count; o++) {
      int season = seasons[o];
      if (all[season] == null) {
        all[season] = new int[sizes[season]];
        sizes[season] = 0;
      }
      all[season][sizes[season]++] = o;
    }
    for (int season = 0; season < all.length; season++) {
      all[season] = all[season] == null ? new int[0] : all[season];
    }
    return all;
  }

  /** {@return how many parts a day has} */
  int partCount() {
    return partCount;
  }

  /** {@return the occurrence that a step is of} */
  int occurrenceAt(int step) {
    return occurrences[step];
  }

  /** {@return the first step of an occurrence} */
  int startOf(int occurrence) {
    return starts[occurrence];
  }

  /** {@return the step after an occurrence} */
  int endOf(int occurrence) {
    return occurrence + 1 == count ? occurrences.length : starts[occurrence + 1];
  }

  /** {@return the part of the day that an occurrence is} */
  int partOf(int occurrence) {
    return seasons[occurrence] / DAYS;
  }

  /** {@return the day of the week that an occurrence is on, 0 to 6} */
  int dayOf(int occurrence) {
    return seasons[occurrence] % DAYS;
  }

  /** {@return the occurrences of a part on a day of the week, in order; not to be changed} */
  int[] occurrencesOf(int part, int day) {
    return bySeason[part * DAYS + day];
  }
}
