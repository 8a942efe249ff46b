package org.minorityreport.mock.classifier;

/**
 * Says of each known step whether it deviates, and to which side, from it and the steps before it
 * within the longest sum. Asked step by step, in order; one thread at a time.
 *
 * <p>A step far out deviates by itself. A run of deviating steps has hysteresis: a fainter step
 * goes on with it if the last three steps together are far out, or, as long as what has begun is no
 * alarm yet, if all sums from its beginning on stay up. Without the latter one chance quiet step in
 * the first hour of an anomaly would move its onset. No step counts for more than a bound in these
 * sums, so that a single wild one does not carry the quiet steps after it.
 */
final class Sides {
  /** A step this far out deviates by itself. */
  private static final double DEVIATES = 1.75;

  /**
   * A step this far out deviates if the three steps up to it are together beyond {@link #THREE}.
   */
  private static final double GOES_ON = 0.5;

  private static final double THREE = 3;

  /** Down to here a step does not end what is building up while sums stay above {@link #STAYS}. */
  private static final double FAINTEST = -1.5;

  private static final double STAYS = 1.75;

  /** What one step counts for at most. */
  private static final double MOST = 3.5;

  private final Residuals residuals;
  private final Bounds bounds;
  private int lastFarOut = Integer.MIN_VALUE / 2;

  Sides(Residuals residuals, Bounds bounds) {
    this.residuals = residuals;
    this.bounds = bounds;
  }

  /** {@return 1 or -1 if the next known step deviates upwards or downwards, 0 if it does not} */
  int next(int index) {
    double own = residuals.score(index);
    if (Math.abs(own) >= DEVIATES) {
      lastFarOut = index;
      return own > 0 ? 1 : -1;
    }
    if (index - lastFarOut >= bounds.summedSteps() || index + 1 < bounds.summedSteps()) {
      return 0; // nothing to go on with; or too few steps for whole sums, which might say otherwise
    }
    int side = own > 0 ? 1 : -1;
    if (side * own >= GOES_ON && lastThree(index, side) >= THREE) {
      return side;
    }
    return buildingUp(index, own);
  }

  private double lastThree(int index, int side) {
    double sum = 0;
    double variance = 0;
    int end = index - Math.min(3, bounds.summedSteps());
    for (int i = index; i > end; i--) {
      sum += counted(i, side);
      variance += residuals.varianceAt(i);
    }
    return sum / Math.sqrt(variance);
  }

  private int buildingUp(int index, double own) {
    for (int start = lastFarOut; start >= 0 && start > index - bounds.summedSteps(); start--) {
      if (residuals.isKnown(start)) {
        double first = residuals.score(start);
        int side = first > 0 ? 1 : -1;
        if (side * first >= DEVIATES && side * own >= FAINTEST && staysUp(start, index, side)) {
          return side;
        }
      }
    }
    return 0;
  }

  private boolean staysUp(int start, int index, int side) {
    double counted = 0;
    double whole = 0;
    double variance = 0;
    for (int i = start; i <= index; i++) {
      counted += counted(i, side);
      whole += side * residuals.at(i);
      variance += residuals.varianceAt(i);
      double spread = Math.sqrt(variance);
      boolean raised = i < index && whole >= bounds.alarm() * spread;
      if (raised || counted < STAYS * spread) {
        return false;
      }
    }
    return true;
  }

  private double counted(int index, int side) {
    return Math.min(side * residuals.at(index), MOST * Math.sqrt(residuals.varianceAt(index)));
  }
}
