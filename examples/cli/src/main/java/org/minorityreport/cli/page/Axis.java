package org.minorityreport.cli.page;

import java.time.Duration;
import java.time.Instant;
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
          Duration.ofDays(14),
          Duration.ofDays(28),
          Duration.ofDays(91),
          Duration.ofDays(364));
  private static final double[] ROUND = {1, 2, 5};

  private Axis() {}

  /** {@return round times within the bounds, at most so many} */
  static List<Instant> times(Instant from, Instant to, int most) {
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
