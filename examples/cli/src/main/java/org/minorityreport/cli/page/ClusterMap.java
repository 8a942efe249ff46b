package org.minorityreport.cli.page;

import java.util.ArrayList;
import java.util.Comparator;
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
    middles.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.comparingInt(Middle::count).reversed()))
        .forEach(entry -> names.add(entry.getValue().named(entry.getKey(), names)));
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

  /** The name of a cluster, above most of its reports. */
  record Name(double atX, double atY, String text, int count) {
    private static final double LETTER = 6.6;
    private static final int MORE_LETTERS = 5;
    private static final double LINE = 17;

    /** {@return the horizontal place} */
    public String x() {
      return Amounts.place(atX);
    }

    /** {@return the vertical place} */
    public String y() {
      return Amounts.place(atY);
    }

    boolean covers(Name other) {
      double widths = (text.length() + other.text.length() + 2 * MORE_LETTERS) * LETTER;
      return Math.abs(atY - other.atY) < LINE && Math.abs(atX - other.atX) < widths / 2;
    }
  }

  private static final class Middle {
    private static final double ABOVE = 14;
    private static final double LEAST = 16;
    private static final double ASIDE = 18;
    private static final int TRIES = 10;

    private final List<Double> xs = new ArrayList<>();
    private final List<Double> ys = new ArrayList<>();

    void add(double x, double y) {
      xs.add(x);
      ys.add(y);
    }

    int count() {
      return xs.size();
    }

    /** {@return the name where it covers none of the others, if there is such a place nearby} */
    Name named(String name, List<Name> others) {
      double x = part(xs, 2);
      double kept = Math.max(2 * EDGE, Math.min(WIDTH - 2 * EDGE, x));
      double y = part(ys, 4) - ABOVE;
      Name placed = new Name(kept, Math.max(LEAST, y), name, count());
      for (int i = 1; i <= TRIES && others.stream().anyMatch(placed::covers); i++) {
        double moved = y + (i % 2 == 0 ? -1 : 1) * ((i + 1) / 2) * ASIDE;
        placed = new Name(kept, Math.max(LEAST, Math.min(HEIGHT - LEAST, moved)), name, count());
      }
      return placed;
    }

    /** The value below which one in so many lie. */
    private static double part(List<Double> values, int of) {
      return values.stream().sorted().toList().get(values.size() / of);
    }
  }
}
