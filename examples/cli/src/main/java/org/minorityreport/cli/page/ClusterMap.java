package org.minorityreport.cli.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minorityreport.api.view.MinorityReport;

/** Where reports lie by their shape: those that look alike lie together. */
record ClusterMap(
    int width, int height, List<Point> points, List<Name> names, String without, boolean any) {
  private static final int WIDTH = 1040;
  private static final int HEIGHT = 420;
  private static final int EDGE = 46;
  private static final double SMALLEST = 3.5;
  private static final double LARGER = 5.5;

  static ClusterMap of(List<MinorityReport> reports, Palette palette) {
    List<MinorityReport> placed = new ArrayList<>();
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (MinorityReport report : reports) {
      if (report.embeddingX().isPresent() && report.embeddingY().isPresent()) {
        placed.add(report);
        left = Math.min(left, report.embeddingX().getAsDouble());
        right = Math.max(right, report.embeddingX().getAsDouble());
        low = Math.min(low, report.embeddingY().getAsDouble());
        high = Math.max(high, report.embeddingY().getAsDouble());
      }
    }
    List<Point> points = new ArrayList<>();
    Map<String, Middle> middles = new TreeMap<>();
    for (MinorityReport report : placed) {
      double x = place(report.embeddingX().orElse(0), left, right, WIDTH);
      double y = HEIGHT - place(report.embeddingY().orElse(0), low, high, HEIGHT);
      String cluster = report.clusterName().orElse("no cluster");
      report
          .clusterName()
          .ifPresent(name -> middles.computeIfAbsent(name, n -> new Middle()).add(x, y));
      points.add(
          new Point(
              Amounts.place(x),
              Amounts.place(y),
              Amounts.place(SMALLEST + LARGER * report.severityScore()),
              palette.colour(report),
              report.clusterName().isEmpty(),
              report.reportId().abbreviated()
                  + " at "
                  + report.storeId()
                  + ": "
                  + cluster
                  + ", "
                  + report.proposedCause().orElse("no cause")));
    }
    List<Name> names = new ArrayList<>();
    middles.forEach((name, middle) -> names.add(middle.named(name)));
    return new ClusterMap(
        WIDTH, HEIGHT, points, names, without(reports.size() - placed.size()), !points.isEmpty());
  }

  private static String without(int count) {
    return count == 0
        ? ""
        : Amounts.count(count, "report was", "reports were") + " too short to be placed.";
  }

  private static double place(double value, double from, double to, int size) {
    return to == from ? size / 2.0 : EDGE + (value - from) / (to - from) * (size - 2 * EDGE);
  }

  /** One report. */
  record Point(String x, String y, String r, String colour, boolean unclustered, String words) {}

  /** The name of a cluster, above the middle of its reports. */
  record Name(String x, String y, String text, int count) {}

  private static final class Middle {
    private static final double ABOVE = 16;

    private double x;
    private double top = Double.MAX_VALUE;
    private int count;

    void add(double atX, double atY) {
      x += atX;
      top = Math.min(top, atY);
      count++;
    }

    Name named(String name) {
      double kept = Math.max(2 * EDGE, Math.min(WIDTH - 2 * EDGE, x / count));
      return new Name(
          Amounts.place(kept), Amounts.place(Math.max(ABOVE, top - ABOVE)), name, count);
    }
  }
}
