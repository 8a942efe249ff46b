package org.minorityreport.core.feed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.feed.SeriesPoint;

/**
 * Fewer points that look the same: Largest-Triangle-Three-Buckets (S. Steinarsson, Downsampling
 * Time Series for Visual Representation, 2013). Of each bucket that point stays which makes the
 * largest triangle with the one chosen before and the mean of the next bucket, so peaks stay.
 */
final class Thinning {
  private Thinning() {}

  /**
   * Thins points.
   *
   * @param points points by time
   * @param most how many to keep at most, 3 or more
   * @return all of them if they are no more, else so many, the first and the last among them
   */
  static List<SeriesPoint> thin(List<SeriesPoint> points, int most) {
    int count = points.size();
    if (count <= most) {
      return points;
    }
    List<SeriesPoint> kept = new ArrayList<>(most);
    kept.add(points.get(0));
    double every = (count - 2) / (double) (most - 2);
    int chosen = 0;
    for (int bucket = 0; bucket < most - 2; bucket++) {
      int from = (int) (bucket * every) + 1;
      int to = (int) ((bucket + 1) * every) + 1;
      int end = Math.min((int) ((bucket + 2) * every) + 1, count);
      chosen = largest(points, chosen, from, to, mean(points, to, Math.max(end, to + 1)));
      kept.add(points.get(chosen));
    }
    kept.add(points.get(count - 1));
    return kept;
  }

  /** The mean of a bucket: place and height. */
  private static double[] mean(List<SeriesPoint> points, int from, int to) {
    double place = 0;
    double height = 0;
    for (int i = from; i < to; i++) {
      place += x(points, i);
      height += y(points, i);
    }
    return new double[] {place / (to - from), height / (to - from)};
  }

  private static int largest(
      List<SeriesPoint> points, int before, int from, int to, double[] next) {
    int best = from;
    double greatest = -1;
    for (int i = from; i < to; i++) {
      double area =
          Math.abs(
              (x(points, before) - next[0]) * (y(points, i) - y(points, before))
                  - (x(points, before) - x(points, i)) * (next[1] - y(points, before)));
      if (area > greatest) {
        greatest = area;
        best = i;
      }
    }
    return best;
  }

  private static double x(List<SeriesPoint> points, int index) {
    return points.get(index).timestamp().getEpochSecond();
  }

  /** An unknown step is drawn where it was expected. */
  private static double y(List<SeriesPoint> points, int index) {
    SeriesPoint point = points.get(index);
    return point.actualUnits().or(point::expectedUnits).orElse(BigDecimal.ZERO).doubleValue();
  }
}
