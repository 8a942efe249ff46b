package org.minorityreport.mock.classifier;

import java.time.Duration;
import org.minorityreport.api.series.Cadence;

/**
 * From which score a step deviates, and from which it is an alarm. Immutable.
 *
 * <p>Three alarm bounds, each for about one false report in 1,000 quiet store-days of counts. At 15
 * minutes a day holds hundreds of sums to be wrong about, at an hour a few dozen. A day holds one
 * step, but its spread comes from 28 values, four a season, which is often too narrow, and days
 * scatter with heavier tails than counts of an hour: a bound from the normal distribution would be
 * far too low there.
 */
final class Bounds {
  /** A step this far out deviates by itself. */
  private static final double DEVIATES = 2;

  /** A step this far out deviates if the two steps up to it together are beyond {@link #PAIR}. */
  private static final double LASTS = 1;

  private static final double PAIR = 2.5;

  private static final double ALARM_BELOW_HOUR = 6;
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

  /** {@return 1 or -1 if a known step deviates upwards or downwards, 0 if it does not} */
  int side(Residuals residuals, int index) {
    double own = residuals.score(index);
    int side = own > 0 ? 1 : -1;
    boolean lasts =
        summedSteps > 1
            && side * own >= LASTS
            && index > 0
            && side * residuals.pairScore(index) >= PAIR;
    return side * own >= DEVIATES || lasts ? side : 0;
  }
}
