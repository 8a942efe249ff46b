package org.minorityreport.mock.attribution;

import java.time.Duration;
import java.time.Instant;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.mock.cluster.Shapes;

/**
 * Scores how a candidate lies in time against the window of a report. Immutable.
 *
 * <p>Best is a cause that begins in the step of the onset, in the hour before or the half hour
 * after (recorded starts and onsets both err a little) and lasts beyond it. The longer a cause had
 * been there, the less it explains a sudden change (more of what builds up slowly); the later it
 * begins within the window, the less too, and faster, as effects come after causes; one that is
 * over before or begins after the window (people stock up before a storm) fades with the distance.
 * Where a step is longer than an hour, times count in steps.
 */
final class Timing {
  /** Steps or hours, whichever are longer, in which the claim of an earlier cause fades. */
  private static final double STALE_UNITS = 2;

  /** The cluster of what builds up slowly, so that it is seen long after its cause began. */
  private static final String GRADUAL = Shapes.RAMP.id();

  private static final double GRADUAL_UNITS = 8;

  private static final double STALE = 0.2;
  private static final double LATE = 0.7;
  private static final double LATE_FROM = 0.5;
  private static final double OVER = 0.45;
  private static final double OVER_DAYS = 2;
  private static final double AHEAD = 0.15;
  private static final double AHEAD_DAYS = 2;
  private static final double SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();
  private static final double SECONDS_PER_HOUR = Duration.ofHours(1).toSeconds();

  private final Instant onset;
  private final Instant onsetEnd;
  private final Instant end;
  private final double unitSeconds;
  private final double staleUnits;

  private Timing(
      Instant onset, Instant onsetEnd, Instant end, double unitSeconds, double staleUnits) {
    this.onset = onset;
    this.onsetEnd = onsetEnd;
    this.end = end;
    this.unitSeconds = unitSeconds;
    this.staleUnits = staleUnits;
  }

  static Timing of(AttributionQuestion question) {
    Instant onset = question.report().windowStart();
    Instant onsetEnd = question.slice().steps().cadence().plus(onset, 1);
    Instant seen = question.slice().steps().to();
    Instant end = question.report().windowEnd().orElse(seen);
    double unit = Math.max(SECONDS_PER_HOUR, (double) question.slice().steps().cadence().seconds());
    boolean gradual =
        question.cluster().flatMap(c -> c.clusterId()).filter(GRADUAL::equals).isPresent();
    double stale = gradual ? GRADUAL_UNITS : STALE_UNITS;
    return new Timing(onset, onsetEnd, end.isAfter(onsetEnd) ? end : onsetEnd, unit, stale);
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
      double late = units(onsetEnd, start) - LATE_FROM;
      double score = late <= 0 ? 1 : LATE * fade(late, 1);
      return new Fit(score, false, "begins within the window");
    }
    double old = Math.max(0, units(start, onset) - 1);
    return new Fit(STALE + (1 - STALE) * fade(old, staleUnits), false, "covers the onset");
  }

  private double units(Instant from, Instant to) {
    return (to.getEpochSecond() - from.getEpochSecond()) / unitSeconds;
  }

  private static double fade(double time, double scale) {
    return StrictMath.exp(-time / scale);
  }

  private static double days(Instant from, Instant to) {
    return (to.getEpochSecond() - from.getEpochSecond()) / SECONDS_PER_DAY;
  }
}
