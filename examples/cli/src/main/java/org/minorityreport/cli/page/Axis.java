package org.minorityreport.cli.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Round places along an axis. */
final class Axis {
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(2),
          Duration.ofDays(7),
          Duration.ofDays(14));
  private static final int[] MONTHS = {1, 2, 3, 6, 12};

  /** Longer axes have months. */
  static final Duration LONG = Duration.ofDays(100);

  private static final double[] ROUND = {1, 2, 5};

  private Axis() {}

  /** {@return round times within the bounds, at most so many} */
  static List<Instant> times(Instant from, Instant to, int most) {
    if (Duration.between(from, to).compareTo(LONG) > 0) {
      return months(from, to, most);
    }
    Duration step = STEPS.get(STEPS.size() - 1);
    for (Duration candidate : STEPS) {
      if (Duration.between(from, to).toMillis() / candidate.toMillis() < most) {
        step = candidate;
        break;
      }
    }
    List<Instant> times = new ArrayList<>();
    long seconds = step.toSeconds();
    long first = Math.floorDiv(from.getEpochSecond() + seconds - 1, seconds) * seconds;
    for (long at = first; at <= to.getEpochSecond() && times.size() < most; at += seconds) {
      times.add(Instant.ofEpochSecond(at));
    }
    return times;
  }

  private static List<Instant> months(Instant from, Instant to, int most) {
    LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC);
    LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC);
    int step = MONTHS[MONTHS.length - 1];
    for (int months : MONTHS) {
      if (ChronoUnit.MONTHS.between(first, last) / months < most) {
        step = months;
        break;
      }
    }
    List<Instant> times = new ArrayList<>();
    LocalDate month = first.withDayOfYear(1);
    while (!month.isAfter(last)) {
      if (!month.isBefore(first)) {
        times.add(month.atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      month = month.plusMonths(step);
    }
    return times;
  }

  /** {@return round amounts from 0 to just above the greatest, at most six} */
  static List<Double> amounts(double greatest) {
    double least = greatest / 4;
    double unit = 1e-3;
    double step = unit;
    search:
    while (true) {
      for (double round : ROUND) {
        step = unit * round;
        if (step >= least) {
          break search;
        }
      }
      unit *= 10;
    }
    List<Double> amounts = new ArrayList<>();
    double at = 0;
    while (at < greatest) {
      amounts.add(at);
      at = step * amounts.size();
    }
    amounts.add(at);
    return amounts;
  }
}
