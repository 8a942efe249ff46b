package org.minorityreport.core.clustering;

import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;

/**
 * The constants that bring the features of a {@link FeatureVector} to one scale before any
 * distance: {@code (value - mean) / scale}.
 *
 * <p>They are fixed, not learned, so that the same anomaly has the same place in every run. The
 * means are about those of noisy spikes, plateaus, ramps, decays, double peaks and dips of half to
 * four times the expected sales, lasting 2 to 16 hours in steps of a quarter of an hour. The scales
 * of the features of shape are about their spread there, wider where noise moves a feature most
 * (slopes, kurtosis, roughness). Duration, hour and weekend say when something happened rather than
 * how; their scales are so wide that they break ties and no more.
 */
public final class FeatureScales {
  private static final double[] MEAN = {
    0, 0, 0.45, 0.06, 0.06, -0.05, 0.1, -0.6, 0.3, 0.75, 2, 0.9, 0, 0, 0.3, 0.13
  };
  private static final double[] SCALE = {
    0.7, 1, 0.2, 0.1, 0.1, 0.2, 0.5, 2, 0.15, 0.3, 3, 0.3, 6, 6, 3, 0.3
  };

  private FeatureScales() {}

  /**
   * Brings features to one scale.
   *
   * @param features the 16 features of a vector
   * @return the 16 standardised features, rounded to six decimals
   * @throws org.minorityreport.api.error.InvalidValueException if there are not 16
   */
  public static List<Double> standardise(List<Double> features) {
    Rules.check(features.size() == FeatureVector.SIZE, "features", features.size(), "16 numbers");
    List<Double> standardised = new ArrayList<>(FeatureVector.SIZE);
    for (int i = 0; i < FeatureVector.SIZE; i++) {
      standardised.add((features.get(i) - MEAN[i]) / SCALE[i]);
    }
    return Num.round(standardised);
  }
}
