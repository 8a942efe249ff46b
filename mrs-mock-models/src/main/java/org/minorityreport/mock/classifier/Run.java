package org.minorityreport.mock.classifier;

import java.util.Optional;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.Steps;

/** An unbroken run of known steps that deviate to one side. One thread at a time. */
final class Run {
  /** Severity approaches 1 as {@code 1 - exp(-x)}; these weigh the two parts of x. */
  private static final double SCORE_WEIGHT = 0.25;

  private static final double SHARE_WEIGHT = 0.35;

  /** Five times as much as expected; more says nothing more. */
  private static final double SHARE_LIMIT = 4;

  private final int first;
  private final int side;
  private final Bounds bounds;
  private int last;
  private double peakScore;
  private double peakShare;

  Run(int first, int side, Bounds bounds) {
    this.first = first;
    this.side = side;
    this.bounds = bounds;
  }

  /** {@return 1 upwards, -1 downwards} */
  int side() {
    return side;
  }

  /** Adds a deviating step. Peaks only grow, and with them the severity. */
  void add(int index, Residuals residuals) {
    last = index;
    double sum = 0;
    double expected = 0;
    double variance = 0;
    int end = Math.max(-1, index - bounds.summedSteps());
    for (int i = index; i > end; i--) {
      sum += side * residuals.at(i);
      expected += residuals.expectedAt(i);
      variance += residuals.varianceAt(i);
      double spread = Math.sqrt(variance);
      peakScore = Math.max(peakScore, sum / spread);
      if (sum / spread >= bounds.alarm()) {
        peakShare = Math.max(peakShare, sum / Math.max(expected, spread));
      }
    }
  }

  /** {@return the alarm, if a sum of this run was one} */
  Optional<Alarm> alarm(Steps steps) {
    if (peakScore < bounds.alarm()) {
      return Optional.empty();
    }
    return Optional.of(
        Alarm.builder()
            .onset(steps.timeAt(first))
            .lastDeviating(steps.timeAt(last))
            .direction(side > 0 ? Direction.UPLIFT : Direction.DROP)
            .severity(severity())
            .build());
  }

  private double severity() {
    double score = peakScore / bounds.alarm();
    double share = Math.min(SHARE_LIMIT, peakShare);
    return 1 - StrictMath.exp(-(SCORE_WEIGHT * score + SHARE_WEIGHT * share));
  }
}
