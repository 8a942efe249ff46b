package org.minorityreport.examples.quickstart.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.minorityreport.api.input.ContextEvent;

/**
 * Days of extreme weather of a region: the strongest hundredth of its own days in gusts, rain or
 * heat, and days of snow that stay below freezing.
 *
 * <p>The file of a region stands in for its climate normals, so what is extreme is told from all
 * its days; but an event is known only once its day is over.
 */
final class WeatherExtremes {
  private static final String DATE = "Date";
  private static final String GUST = "Max_Gust_SpeedKm_h";
  private static final String RAIN = "Precipitationmm";
  private static final String WARMTH = "Max_TemperatureC";
  private static final String EVENTS = "Events";
  private static final double EXTREME_SHARE = 0.99;

  private WeatherExtremes() {}

  /**
   * Reads a file per region, those that are there.
   *
   * @param folder has files named after regions
   * @param regions the regions
   * @param refusals takes bad rows
   * @return an event per region, kind and day
   */
  static List<ContextEvent> read(Path folder, SortedSet<String> regions, Refusals refusals) {
    List<ContextEvent> events = new ArrayList<>();
    for (String region : regions) {
      String file = region + ".csv";
      if (Files.isRegularFile(folder.resolve(file))) {
        SortedMap<LocalDate, Day> days = new TreeMap<>();
        new TableReader(folder, file, ';', List.of(DATE, GUST, RAIN, WARMTH, EVENTS))
            .read(refusals, "context_", row -> days.put(row.date(DATE), day(row)));
        addEvents(region, days, events);
      }
    }
    return events;
  }

  private static Day day(TableRow row) {
    return new Day(
        known(row.number(GUST)),
        known(row.number(RAIN)),
        known(row.number(WARMTH)),
        row.optional(EVENTS).map(e -> Set.of(e.split("-", -1))).orElse(Set.of()));
  }

  /** A value that was not measured is less than any that was. */
  private static double known(OptionalDouble value) {
    return value.orElse(Double.NEGATIVE_INFINITY);
  }

  private static void addEvents(
      String region, SortedMap<LocalDate, Day> days, List<ContextEvent> events) {
    double gust = extreme(days, Day::gust);
    double rain = extreme(days, Day::rain);
    double warmth = extreme(days, Day::warmth);
    days.forEach(
        (date, day) -> {
          if (day.gust() >= gust) {
            events.add(event("storm", "Storm", region, date, GUST, day.gust()));
          }
          if (day.rain() >= rain) {
            events.add(event("rain", "Heavy rain", region, date, RAIN, day.rain()));
          }
          if (day.warmth() >= warmth) {
            events.add(event("heat", "Heat", region, date, WARMTH, day.warmth()));
          }
          if (day.events().contains("Snow") && day.warmth() < 0 && day.isWarmthKnown()) {
            events.add(event("snow", "Snow and frost", region, date, WARMTH, day.warmth()));
          }
        });
  }

  /** {@return from where on a value is among the strongest; nothing is if nothing was measured} */
  private static double extreme(SortedMap<LocalDate, Day> days, ToDoubleFunction<Day> measure) {
    double[] values = days.values().stream().mapToDouble(measure).toArray();
    if (values.length == 0) {
      return Double.POSITIVE_INFINITY;
    }
    Arrays.sort(values);
    double threshold = values[Math.min(values.length - 1, (int) (EXTREME_SHARE * values.length))];
    boolean differs = threshold > values[0] && Double.isFinite(threshold);
    return differs ? threshold : Double.POSITIVE_INFINITY;
  }

  private static ContextEvent event(
      String subtype, String name, String region, LocalDate date, String measure, double value) {
    return ContextEvent.builder()
        .contextId(subtype + "_" + region + "_" + date)
        .category("weather")
        .subtype(subtype)
        .name(name)
        .start(DailySales.startOf(date))
        .end(DailySales.startOf(date.plusDays(1)))
        .addRegions(region)
        .source("weather of " + region)
        .recordedAt(DailySales.startOf(date.plusDays(1)))
        .putAttributes(measure, value)
        .build();
  }

  /** What is read of a day; minus infinity where nothing was measured. */
  private record Day(double gust, double rain, double warmth, Set<String> events) {
    boolean isWarmthKnown() {
      return Double.isFinite(warmth);
    }
  }
}
