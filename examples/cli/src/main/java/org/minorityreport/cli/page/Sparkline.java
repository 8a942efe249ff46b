package org.minorityreport.cli.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.feed.SeriesPoint;

/** The sales of one report in the height of a line of text: what was sold, what was expected. */
record Sparkline(int width, int height, String actual, String expected) {
  private static final int WIDTH = 132;
  private static final int HEIGHT = 26;
  private static final int EDGE = 2;

  static Optional<Sparkline> of(List<SeriesPoint> points) {
    double greatest = 0;
    for (SeriesPoint point : points) {
      greatest = Math.max(greatest, number(point.actualUnits()));
      greatest = Math.max(greatest, number(point.expectedUnits()));
    }
    if (points.size() < 2 || greatest <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Sparkline(WIDTH, HEIGHT, line(points, greatest, true), line(points, greatest, false)));
  }

  private static double number(Optional<BigDecimal> value) {
    return value.map(BigDecimal::doubleValue).orElse(0.0);
  }

  private static String line(List<SeriesPoint> points, double greatest, boolean actual) {
    long from = points.get(0).timestamp().getEpochSecond();
    long length = points.get(points.size() - 1).timestamp().getEpochSecond() - from;
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (SeriesPoint point : points) {
      Optional<BigDecimal> value =
          !actual
              ? point.expectedUnits()
              : point.unknown() ? Optional.empty() : point.actualUnits();
      if (value.isPresent()) {
        double x = (double) (point.timestamp().getEpochSecond() - from) / length;
        double y = Math.max(0, value.get().doubleValue()) / greatest;
        path.append(drawing ? 'L' : 'M')
            .append(Amounts.place(EDGE + x * (WIDTH - 2 * EDGE)))
            .append(' ')
            .append(Amounts.place(HEIGHT - EDGE - y * (HEIGHT - 2 * EDGE)));
      }
      drawing = value.isPresent();
    }
    return path.toString();
  }
}
