package org.minorityreport.core.alert;

import java.time.Duration;
import org.minorityreport.api.value.Rules;

/**
 * What alerting may use at most. Immutable.
 *
 * @param attempts how often one notification is tried, 1 or more
 * @param firstRetry how long after the first failure it is tried again; doubled each time
 * @param timeLimit how long a round waits for sinks; what is not delivered by then has failed
 * @param threads threads of each channel, 1 or more
 * @param mostAtOnce messages of each channel in one round, 1 or more; the rest stays due
 */
public record AlertLimits(
    int attempts, Duration firstRetry, Duration timeLimit, int threads, int mostAtOnce) {
  /** Five attempts from a minute on, 30 s for a round, 2 threads and 500 messages a channel. */
  public static final AlertLimits USUAL =
      new AlertLimits(5, Duration.ofMinutes(1), Duration.ofSeconds(30), 2, 500);

  /** Refuses what is out of range. */
  public AlertLimits {
    Rules.check(attempts >= 1, "attempts", attempts, "1 or more");
    Rules.check(!firstRetry.isNegative(), "first_retry", firstRetry, "0 or more");
    Rules.check(
        !timeLimit.isNegative() && !timeLimit.isZero(), "time_limit", timeLimit, "more than zero");
    Rules.check(threads >= 1, "threads", threads, "1 or more");
    Rules.check(mostAtOnce >= 1, "most_at_once", mostAtOnce, "1 or more");
  }
}
