package org.minorityreport.mock.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Steps;

/**
 * The steps of a world, each cut into pieces of at most a quarter of an hour, so that one rhythm
 * and one set of happenings render at any cadence. A piece knows its slot of the local week.
 */
final class TimeGrid {
  private static final long PIECE_SECONDS = 900;
  private static final double HOUR_SECONDS = 3600;

  private final Steps steps;
  private final int[] firstPiece;
  private final long[] middles;
  private final double[] hours;
  private final int[] slots;

  private TimeGrid(Steps steps, int[] firstPiece, long[] bounds, ZoneId zone) {
    this.steps = steps;
    this.firstPiece = firstPiece;
    int pieces = bounds.length - 1;
    this.middles = new long[pieces];
    this.hours = new double[pieces];
    this.slots = new int[pieces];
    for (int p = 0; p < pieces; p++) {
      middles[p] = bounds[p] + (bounds[p + 1] - bounds[p]) / 2;
      hours[p] = (bounds[p + 1] - bounds[p]) / HOUR_SECONDS;
      slots[p] = slot(middles[p], zone);
    }
  }

  static TimeGrid of(Steps steps, ZoneId zone) {
    int[] firstPiece = new int[steps.count() + 1];
    long[] bounds = new long[16];
    int pieces = 0;
    for (int s = 0; s < steps.count(); s++) {
      firstPiece[s] = pieces;
      long from = begin(steps.timeAt(s), steps.cadence(), zone);
      long to = begin(steps.timeAt(s + 1), steps.cadence(), zone);
      int parts = (int) Math.floorDiv(to - from + PIECE_SECONDS - 1, PIECE_SECONDS);
      if (bounds.length < pieces + parts + 1) {
        bounds = Arrays.copyOf(bounds, 2 * (pieces + parts + 1));
      }
      for (int part = 0; part <= parts; part++) {
        bounds[pieces + part] = from + (to - from) * part / parts;
      }
      pieces += parts;
    }
    firstPiece[steps.count()] = pieces;
    return new TimeGrid(steps, firstPiece, Arrays.copyOf(bounds, pieces + 1), zone);
  }

  Steps steps() {
    return steps;
  }

  /** The first piece of a step; of the step after the last, the number of pieces. */
  int firstPiece(int step) {
    return firstPiece[step];
  }

  /** The middle of a piece, in seconds since 1970. */
  long middle(int piece) {
    return middles[piece];
  }

  /** What a rhythm gives in a piece, in hours of the peak. */
  double weight(double[] rhythm, int piece) {
    return rhythm[slots[piece]] * hours[piece];
  }

  /** What a rhythm gives in each step, in hours of the peak. */
  double[] weights(double[] rhythm) {
    double[] weights = new double[steps.count()];
    for (int s = 0; s < weights.length; s++) {
      for (int p = firstPiece[s]; p < firstPiece[s + 1]; p++) {
        weights[s] += weight(rhythm, p);
      }
    }
    return weights;
  }

  /** The first step with a piece whose middle is not before a time; the count if there is none. */
  int firstStepFrom(Instant time) {
    return stepOf(pieceFrom(time));
  }

  /** The step after the last with a piece whose middle is before a time. */
  int endStepBefore(Instant time) {
    int piece = pieceFrom(time);
    return piece == 0 ? 0 : stepOf(piece - 1) + 1;
  }

  private int pieceFrom(Instant time) {
    int found = Arrays.binarySearch(middles, time.getEpochSecond());
    return found >= 0 ? found : -found - 1;
  }

  private int stepOf(int piece) {
    int found = Arrays.binarySearch(firstPiece, piece);
    return found >= 0 ? found : -found - 2;
  }

  /** Steps of a day and longer are dates and cover local days; shorter ones are instants. */
  private static long begin(Instant time, Cadence cadence, ZoneId zone) {
    return cadence.isDaily()
        ? LocalDate.ofInstant(time, ZoneOffset.UTC).atStartOfDay(zone).toEpochSecond()
        : time.getEpochSecond();
  }

  private static int slot(long second, ZoneId zone) {
    ZonedDateTime local = Instant.ofEpochSecond(second).atZone(zone);
    int day = local.getDayOfWeek().getValue() - 1;
    return (day * 24 + local.getHour()) * 4 + local.getMinute() / 15;
  }
}
