package org.minorityreport.examples.benchmarks.figure;

/**
 * Something that a figure should reach. Immutable.
 *
 * @param what what is measured
 * @param figure what came out; its median counts
 * @param bound what it should be
 * @param isAtLeast whether the bound is the least or the most that is wanted
 * @param unit of figure and bound, may be empty
 * @param isStretch whether it is a wish rather than a goal
 */
public record Goal(
    String what, Spread figure, double bound, boolean isAtLeast, String unit, boolean isStretch) {
  /**
   * A goal that is met from a bound on.
   *
   * @param what what is measured
   * @param figure what came out
   * @param bound the least that is wanted
   * @param unit of figure and bound, may be empty
   * @return the goal
   */
  public static Goal atLeast(String what, Spread figure, double bound, String unit) {
    return new Goal(what, figure, bound, true, unit, false);
  }

  /**
   * A goal that is met up to a bound.
   *
   * @param what what is measured
   * @param figure what came out
   * @param bound the most that is wanted
   * @param unit of figure and bound, may be empty
   * @return the goal
   */
  public static Goal atMost(String what, Spread figure, double bound, String unit) {
    return new Goal(what, figure, bound, false, unit, false);
  }

  /**
   * A wish beyond this goal.
   *
   * @param further the bound of the wish
   * @return the same as a wish
   */
  public Goal stretch(double further) {
    return new Goal(what, figure, further, isAtLeast, unit, true);
  }

  /** {@return whether the median reaches the bound} */
  public boolean isMet() {
    return isAtLeast ? figure.median() >= bound : figure.median() <= bound;
  }

  /** {@return pass or FAIL, for a wish reached or not} */
  public String verdict() {
    if (isStretch) {
      return isMet() ? "reached" : "not reached";
    }
    return isMet() ? "pass" : "FAIL";
  }
}
