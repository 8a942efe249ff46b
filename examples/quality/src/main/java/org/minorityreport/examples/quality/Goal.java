package org.minorityreport.examples.quality;

/**
 * A goal and what was measured.
 *
 * @param measure what is measured
 * @param bound the goal
 * @param isAtLeast whether the bound is a lower one
 * @param value what was measured
 */
record Goal(String measure, double bound, boolean isAtLeast, double value) {
  static Goal atLeast(String measure, double bound, double value) {
    return new Goal(measure, bound, true, value);
  }

  static Goal atMost(String measure, double bound, double value) {
    return new Goal(measure, bound, false, value);
  }

  /** {@return whether it was reached; not if nothing could be measured} */
  boolean isMet() {
    return isAtLeast ? value >= bound : value <= bound;
  }
}
