package org.minorityreport.mock.baseline;

import java.util.Arrays;
import org.minorityreport.api.value.Units;

/**
 * What the steps of the look-back say of one step: the median of its season, and how far sales
 * usually lie from such a median.
 *
 * <p>The spread is 1.4826 times the median of absolute residuals of the same hour of the day on all
 * days. Four choices make it honest on small and uneven samples:
 *
 * <ul>
 *   <li>Each value is compared with the median of the <em>other</em> values of its season. Against
 *       a median that it takes part in, a value looks closer than it is (of four normal values by a
 *       factor of 1.39); left out, it lies as far from it as a new step would, so that there is no
 *       shrinkage to correct and the error of the median itself is counted in.
 *   <li>Residuals are pooled in units of the scatter of counts, the square root of what was
 *       expected, so that quiet weekdays do not narrow a busy Saturday. As a season may be
 *       estimated too low, the way back takes the mean of its level and that of the hour on all
 *       days, if that is more.
 *   <li>Where an hour has few residuals (28 at an hourly cadence), which alone are often far too
 *       narrow, the hours beside it are pooled too, and the wider of both results is taken: the
 *       hour beside it may be one at which the store is closed.
 *   <li>Nothing that is counted is steadier than independent purchases, whose variance is their
 *       mean: the spread is never below the square root of the expected units plus one.
 * </ul>
 *
 * One thread at a time; its buffers are used again for each step.
 */
final class SeasonalSample {
  /** Makes the median of absolute deviations a standard deviation if they are normal. */
  private static final double NORMAL = 1.4826;

  /** Variance of the median of n normal values is about half pi over n + 1. */
  private static final double MEDIAN_VARIANCE = StrictMath.PI / 2;

  /** Fewer residuals than this of one hour are not trusted alone. */
  private static final int ENOUGH = 84;

  private final double[] units;
  private final Seasons seasons;
  private final int lookBack;
  private final int minimum;
  private final int reach;
  private final int[] ends;
  private double[] values = new double[0];
  private double[] residuals = new double[0];
  private double expected;
  private double spread;

  /**
   * A sample of some history.
   *
   * @param lookBack number of steps before the one asked about that are looked at
   * @param minimum number of steps that the oldest known one must lie before it
   */
  SeasonalSample(History history, int lookBack, int minimum) {
    this.units = history.units();
    this.seasons = history.seasons();
    this.lookBack = lookBack;
    this.minimum = minimum;
    int perPart = lookBack / seasons.partCount();
    this.reach = perPart >= ENOUGH ? 0 : Math.min(1, (seasons.partCount() - 1) / 2);
    this.ends = new int[(2 * reach + 1) * Seasons.DAYS];
  }

  /** Looks at one step; afterwards {@link #expected} and {@link #spread} are of it. */
  void look(int step) {
    expected = Double.NaN;
    spread = Double.NaN;
    int start = Math.max(0, step - lookBack);
    while (start < step && Double.isNaN(units[start])) {
      start++;
    }
    if (step - start < minimum) {
      return;
    }
    collect(start, step);
    int season = seasons.dayAt(step);
    int own = ends[season] - (season == 0 ? 0 : ends[season - 1]);
    if (own < 2) {
      return;
    }
    sortGroups();
    double median = Ordered.median(values, ends[season] - own, ends[season]);
    expected = Math.max(0, Math.min(Units.MAX_UNITS, median));
    double least = Math.sqrt(1 + MEDIAN_VARIANCE / (own + 1));
    double typical = pooled();
    spread = scatter(Math.max(median, (median + level()) / 2)) * Math.max(least, typical);
  }

  /** {@return expected units of the step looked at last, NaN if nothing can be said} */
  double expected() {
    return expected;
  }

  /** {@return spread of the step looked at last, NaN if nothing can be said} */
  double spread() {
    return spread;
  }

  /** Groups the values of the same hour by day, then those of the hours beside it. */
  private void collect(int start, int step) {
    Arrays.fill(ends, 0);
    for (int i = start; i < step; i++) {
      int group = group(i, step);
      if (group >= 0) {
        ends[group]++;
      }
    }
    int total = 0;
    for (int g = 0; g < ends.length; g++) {
      total += ends[g];
      ends[g] = total;
    }
    if (values.length < total) {
      values = new double[total + total / 8];
      residuals = new double[values.length];
    }
    for (int i = step - 1; i >= start; i--) { // from the ends down, which become the starts
      int group = group(i, step);
      if (group >= 0) {
        values[--ends[group]] = units[i];
      }
    }
    System.arraycopy(ends, 1, ends, 0, ends.length - 1);
    ends[ends.length - 1] = total;
  }

  private int group(int index, int step) {
    if (Double.isNaN(units[index])) {
      return -1;
    }
    int apart = seasons.partAt(index) - seasons.partAt(step);
    if (apart == 0) {
      return seasons.dayAt(index);
    }
    if (reach == 0) {
      return -1;
    }
    int last = seasons.partCount() - 1;
    if (apart == 1 || apart == -last) {
      return Seasons.DAYS + seasons.dayAt(index);
    }
    return apart == -1 || apart == last ? 2 * Seasons.DAYS + seasons.dayAt(index) : -1;
  }

  private void sortGroups() {
    int from = 0;
    for (int end : ends) {
      Arrays.sort(values, from, end);
      from = end;
    }
  }

  private double pooled() {
    int count = 0;
    double own = 0;
    int from = 0;
    for (int g = 0; g < ends.length; g++) {
      count = residualsOf(from, ends[g], count);
      from = ends[g];
      if (g == Seasons.DAYS - 1) {
        own = spreadOf(count);
      }
    }
    return reach == 0 ? own : Math.max(own, spreadOf(count));
  }

  private int residualsOf(int from, int to, int count) {
    int next = count;
    if (to - from >= 2) {
      for (int i = from; i < to; i++) {
        double others = Ordered.medianWithout(values, from, to, i);
        residuals[next++] = Math.abs(values[i] - others) / scatter(others);
      }
    }
    return next;
  }

  /**
   * How counts scatter around a level; one more, since the median of a few small counts errs so.
   */
  private static double scatter(double level) {
    return Math.sqrt(1 + Math.max(0, level));
  }

  /** The median of this hour on all days; called last, since it takes the groups apart. */
  private double level() {
    int end = ends[Seasons.DAYS - 1];
    Arrays.sort(values, 0, end);
    return Ordered.median(values, 0, end);
  }

  private double spreadOf(int count) {
    Arrays.sort(residuals, 0, count);
    return NORMAL * Ordered.median(residuals, 0, count);
  }
}
