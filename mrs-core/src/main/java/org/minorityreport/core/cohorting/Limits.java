package org.minorityreport.core.cohorting;

import java.time.Duration;
import java.time.Instant;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.CohortSettings;
import org.minorityreport.api.stage.CohortingTask;

/**
 * How close reports must lie, at one tick. Immutable.
 *
 * @param tick the moment of the run; an open window reaches to it
 * @param gap the greatest gap between two windows
 * @param spread the greatest distance of two onsets
 * @param backdate how long before the tick that raises it an onset may lie
 */
record Limits(Instant tick, Duration gap, Duration spread, Duration backdate) {
  static Limits of(CohortingTask task) {
    return of(task.tick(), task.cadence(), task.settings(), task.maxBackdateSteps());
  }

  static Limits of(Instant tick, Cadence cadence, CohortSettings settings, int maxBackdateSteps) {
    return new Limits(
        tick,
        longer(settings.maxGap(), cadence, settings.maxGapSteps()),
        longer(settings.maxOnsetSpread(), cadence, settings.maxOnsetSpreadSteps()),
        cadence.step().multipliedBy(maxBackdateSteps));
  }

  private static Duration longer(Duration time, Cadence cadence, int steps) {
    Duration inSteps = cadence.step().multipliedBy(steps);
    return time.compareTo(inSteps) >= 0 ? time : inSteps;
  }

  /** {@return whether two onsets lie close enough} */
  boolean near(Instant onset, Instant other) {
    return Duration.between(onset, other).abs().compareTo(spread) <= 0;
  }

  /** {@return whether a pair may be asked about: one direction, windows and onsets close} */
  boolean near(CohortMember one, CohortMember other) {
    ReportSpine a = one.attributed();
    ReportSpine b = other.attributed();
    return a.direction() == b.direction()
        && near(a.firstDetectedFrom(), b.firstDetectedFrom())
        && !a.windowStart().isAfter(end(b).plus(gap))
        && !b.windowStart().isAfter(end(a).plus(gap));
  }

  /** {@return whether a later report could still join an ended event, or reopen one of its own} */
  boolean mayComeBack(Cohort ended) {
    Instant joinable = earlier(ended.lastEnd(this).plus(gap), ended.anchor().at().plus(spread));
    Instant bound = joinable.isAfter(ended.last().at()) ? joinable : ended.last().at();
    return !tick.isAfter(bound.plus(backdate));
  }

  /** {@return the end of a window, the tick while it is open} */
  Instant end(ReportSpine report) {
    return report.windowEnd().orElse(tick);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
