package org.minorityreport.examples.benefit;

import java.util.SortedSet;
import org.minorityreport.mock.world.narrative.Narrative;

/**
 * A campaign whose effect is known.
 *
 * @param narrative how it is played
 * @param regions where it runs
 * @param days how long
 */
record Campaign(Narrative narrative, SortedSet<String> regions, int days) {
  /** The share by which it lifts sales. */
  double uplift() {
    return narrative.size() - 1;
  }

  /** Whether it runs on a day, counted from the first after the warm-up. */
  boolean runs(String region, int day) {
    return regions.contains(region)
        && day >= narrative.startDay()
        && day < narrative.startDay() + days;
  }
}
