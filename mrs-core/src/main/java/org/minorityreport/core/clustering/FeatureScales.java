package org.minorityreport.core.clustering;

import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;

/**
 * The constants that bring the features of a {@link FeatureVector} to one scale before any
 * distance: {@code (value - mean) / scale}.
 *
 * <p>They are fixed, not learned, so that the same anomaly has the same place in every run. For the
 * features of shape they are about the mean and the spread over spikes, plateaus, ramps, decays and
 * dips of half to four times the expected sales. Duration, hour and weekend say when something
 * happened rather than how; their scales are wide, so that they break ties and no more.
 */
public final class FeatureScales {
  private static final double[] MEAN = {
    0.4, 0.6, 0.45, 0.1, 0.1, 0, 0.4, -0.3, 0.5, 0.7, 1.5, 0.7, 0, 0, 0.3, 0.08
  };
  private static final double[] SCALE = {
    0.7, 1, 0.25, 0.1, 0.1, 0.3, 0.8, 1.3, 0.35, 0.3, 6, 0.25, 4, 4, 2, 0.1
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
