package org.minorityreport.mock.classifier;

import java.time.Duration;
import org.minorityreport.api.series.Cadence;

/**
 * From which score a sum is an alarm, and over how many steps one is made. Immutable.
 *
 * <p>Three alarm bounds, each for about one false report in 1,000 quiet store-days of counts. At 15
 * minutes a day holds hundreds of sums to be wrong about, at an hour a few dozen. A day holds one
 * step, but its spread comes from 28 values, four a season, which is often too narrow, and days
 * scatter with heavier tails than counts of an hour: a bound from the normal distribution would be
 * far too low there.
 */
final class Bounds {
  private static final double ALARM_BELOW_HOUR = 6.3;
  private static final double ALARM_BELOW_DAY = 5.25;
  private static final double ALARM_FROM_DAY = 6;

  private static final long HOUR = Duration.ofHours(1).toSeconds();
  private static final long SUMMED = Duration.ofHours(2).toSeconds();

  private final int summedSteps;
  private final double alarm;

  private Bounds(int summedSteps, double alarm) {
    this.summedSteps = summedSteps;
    this.alarm = alarm;
  }

  static Bounds of(Cadence cadence) {
    int steps = (int) Math.max(1, SUMMED / cadence.seconds());
    if (cadence.isDaily()) {
      return new Bounds(steps, ALARM_FROM_DAY);
    }
    return new Bounds(steps, cadence.seconds() < HOUR ? ALARM_BELOW_HOUR : ALARM_BELOW_DAY);
  }

  /** {@return the greatest number of steps to sum over} */
  int summedSteps() {
    return summedSteps;
  }

  /** {@return the score from which a sum is an alarm} */
  double alarm() {
    return alarm;
  }
}
