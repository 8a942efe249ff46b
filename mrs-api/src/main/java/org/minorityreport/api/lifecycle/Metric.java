package org.minorityreport.api.lifecycle;

import java.util.Locale;

/** What is measured of models; {@code docs/lifecycle.md} has the formulas and their sources. */
public enum Metric {
  /**
   * How far the distribution of an input moved from that of the reference window: the population
   * stability index, 0 or more (Siddiqi, <i>Credit Risk Scorecards</i>, Wiley 2006, section 9).
   */
  INPUT_DRIFT,
  /**
   * How far the mean of (actual - expected) / spread moved from that of the reference window, in
   * standard deviations of the latter, 0 or more (Glass's delta; Glass, <i>Primary, secondary, and
   * meta-analysis of research</i>, Educational Researcher 5(10), 1976).
   */
  RESIDUAL_DRIFT,
  /** Mean confidence in the reference window less that in the window, -1 to 1. */
  CONFIDENCE_DECAY,
  /** Of the causes proposed and judged by people, the share that they confirmed, 0 to 1. */
  SHARE_CONFIRMED,
  /**
   * Of what was said and judged by people, the share that was right, 0 to 1 (van Rijsbergen,
   * <i>Information Retrieval</i>, Butterworths 1979, chapter 7).
   */
  PRECISION,
  /** Of what people found to be so, the share that was said, 0 to 1 (as for precision). */
  RECALL;

  /** {@return the word in rows} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return why a model is to be trained again when this crosses: a word of rows} */
  public String reason() {
    return switch (this) {
      case INPUT_DRIFT, RESIDUAL_DRIFT, CONFIDENCE_DECAY -> "drift";
      case PRECISION, RECALL -> "accuracy";
      case SHARE_CONFIRMED -> "feedback";
    };
  }

  /** {@return whether less is worse, so that a value under the threshold crosses it} */
  public boolean isShare() {
    return switch (this) {
      case INPUT_DRIFT, RESIDUAL_DRIFT, CONFIDENCE_DECAY -> false;
      case SHARE_CONFIRMED, PRECISION, RECALL -> true;
    };
  }

  /**
   * Whether a value is bad.
   *
   * @param value the measure
   * @param threshold where it begins to be bad
   * @return of shares, whether it is under the threshold; of the others, whether it is over it
   */
  public boolean crosses(double value, double threshold) {
    return isShare() ? value < threshold : value > threshold;
  }
}
