package org.minorityreport.examples.benchmarks.workload;

import org.minorityreport.api.series.Direction;

/**
 * One report of a run with a fixed number of places: a place has one report after the other.
 * Immutable.
 *
 * @param place its place, from 0
 * @param generation how many reports the place had before, from 0
 * @param length ticks at which it has rows; the same for all reports of a place
 * @param phase ticks by which the first report of the place is older than the run
 */
record ReportLife(int place, long generation, int length, int phase) {
  /** {@return what everything else about the report is made of} */
  long seed() {
    return Mix.of(((long) place << 32) | generation);
  }

  /** {@return its first tick, before 0 if it is older than the run} */
  long first() {
    return generation * length - phase;
  }

  /** {@return the tick that closes it} */
  long last() {
    return first() + length - 1;
  }

  Direction direction() {
    return (seed() & 1) == 0 ? Direction.UPLIFT : Direction.DROP;
  }

  /** {@return the report that had the place before; only if this is not the first one} */
  ReportLife before() {
    return new ReportLife(place, generation - 1, length, phase);
  }
}
