package org.minorityreport.core.clustering;

import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.value.Num;

/** The course of a report as a cluster library shows it. */
public final class ShapeCurve {
  private ShapeCurve() {}

  /**
   * Actual divided by expected at {@value FeatureVector#POINTS} equally spaced points, clamped and
   * interpolated as for the features of a shape.
   *
   * @param actual units sold per step
   * @param expected units expected per step, as many
   * @return the ratios; empty if no step is known
   */
  public static List<Double> of(UnitsColumn actual, UnitsColumn expected) {
    RatioCurve ratios = RatioCurve.of(actual, expected);
    List<Double> curve = new ArrayList<>();
    if (ratios.known() > 0) {
      for (double log : ratios.resampledLogs(FeatureVector.POINTS)) {
        curve.add(Num.round(StrictMath.exp(log)));
      }
    }
    return List.copyOf(curve);
  }
}
