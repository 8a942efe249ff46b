package org.minorityreport.core.clustering;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;

/**
 * The shape of an anomaly as 16 numbers that do not depend on how much a store sells (spec 4.2).
 *
 * <p>Source is the slice of a report: actual and expected units per step, summed over the members
 * of its direction. {@code r} is their ratio per step, clamped to [1/64, 64] with 0/0 = 1; {@code
 * s} is 1 for an uplift and -1 for a drop of the whole window; {@code d} is {@code ln r} at 32
 * equally spaced points, unknown steps interpolated; {@code u = s d}, so that a drop has the shape
 * of the uplift that mirrors it. The <i>top</i> of {@code u} is the stretch between the first and
 * last point that reach 9/10 of its maximum.
 *
 * <table>
 * <caption>Features in their order</caption>
 * <tr><th>index, name</th><th>formula</th><th>range</th></tr>
 * <tr><td>0 log_uplift</td><td>ln (sum of actual / sum of expected), known steps</td><td>±4.16</td></tr>
 * <tr><td>1 peak_height</td><td>s max u</td><td>±4.16</td></tr>
 * <tr><td>2 peak_position</td><td>middle of the top, 0 = first, 1 = last point</td><td>0..1</td></tr>
 * <tr><td>3 rise_slope</td><td>(u at start of top - first u) / points between, at least 1</td><td>±8.32</td></tr>
 * <tr><td>4 decay_slope</td><td>(u at end of top - last u) / points between, at least 1</td><td>±8.32</td></tr>
 * <tr><td>5 asymmetry</td><td>centre of mass of max(u, 0), -1 = first, 1 = last point</td><td>±1</td></tr>
 * <tr><td>6 skewness</td><td>third standardised moment of u</td><td>±5.4</td></tr>
 * <tr><td>7 kurtosis</td><td>fourth standardised moment of u, minus 3</td><td>-2..28</td></tr>
 * <tr><td>8 volatility</td><td>population standard deviation of u</td><td>0..4.16</td></tr>
 * <tr><td>9 lag1_autocorrelation</td><td>of u</td><td>±1</td></tr>
 * <tr><td>10 log_duration</td><td>ln (hours from first to end of last step)</td><td>-8.2..</td></tr>
 * <tr><td>11 share_deviating</td><td>share of known steps with s ln r >= ln 1.1</td><td>0..1</td></tr>
 * <tr><td>12 onset_hour_sin</td><td>sin (2 pi x local time of the onset / 24 h)</td><td>±1</td></tr>
 * <tr><td>13 onset_hour_cos</td><td>cos of the same</td><td>±1</td></tr>
 * <tr><td>14 weekend_share</td><td>share of steps that begin on a local Saturday or Sunday</td><td>0..1</td></tr>
 * <tr><td>15 roughness</td><td>mean size of the second differences of u</td><td>0..16.7</td></tr>
 * </table>
 *
 * <p>Local time is that of the store; steps of a day or longer are dates, in every zone alike. With
 * fewer than 4 known steps features 1 to 9, 11 and 15 are 0. Numbers are rounded as rows hold them.
 * Immutable.
 */
public final class FeatureVector {
  /** The number of features. */
  public static final int SIZE = 16;

  /** The number of points to which a curve is resampled. */
  public static final int POINTS = 32;

  /** The number of known steps below which a curve has no shape. */
  public static final int MIN_KNOWN_STEPS = 4;

  /** Names of the features, in their order. */
  public static final List<String> NAMES =
      List.of(
          "log_uplift",
          "peak_height",
          "peak_position",
          "rise_slope",
          "decay_slope",
          "asymmetry",
          "skewness",
          "kurtosis",
          "volatility",
          "lag1_autocorrelation",
          "log_duration",
          "share_deviating",
          "onset_hour_sin",
          "onset_hour_cos",
          "weekend_share",
          "roughness");

  private static final double SECONDS_PER_HOUR = 3600;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double DEVIATES_FROM = 1.1;

  private final List<Double> values;
  private final boolean tooShort;

