package org.minorityreport.examples.quality;

import org.minorityreport.mock.world.GroundTruth;
import org.minorityreport.mock.world.Happening;
import org.minorityreport.testkit.quality.TrueDeviation;

/** How loud happenings are: the median over their series of the scored step. */
final class LibrarySizes {
  private static final double LEAST = 3;
  private static final double MOST = 6;

  private int modest;
  private int all;

  /** {@return how many are between three and six times the noise} */
  int modest() {
    return modest;
  }

  int all() {
    return all;
  }

  double share() {
    return (double) modest / all;
  }

  void add(GroundTruth truth) {
    for (Happening happening : truth.happenings()) {
      double[] sizes =
          happening.affected().stream()
              .mapToDouble(a -> new TrueDeviation(happening, a).size())
              .sorted()
              .toArray();
      double median = sizes[sizes.length / 2];
      all++;
      modest += median >= LEAST && median <= MOST ? 1 : 0;
    }
  }
}
