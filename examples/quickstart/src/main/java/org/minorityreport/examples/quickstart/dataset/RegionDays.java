package org.minorityreport.examples.quickstart.dataset;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the rows of a region's stores say of its days; one thread at a time. A day of a region is of
 * a kind if at least half of its rows say so.
 */
final class RegionDays {
  private final SortedMap<String, SortedMap<LocalDate, SortedMap<String, Integer>>> votes =
      new TreeMap<>();
  private final SortedMap<String, SortedMap<LocalDate, Integer>> rows = new TreeMap<>();
  private final SortedSet<String> kinds = new TreeSet<>();

  void addRow(String region, LocalDate day) {
    rows.computeIfAbsent(region, k -> new TreeMap<>()).merge(day, 1, Integer::sum);
  }

  void vote(String kind, String region, LocalDate day) {
    kinds.add(kind);
    votes
        .computeIfAbsent(region, k -> new TreeMap<>())
        .computeIfAbsent(day, k -> new TreeMap<>())
        .merge(kind, 1, Integer::sum);
  }

  /** {@return the kinds that any row named} */
  SortedSet<String> kinds() {
    return kinds;
  }

  /** {@return the last day of which any row speaks; there must be one} */
  LocalDate lastDay() {
    return rows.values().stream()
        .map(days -> days.lastKey())
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  /** {@return the days of each region, flagged where they are of the kind} */
  FlaggedDays<String> of(String kind) {
    FlaggedDays<String> days = new FlaggedDays<>();
    rows.forEach(
        (region, counts) ->
            counts.forEach(
                (day, count) -> {
                  int said =
                      votes
                          .getOrDefault(region, new TreeMap<>())
                          .getOrDefault(day, new TreeMap<>())
                          .getOrDefault(kind, 0);
                  days.add(region, day, said > 0 && 2 * said >= count);
                }));
    return days;
  }
}