  private FeatureVector(List<Double> values, boolean tooShort) {
    this.values = Num.round(values);
    this.tooShort = tooShort;
  }

  /**
   * The features of a slice.
   *
   * @param steps the steps of the slice, at least one
   * @param actual units sold per step
   * @param expected units expected per step
   * @param zone zone of the store
   * @return its features
   * @throws org.minorityreport.api.error.InvalidValueException if the lengths differ or are 0
   */
  public static FeatureVector of(
      Steps steps, UnitsColumn actual, UnitsColumn expected, ZoneId zone) {
    Rules.check(steps.count() > 0, "steps", steps.count(), "1 or more");
    Rules.check(actual.size() == steps.count(), "actual", actual.size(), "of " + steps);
    Rules.check(expected.size() == steps.count(), "expected", expected.size(), "of " + steps);
    RatioCurve ratios = RatioCurve.of(actual, expected);
    double[] features = new double[SIZE];
    features[0] = StrictMath.log(ratios.overall());
    boolean tooShort = ratios.known() < MIN_KNOWN_STEPS;
    if (!tooShort) {
      shape(features, ratios);
    }
    calendar(features, steps, steps.cadence().isDaily() ? ZoneOffset.UTC : zone);
    List<Double> values = new ArrayList<>(SIZE);
    for (double feature : features) {
      values.add(feature);
    }
    return new FeatureVector(values, tooShort);
  }

  private static void shape(double[] features, RatioCurve ratios) {
    double side = ratios.overall() < 1 ? -1 : 1;
    double[] curve = ratios.resampledLogs(POINTS);
    for (int i = 0; i < curve.length; i++) {
      curve[i] *= side;
    }
    Peak peak = Peak.of(curve);
    CurveMoments moments = CurveMoments.of(curve);
    features[1] = side * peak.height();
    features[2] = peak.position();
    features[3] = peak.riseSlope();
    features[4] = peak.decaySlope();
    features[5] = asymmetry(curve);
    features[6] = moments.skewness();
    features[7] = moments.excessKurtosis();
    features[8] = moments.deviation();
    features[9] = moments.lagOneAutocorrelation();
    features[11] = shareDeviating(ratios.knownLogs(), side);
    features[15] = moments.roughness();
  }

  private static double asymmetry(double[] curve) {
    double mass = 0;
    double moment = 0;
    for (int i = 0; i < curve.length; i++) {
      double weight = Math.max(curve[i], 0);
      mass += weight;
      moment += weight * i;
    }
    return mass == 0 ? 0 : 2 * moment / mass / (curve.length - 1) - 1;
  }

  private static double shareDeviating(double[] logs, double side) {
    double from = StrictMath.log(DEVIATES_FROM);
    int deviating = 0;
    for (double log : logs) {
      deviating += side * log >= from ? 1 : 0;
    }
    return (double) deviating / logs.length;
  }

  private static void calendar(double[] features, Steps steps, ZoneId zone) {
    double seconds = (double) steps.count() * steps.cadence().seconds();
    features[10] = StrictMath.log(seconds / SECONDS_PER_HOUR);
    LocalTime onset = steps.from().atZone(zone).toLocalTime();
    double angle = 2 * Math.PI * (onset.toSecondOfDay() / SECONDS_PER_DAY);
    features[12] = StrictMath.sin(angle);
    features[13] = StrictMath.cos(angle);
    int weekend = 0;
    for (int i = 0; i < steps.count(); i++) {
      weekend += isWeekend(steps.timeAt(i), zone) ? 1 : 0;
    }
    features[14] = (double) weekend / steps.count();
  }

  private static boolean isWeekend(Instant time, ZoneId zone) {
    DayOfWeek day = ZonedDateTime.ofInstant(time, zone).getDayOfWeek();
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }

  /** {@return the 16 features, in the order of {@link #NAMES}} */
  public List<Double> values() {
    return values;
  }

  /** {@return whether too few steps are known for a shape} */
  public boolean isTooShort() {
    return tooShort;
  }

  /** {@return the features on the common scale of {@link FeatureScales}, for distances} */
  public List<Double> standardised() {
    return FeatureScales.standardise(values);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
