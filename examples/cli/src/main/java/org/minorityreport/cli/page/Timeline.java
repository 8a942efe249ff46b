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

  /** Room for a name behind the last bar; a name stands on that side where there is more room. */
  private static final int NAME = 190;

  private static final double LETTER = 6.4;
  private static final int GAP = 8;
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
      double right = WIDTH - x - width;
      boolean behind = right >= x;
      int letters = (int) ((Math.max(right, x) - 2 * GAP) / LETTER);
      bars.add(
          new Bar(
              event.eventId().abbreviated(),
              Amounts.place(x),
              Amounts.place(y + (ROW - BAR) / 2.0),
              Amounts.place(width),
              BAR,
              Amounts.place(behind ? x + width + GAP : x - GAP),
              Amounts.place(y + ROW / 2.0 + 4),
              behind ? "start" : "end",
              palette.colour(event),
              event.windowEnd().isEmpty(),
              shortened(name, letters),
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

  /** A name that fits; never half of a character. */
  private static String shortened(String name, int letters) {
    return name.codePointCount(0, name.length()) <= letters
        ? name
        : name.substring(0, name.offsetByCodePoints(0, letters - 1)).strip() + "\u2026";
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
      String side,
      String colour,
      boolean open,
      String name,
      String words) {}
}
