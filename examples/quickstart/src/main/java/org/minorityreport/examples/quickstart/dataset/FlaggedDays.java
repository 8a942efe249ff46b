package org.minorityreport.examples.quickstart.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Days that carry a flag, by place; one thread at a time. Equal runs of several places are one.
 *
 * @param <P> what a place is: a store, a region
 */
final class FlaggedDays<P extends Comparable<P>> {
  private final SortedMap<P, SortedSet<LocalDate>> seen = new TreeMap<>();
  private final SortedMap<P, SortedSet<LocalDate>> flagged = new TreeMap<>();

  void add(P place, LocalDate day, boolean flag) {
    seen.computeIfAbsent(place, k -> new TreeSet<>()).add(day);
    if (flag) {
      flagged.computeIfAbsent(place, k -> new TreeSet<>()).add(day);
    }
  }

  /**
   * The runs of flagged days.
   *
   * @param isBridge whether a day without the flag ends no run
   * @return the runs by time, each with its places, sorted
   */
  SortedMap<DayRun, List<P>> runs(Predicate<LocalDate> isBridge) {
    SortedMap<DayRun, List<P>> runs = new TreeMap<>();
    flagged.forEach(
        (place, days) ->
            DayRun.of(days, isBridge)
                .forEach(r -> runs.computeIfAbsent(r, k -> new ArrayList<>()).add(place)));
    return runs;
  }

  /** {@return whether these are all the places that say anything of the days of a run} */
  boolean isEverywhere(DayRun run, List<P> places) {
    long known =
        seen.values().stream()
            .filter(days -> !days.subSet(run.first(), run.last().plusDays(1)).isEmpty())
            .count();
    return places.size() == known;
  }
}
