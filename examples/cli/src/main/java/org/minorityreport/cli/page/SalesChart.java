package org.minorityreport.cli.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.feed.SeriesPoint;
import org.minorityreport.api.series.TimeSpan;

/**
 * Actual against expected sales, with the band in which sales usually lie, the window of the event
 * shaded, and within it what lies between the two. A gap in a line is a step that nobody knows.
 */
record SalesChart(
    int width,
    int height,
    String actual,
    String expected,
    String band,
    String between,
    String windowFrom,
    String windowWidth,
    int windowHeight,
    List<Tick> times,
    List<Tick> amounts,
    String left,
    String right,
    String top,
    String bottom,
    String words) {
  private static final int WIDTH = 1040;
  private static final int HEIGHT = 260;
  private static final int LEFT = 46;
  private static final int RIGHT = 6;
  private static final int TOP = 12;
  private static final int BOTTOM = 26;
  private static final int MOST_TIMES = 9;

  static Optional<SalesChart> of(List<SeriesPoint> points, TimeSpan window, String words) {
    double greatest = 0;
    for (SeriesPoint point : points) {
      greatest = Math.max(greatest, number(point.actualUnits()));
      greatest = Math.max(greatest, number(point.expectedUpper()));
    }
    if (points.size() < 2 || greatest <= 0) {
      return Optional.empty();
    }
    Instant from = points.get(0).timestamp();
    Instant to = points.get(points.size() - 1).timestamp();
    List<Double> amounts = Axis.amounts(greatest);
    Scale scale = new Scale(from, to, amounts.get(amounts.size() - 1));
    double windowFrom = scale.x(later(window.from(), from));
    double windowTo = scale.x(window.to().isBefore(to) ? window.to() : to);
    List<Tick> times = new ArrayList<>();
    for (Instant time : Axis.times(from, to, MOST_TIMES)) {
      times.add(new Tick(Amounts.place(scale.x(time)), Times.onAxis(time, from, to)));
    }
    List<Tick> levels = new ArrayList<>();
    for (double amount : amounts) {
      levels.add(new Tick(Amounts.place(scale.y(amount)), Amounts.plain(amount)));
    }
    return Optional.of(
        new SalesChart(
            WIDTH,
            HEIGHT,
            line(points, scale, true),
            line(points, scale, false),
            band(points, scale),
            between(points, window, scale),
            Amounts.place(windowFrom),
            Amounts.place(Math.max(1, windowTo - windowFrom)),
            HEIGHT - TOP - BOTTOM,
            times,
            levels,
            Amounts.place(LEFT),
            Amounts.place(WIDTH - RIGHT),
            Amounts.place(TOP),
            Amounts.place(HEIGHT - BOTTOM),
            words));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static double number(Optional<BigDecimal> value) {
    return value.map(BigDecimal::doubleValue).orElse(0.0);
  }

  private static String line(List<SeriesPoint> points, Scale scale, boolean actual) {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    for (SeriesPoint point : points) {
      Optional<BigDecimal> value =
          !actual
              ? point.expectedUnits()
              : point.unknown() ? Optional.empty() : point.actualUnits();
      if (value.isPresent()) {
        path.append(drawing ? 'L' : 'M').append(scale.place(point, value.get()));
      }
      drawing = value.isPresent();
    }
    return path.toString();
  }

  private static String band(List<SeriesPoint> points, Scale scale) {
    StringBuilder path = new StringBuilder();
    int from = 0;
    while (from < points.size()) {
      int to = from;
      while (to < points.size()
          && points.get(to).expectedUpper().isPresent()
          && points.get(to).expectedLower().isPresent()) {
        to++;
      }
      if (to - from > 1) {
        for (int i = from; i < to; i++) {
          SeriesPoint point = points.get(i);
          path.append(i == from ? 'M' : 'L')
              .append(scale.place(point, point.expectedUpper().orElse(BigDecimal.ZERO)));
        }
        for (int i = to - 1; i >= from; i--) {
          SeriesPoint point = points.get(i);
          path.append('L')
              .append(scale.place(point, point.expectedLower().orElse(BigDecimal.ZERO)));
        }
        path.append('Z');
      }
      from = to + 1;
    }
    return path.toString();
  }

  /** What was sold above or below the expectation, within the window. */
  private static String between(List<SeriesPoint> points, TimeSpan window, Scale scale) {
    StringBuilder path = new StringBuilder();
    int from = 0;
    while (from < points.size()) {
      int to = from;
      while (to < points.size() && isIn(window, points.get(to))) {
        to++;
      }
      if (to - from > 1) {
        for (int i = from; i < to; i++) {
          SeriesPoint point = points.get(i);
          path.append(i == from ? 'M' : 'L')
              .append(scale.place(point, point.actualUnits().orElse(BigDecimal.ZERO)));
        }
        for (int i = to - 1; i >= from; i--) {
          SeriesPoint point = points.get(i);
          path.append('L')
              .append(scale.place(point, point.expectedUnits().orElse(BigDecimal.ZERO)));
        }
        path.append('Z');
      }
      from = to + 1;
    }
    return path.toString();
  }

  private static boolean isIn(TimeSpan window, SeriesPoint point) {
    return !point.unknown()
        && point.actualUnits().isPresent()
        && point.expectedUnits().isPresent()
        && !point.timestamp().isBefore(window.from())
        && point.timestamp().isBefore(window.to());
  }

  /** A place on an axis and what is written there. */
  record Tick(String at, String text) {}

  private record Scale(Instant from, Instant to, double greatest) {
    double x(Instant time) {
      double share =
          (double) (time.getEpochSecond() - from.getEpochSecond())
              / (to.getEpochSecond() - from.getEpochSecond());
      return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    double y(double amount) {
      double share = Math.max(0, Math.min(1, amount / greatest));
      return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }

    String place(SeriesPoint point, BigDecimal amount) {
      return Amounts.place(x(point.timestamp())) + " " + Amounts.place(y(amount.doubleValue()));
    }
  }
}
