package org.minorityreport.testkit;

import org.minorityreport.api.series.SalesSeries;

/**
 * What a source says anew about some steps of a series, from one tick on.
 *
 * @param tick index of the first tick that finds it
 * @param series index of the series
 * @param firstStep index of the first step that changes
 * @param steps how many steps change
 * @param kind how
 */
record Correction(int tick, int series, int firstStep, int steps, Kind kind) {
  /** How sales change. */
  enum Kind {
    /** Nobody knows any more. */
    TAKEN_BACK,
    /** Nothing was sold. */
    NOTHING,
    /** Half of it had been left out. */
    DOUBLED,
    /** Only now does anybody know: before, the steps were not there. */
    LATE
  }

  /** {@return units of a step as they are after the ticks up to one} */
  long units(int step, int atTick, long units) {
    boolean about = step >= firstStep && step < firstStep + steps;
    boolean known = atTick >= tick;
    if (!about || units == SalesSeries.UNKNOWN || known == (kind == Kind.LATE)) {
      return units;
    }
    return switch (kind) {
      case TAKEN_BACK, LATE -> SalesSeries.UNKNOWN;
      case NOTHING -> 0;
      case DOUBLED -> 2 * units;
    };
  }
}
