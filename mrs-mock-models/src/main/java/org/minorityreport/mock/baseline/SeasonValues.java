package org.minorityreport.mock.baseline;

import java.util.Arrays;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.value.Units;

/**
 * The known values of one season within a look-back: their median, and how far each lies from the
 * median of the others. Kept from one look to the next, as a look-back moves on by one occurrence a
 * week. One thread at a time.
 */
final class SeasonValues {
  private final History history;
  private final Seasons seasons;
  private final int[] occurrences;
  private int from;
  private int to;
  private int startOfFirst;
  private int startOfNext;
  private long[] values = new long[0];
  private int count;
  private double median = Double.NaN;
  private double residual = Double.NaN;

  SeasonValues(History history, Seasons seasons, int[] occurrences) {
    this.history = history;
    this.seasons = seasons;
    this.occurrences = occurrences;
    this.startOfFirst = startOf(0);
    this.startOfNext = startOfFirst;
  }

  /**
   * Takes the occurrences that begin from one step on and before another, neither of them before
   * those of the last time.
   */
  void look(int start, int end) {
    if (startOfFirst >= start && startOfNext >= end) {
      return;
    }
    int before = count;
    int learnt = 0;
    for (; startOf(to) < end; to++) {
      if (startOf(to) < start) {
        from = to + 1;
      } else {
        learn(occurrences[to]);
        learnt++;
      }
    }
    if (learnt > 1) {
      Arrays.sort(values, 0, count);
    } else {
      insert(before);
    }
    for (; startOf(from) < start; from++) {
      forget(occurrences[from]);
    }
    startOfFirst = startOf(from);
    startOfNext = startOf(to);
    median = count == 0 ? Double.NaN : middle((count - 1) / 2, count / 2) / Units.PER_UNIT;
    residual = compare();
  }

  private int startOf(int index) {
    return index < occurrences.length ? seasons.startOf(occurrences[index]) : Integer.MAX_VALUE;
  }

  private void learn(int occurrence) {
    int end = seasons.endOf(occurrence);
    if (values.length < count + end - seasons.startOf(occurrence)) {
      values = Arrays.copyOf(values, 2 * count + end - seasons.startOf(occurrence));
    }
    for (int step = seasons.startOf(occurrence); step < end; step++) {
      long value = history.thousandthsAt(step);
      if (value != SalesSeries.UNKNOWN) {
        values[count++] = value;
      }
    }
  }

  /** Sorts the values from one on into those before it. */
  private void insert(int first) {
    for (int i = first; i < count; i++) {
      long value = values[i];
      int at = i;
      for (; at > 0 && values[at - 1] > value; at--) {
        values[at] = values[at - 1];
      }
      values[at] = value;
    }
  }

  private void forget(int occurrence) {
    int end = seasons.endOf(occurrence);
    for (int step = seasons.startOf(occurrence); step < end; step++) {
      long value = history.thousandthsAt(step);
      if (value != SalesSeries.UNKNOWN) {
        int at = 0;
        while (values[at] != value) {
          at++;
        }
        count--;
        for (; at < count; at++) {
          values[at] = values[at + 1];
        }
      }
    }
  }

  /** Halfway between two of the sorted values, in thousandths. */
  private double middle(int lower, int upper) {
    return lower == upper ? values[lower] : values[lower] + (values[upper] - values[lower]) / 2.0;
  }

  /**
   * The median of the residuals. Leaving one value out moves the median by half a place: upwards
   * for values below the middle, downwards for those above it. So there are three medians at most,
   * and the residuals of each side are in order as the values are: half of all are taken from the
   * middle outwards.
   */
  private double compare() {
    if (count < 2) {
      return Double.NaN;
    }
    int half = count / 2;
    boolean isOdd = count % 2 == 1;
    double withoutLower = isOdd ? middle(half, half + 1) : values[half];
    double withoutUpper = isOdd ? middle(half - 1, half) : values[half - 1];
    double perLower = perThousandth(withoutLower);
    double perUpper = perThousandth(withoutUpper);
    double own = Double.POSITIVE_INFINITY;
    if (isOdd) {
      double others = middle(half - 1, half + 1);
      own = Math.abs(values[half] - others) * perThousandth(others);
    }
    int low = half - 1;
    int high = isOdd ? half + 1 : half;
    double below = (withoutLower - values[low]) * perLower;
    double above = (values[high] - withoutUpper) * perUpper;
    double before = 0;
    double now = 0;
    for (int taken = 0; taken <= half; taken++) {
      before = now;
      if (own <= below && own <= above) {
        now = own;
        own = Double.POSITIVE_INFINITY;
      } else if (below <= above) {
        now = below;
        low--;
        below = low < 0 ? Double.POSITIVE_INFINITY : (withoutLower - values[low]) * perLower;
      } else {
        now = above;
        high++;
        above = high == count ? Double.POSITIVE_INFINITY : (values[high] - withoutUpper) * perUpper;
      }
    }
    return isOdd ? now : before + (now - before) / 2;
  }

  private static double perThousandth(double level) {
    return 1 / (Units.PER_UNIT * scatter(level / Units.PER_UNIT));
  }

  /** {@return how counts scatter around a level, in units; one more, as few small counts err so} */
  static double scatter(double level) {
    return Math.sqrt(1 + Math.max(0, level));
  }

  /** {@return how many values there are} */
  int count() {
    return count;
  }

  /** {@return the median in units, NaN if there is no value} */
  double median() {
    return median;
  }

  /**
   * {@return the median of how far each value lies from the median of the others, in units of the
   * scatter; NaN of fewer than two values}
   */
  double residual() {
    return residual;
  }
}
