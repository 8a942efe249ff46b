package org.minorityreport.examples.quickstart.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Predicate;

/**
 * Days in a row. Immutable.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
record DayRun(LocalDate first, LocalDate last) implements Comparable<DayRun> {
  private static final Comparator<DayRun> BY_TIME =
      Comparator.comparing(DayRun::first).thenComparing(DayRun::last);

  /**
   * The days as runs.
   *
   * @param days some days
   * @param isBridge whether a missing day ends no run
   * @return the runs in order; they begin and end with one of the days
   */
  static List<DayRun> of(SortedSet<LocalDate> days, Predicate<LocalDate> isBridge) {
    List<DayRun> runs = new ArrayList<>();
    for (LocalDate day : days) {
      DayRun before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (before != null && before.last().plusDays(1).datesUntil(day).allMatch(isBridge)) {
        runs.set(runs.size() - 1, new DayRun(before.first(), day));
      } else {
        runs.add(new DayRun(day, day));
      }
    }
    return runs;
  }

  Instant start() {
    return DailySales.startOf(first);
  }

  Instant end() {
    return DailySales.startOf(last.plusDays(1));
  }

  long days() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  @Override
  public int compareTo(DayRun other) {
    return BY_TIME.compare(this, other);
  }

  /** First and last day, as ids hold them. */
  @Override
  public String toString() {
    return first + "_" + last;
  }
}
