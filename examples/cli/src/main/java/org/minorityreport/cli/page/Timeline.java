package org.minorityreport.cli.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.minorityreport.api.view.MinorityEvent;

/** Events over time: a bar each, from the beginning of the window to its end. */
record Timeline(int width, int height, List<Bar> bars, List<SalesChart.Tick> times, int bottom) {
  private static final int WIDTH = 1040;
  private static final int ROW = 26;
  private static final int BAR = 14;
  private static final int HEAD = 26;
  private static final int LEFT = 8;
  private static final int NAME = 330;
  private static final int LETTERS = 50;
  private static final int MOST_TIMES = 9;
  private static final double THINNEST = 4;

  static Timeline of(List<MinorityEvent> events, Palette palette) {
    List<MinorityEvent> ordered = new ArrayList<>(events);
    ordered.sort(
        Comparator.comparing(MinorityEvent::windowStart).thenComparing(MinorityEvent::eventId));
    if (ordered.isEmpty()) {
      return new Timeline(WIDTH, HEAD, List.of(), List.of(), HEAD);
    }
    Instant from = ordered.get(0).windowStart();
    Instant to = from.plus(Duration.ofHours(1));
    for (MinorityEvent event : ordered) {
      Instant end = event.windowEnd().orElse(event.windowStart().plus(Duration.ofHours(1)));
      to = end.isAfter(to) ? end : to;
    }
    double perSecond = (double) (WIDTH - LEFT - NAME) / Duration.between(from, to).toSeconds();
    List<Bar> bars = new ArrayList<>();
    for (MinorityEvent event : ordered) {
      Instant end = event.windowEnd().orElse(to);
      double x = LEFT + perSecond * Duration.between(from, event.windowStart()).toSeconds();
      double width =
          Math.max(THINNEST, perSecond * Duration.between(event.windowStart(), end).toSeconds());
      int y = HEAD + ROW * bars.size();
      String name = EventPart.title(event);
      bars.add(
          new Bar(
              event.eventId().abbreviated(),
              Amounts.place(x),
              Amounts.place(y + (ROW - BAR) / 2.0),
              Amounts.place(width),
              BAR,
              Amounts.place(x + width + 8),
              Amounts.place(y + ROW / 2.0 + 4),
              palette.colour(event),
              event.windowEnd().isEmpty(),
              name.length() > LETTERS ? name.substring(0, LETTERS - 1).strip() + "\u2026" : name,
              name
                  + ", "
                  + Times.brief(event.windowStart())
                  + " to "
                  + event.windowEnd().map(Times::brief).orElse("now, still open")));
    }
    List<SalesChart.Tick> times = new ArrayList<>();
    for (Instant time : Axis.times(from, to, MOST_TIMES)) {
      double x = LEFT + perSecond * Duration.between(from, time).toSeconds();
      times.add(new SalesChart.Tick(Amounts.place(x), Times.onAxis(time, from, to)));
    }
    int bottom = HEAD + ROW * bars.size();
    return new Timeline(WIDTH, bottom + 8, bars, times, bottom);
  }

  /** One event. */
  record Bar(
      String id,
      String x,
      String y,
      String width,
      int height,
      String nameX,
      String nameY,
      String colour,
      boolean open,
      String name,
      String words) {}
}
