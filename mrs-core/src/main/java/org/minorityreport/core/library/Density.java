package org.minorityreport.core.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.apache.commons.math3.ml.clustering.Cluster;
import org.apache.commons.math3.ml.clustering.Clusterable;
import org.apache.commons.math3.ml.clustering.DBSCANClusterer;
import org.minorityreport.api.id.ReportId;

/**
 * Groups reports that lie close together, however many groups there are (DBSCAN: Ester, Kriegel,
 * Sander, Xu, <i>A density-based algorithm for discovering clusters</i>, KDD 1996). The distance is
 * 1 less the cosine of standardised features, as cluster models use it. Takes time with the square
 * of the reports.
 */
final class Density {
  private Density() {}

  /**
   * Finds the groups.
   *
   * @param features standardised features by report: the order in which a report that two groups
   *     could have is given to one
   * @param radius how far neighbours lie apart at most
   * @param least how many reports make a group at least, 2 or more
   * @return groups of sorted ids, by their first
   */
  static List<List<ReportId>> groups(
      SortedMap<ReportId, List<Double>> features, double radius, int least) {
    List<Point> points = new ArrayList<>();
    features.forEach((id, values) -> points.add(new Point(id, values)));
    DBSCANClusterer<Point> clusterer = // which does not count the point itself
        new DBSCANClusterer<>(radius, least - 1, (a, b) -> distance(a, b));
    List<List<ReportId>> groups = new ArrayList<>();
    for (Cluster<Point> cluster : clusterer.cluster(points)) {
      groups.add(cluster.getPoints().stream().map(Point::report).distinct().sorted().toList());
    }
    groups.sort(Comparator.comparing(group -> group.get(0)));
    return groups;
  }

  static double distance(double[] a, double[] b) {
    double product = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      first += a[i] * a[i];
      second += b[i] * b[i];
    }
    double length = Math.sqrt(first) * Math.sqrt(second);
    return length == 0 ? 1 : Math.max(0, 1 - product / length);
  }

  /** A report by its place among shapes. */
  private static final class Point implements Clusterable {
    private final ReportId report;
    private final double[] place;

    Point(ReportId report, List<Double> features) {
      this.report = report;
      this.place = features.stream().mapToDouble(Double::doubleValue).toArray();
    }

    ReportId report() {
      return report;
    }

    @Override
    public double[] getPoint() {
      return place;
    }
  }
}
