package org.minorityreport.examples.quality;

import org.minorityreport.mock.world.GroundTruth;
import org.minorityreport.mock.world.Happening;

/** How loud happenings are: the median over their series of the scored step. */
final class LibrarySizes {
  private static final double LEAST = 3;
  private static final double MOST = 6;

  final Tally modest = new Tally();

  void add(GroundTruth truth) {
    for (Happening happening : truth.happenings()) {
      double[] sizes =
          happening.affected().stream()
              .mapToDouble(a -> new TrueDeviation(happening, a).size())
              .sorted()
              .toArray();
      double median = sizes[sizes.length / 2];
      modest.count(median >= LEAST && median <= MOST);
    }
  }
}
