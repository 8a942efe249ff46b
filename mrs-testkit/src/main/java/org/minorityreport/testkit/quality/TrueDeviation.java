package org.minorityreport.testkit.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minorityreport.mock.world.AffectedSeries;
import org.minorityreport.mock.world.GroundTruth;
import org.minorityreport.mock.world.Happening;
import org.minorityreport.mock.world.narrative.ShapeFamily;

/**
 * What one happening does to one series.
 *
 * @param happening the happening
 * @param series its effect on the series
 */
public record TrueDeviation(Happening happening, AffectedSeries series) {
  /** The first step counts from so many times the noise. */
  public static final double FIRST_STEP = 3;

  /** The sum counts from so many times its noise. */
  public static final double SUM = 8;

  /**
   * What happens in a world.
   *
   * @param truth what truly happens
   * @return one per happening and series that it affects
   */
  public static List<TrueDeviation> of(GroundTruth truth) {
    List<TrueDeviation> all = new ArrayList<>();
    for (Happening happening : truth.happenings()) {
      happening.affected().forEach(a -> all.add(new TrueDeviation(happening, a)));
    }
    return all;
  }

  /** {@return the first step in which the effect is three times the noise, if there is one} */
  public Optional<Instant> scoredOnset() {
    return series.onset(FIRST_STEP);
  }

  /** {@return the size in its first loud step, else its greatest one, in units of the noise} */
  public double size() {
    int first = scoredOnset().map(series.steps()::indexOf).orElse(-1);
    if (first >= 0) {
      return Math.abs(series.effectAt(first)) / series.noiseAt(first);
    }
    double greatest = 0;
    for (int i = 0; i < series.steps().count(); i++) {
      greatest = Math.max(greatest, Math.abs(series.effectAt(i)) / series.noiseAt(i));
    }
    return greatest;
  }

  /** {@return whether the goals hold for it: loud at once and in sum, and no ramp} */
  public boolean isScored() {
    return happening.shape() != ShapeFamily.RAMP
        && scoredOnset().isPresent()
        && Math.abs(series.effectTotal()) >= SUM * series.noiseTotal();
  }
}
