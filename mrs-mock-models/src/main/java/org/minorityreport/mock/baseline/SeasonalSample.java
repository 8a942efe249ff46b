package org.minorityreport.mock.baseline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.value.Units;

/**
 * What the look-back says of one occurrence of a season: the median of its season, and how far
 * sales usually lie from such a median.
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
 * One thread at a time.
 */
final class SeasonalSample {
  /** Makes the median of absolute deviations a standard deviation if they are normal. */
  private static final double NORMAL = 1.4826;

  /** Variance of the median of n normal values is about half pi over n + 1. */
  private static final double MEDIAN_VARIANCE = StrictMath.PI / 2;

  /** Fewer residuals than this of one hour are not trusted alone. */
  private static final int ENOUGH = 84;

  private final History history;
  private final Seasons seasons;
  private final int lookBack;
  private final int minimum;
  private final int reach;
  private final @Nullable SeasonValues[] known;
  private final SeasonValues[] looked;
  private final double[] levels = new double[Seasons.DAYS];
  private int oldest;
  private int occurrence = -1;
  private double expected;
  private double spread;

  /**
   * A sample of some history.
   *
   * @param lookBack number of steps before an occurrence that are looked at
   * @param minimum number of steps that the oldest known one must lie before it
   */
  SeasonalSample(History history, Seasons seasons, int lookBack, int minimum) {
    this.history = history;
    this.seasons = seasons;
    this.lookBack = lookBack;
    this.minimum = minimum;
    int perPart = lookBack / seasons.partCount();
    this.reach = perPart >= ENOUGH ? 0 : Math.min(1, (seasons.partCount() - 1) / 2);
    this.known = new SeasonValues[seasons.partCount() * Seasons.DAYS];
    this.looked = new SeasonValues[(2 * reach + 1) * Seasons.DAYS];
  }

  /** Looks at one step; afterwards {@link #expected} and {@link #spread} are of it. */
  void look(int step) {
    if (seasons.occurrenceAt(step) != occurrence) {
      occurrence = seasons.occurrenceAt(step);
      lookAt(seasons.startOf(occurrence));
    }
  }

  private void lookAt(int end) {
    expected = Double.NaN;
    spread = Double.NaN;
    int start = Math.max(0, end - lookBack);
    oldest = Math.max(oldest, start);
    while (oldest < end && history.thousandthsAt(oldest) == SalesSeries.UNKNOWN) {
      oldest++;
    }
    if (end - oldest < minimum) {
      return;
    }
    int part = seasons.partOf(occurrence);
    gather(part, start, end);
    SeasonValues own = looked[seasons.dayOf(occurrence)];
    if (own.count() < 2) {
      return;
    }
    double median = own.median();
    expected = Math.max(0, Math.min(Units.MAX_UNITS, median));
    double least = Math.sqrt(1 + MEDIAN_VARIANCE / (own.count() + 1));
    double typical = Math.max(typical(Seasons.DAYS), typical(looked.length));
    double level = Math.max(median, (median + level()) / 2);
    spread = SeasonValues.scatter(level) * Math.max(least, NORMAL * typical);
  }

  /** {@return expected units of the step looked at last, NaN if nothing can be said} */
  double expected() {
    return expected;
  }

  /** {@return spread of the step looked at last, NaN if nothing can be said} */
  double spread() {
    return spread;
  }

  /** The seasons of this hour on all days, then those of the hours beside it. */
  private void gather(int part, int start, int end) {
    for (int i = 0; i < looked.length; i++) {
      int beside = (i / Seasons.DAYS + 1) / 2 * (i / Seasons.DAYS % 2 == 1 ? 1 : -1);
      int of = Math.floorMod(part + beside, seasons.partCount());
      int at = of * Seasons.DAYS + i % Seasons.DAYS;
      SeasonValues values = known[at];
      if (values == null) {
        values = new SeasonValues(history, seasons, seasons.occurrencesOf(of, i % Seasons.DAYS));
        known[at] = values;
      }
      values.look(start, end);
      looked[i] = values;
    }
  }

  /** The mean of the residuals of the first seasons looked at. */
  private double typical(int used) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < used; i++) {
      if (looked[i].count() > 1) {
        sum += looked[i].residual();
        count++;
      }
    }
    return sum / count;
  }

  /** The level of this hour on all days: the median of those of its seasons. */
  private double level() {
    int count = 0;
    for (int day = 0; day < Seasons.DAYS; day++) {
      if (looked[day].count() > 0) {
        levels[count++] = looked[day].median();
      }
    }
    Arrays.sort(levels, 0, count);
    double upper = levels[count / 2];
    return count % 2 == 1 ? upper : levels[count / 2 - 1] + (upper - levels[count / 2 - 1]) / 2;
  }
}
