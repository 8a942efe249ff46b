package org.minorityreport.mock.attribution;

import java.time.Duration;
import java.time.Instant;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.Candidate;

/**
 * Scores how a candidate lies in time against the window of a report. Immutable.
 *
 * <p>Best is a cause that begins in the step of the onset or shortly before and lasts beyond it. A
 * cause that has long been there explains a sudden change less; one that begins within the window
 * less again, as its recorded start may be late but effects come after causes; one that is over
 * before or begins after (people stock up before a storm) fades with the distance.
 */
final class Timing {
  private static final Duration FRESH = Duration.ofDays(1);
  private static final double STALE_DAYS = 5;
  private static final double STALE = 0.55;
  private static final double LATE = 0.7;
  private static final double OVER = 0.45;
  private static final double OVER_DAYS = 2;
  private static final double AHEAD = 0.4;
  private static final double AHEAD_DAYS = 2;
  private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();

  private final Instant onset;
  private final Instant onsetEnd;
  private final Instant end;

  private Timing(Instant onset, Instant onsetEnd, Instant end) {
    this.onset = onset;
    this.onsetEnd = onsetEnd;
    this.end = end;
  }

  static Timing of(AttributionQuestion question) {
    Instant onset = question.report().windowStart();
    Instant onsetEnd = question.slice().steps().cadence().plus(onset, 1);
    Instant seen = question.slice().steps().to();
    Instant end = question.report().windowEnd().orElse(seen);
    return new Timing(onset, onsetEnd, end.isAfter(onsetEnd) ? end : onsetEnd);
  }

  /**
   * How a candidate lies in time.
   *
   * @param score 0 to 1
   * @param endedBefore whether it was over at the onset
   * @param words the same for people
   */
  record Fit(double score, boolean endedBefore, String words) {}

  Fit fit(Candidate candidate) {
    Instant start = candidate.start();
    if (candidate.end().isPresent()
        && !candidate.end().get().isAfter(onset)
        && start.isBefore(onset)) {
      double gone = days(candidate.end().get(), onset);
      return new Fit(OVER * fade(gone, OVER_DAYS), true, "over before the onset");
    }
    if (!start.isBefore(end)) {
      return new Fit(AHEAD * fade(days(end, start), AHEAD_DAYS), false, "begins after the window");
    }
    if (!start.isBefore(onsetEnd)) {
      double late = days(onsetEnd, start) / days(onset, end);
      return new Fit(LATE * (1 - late / 2), false, "begins within the window");
    }
    Instant fresh = onset.minus(FRESH);
    double old = start.isBefore(fresh) ? days(start, fresh) : 0;
    return new Fit(STALE + (1 - STALE) * fade(old, STALE_DAYS), false, "covers the onset");
  }

  private static double fade(double days, double scaleDays) {
    return StrictMath.exp(-days / scaleDays);
  }

  private static double days(Instant from, Instant to) {
    return (to.getEpochSecond() - from.getEpochSecond()) / SECONDS_PER_DAY;
  }
}
