package org.minorityreport.core.run;

import java.time.Duration;
import org.minorityreport.api.value.Rules;

/**
 * How often something that may come right by itself is tried: reading a source, and handing a
 * commit to a log store (spec 8.1). Between two attempts lies a delay that grows from one to the
 * next. A success leaves no trace; only when the last attempt fails is it an outage. Immutable.
 *
 * @param attempts how often at most, 1 or more; 1 never waits
 * @param firstDelay before the second attempt, more than zero
 * @param factor how much longer each delay is than the one before, more than 1
 * @param longestDelay no delay is longer; more than the first
 */
public record Retries(int attempts, Duration firstDelay, double factor, Duration longestDelay) {
  /** Everything is tried once. */
  public static final Retries NONE = of(1, Duration.ofMillis(1));

  /** What holds unless a host says otherwise: three attempts, 0.2 s and 0.4 s apart. */
  public static final Retries USUAL = of(3, Duration.ofMillis(200));

  /** Refuses what is out of range. */
  public Retries {
    Rules.check(attempts >= 1, "attempts", attempts, "1 or more");
    Rules.check(
        !firstDelay.isZero() && !firstDelay.isNegative(),
        "first_delay",
        firstDelay,
        "more than zero");
    Rules.check(factor > 1 && Double.isFinite(factor), "factor", factor, "more than 1");
    Rules.check(
        longestDelay.compareTo(firstDelay) > 0,
        "longest_delay",
        longestDelay,
        "more than first_delay");
  }

  /**
   * Delays that double, up to 64 times the first.
   *
   * @param attempts how often at most, 1 or more
   * @param firstDelay before the second attempt
   * @return the retries
   */
  public static Retries of(int attempts, Duration firstDelay) {
    return new Retries(attempts, firstDelay, 2, firstDelay.multipliedBy(64));
  }
}
