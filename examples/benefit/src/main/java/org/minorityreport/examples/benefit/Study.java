package org.minorityreport.examples.benefit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came of all worlds, by size. */
final class Study {
  private final SortedMap<Double, List<Outcome>> outcomes = new TreeMap<>();

  void add(double size, Outcome outcome) {
    outcomes.computeIfAbsent(size, s -> new ArrayList<>()).add(outcome);
  }

  List<Double> sizes() {
    return List.copyOf(outcomes.keySet());
  }

  Outcome mean(double size) {
    return Outcome.mean(outcomes.getOrDefault(size, List.of()));
  }

  /** The standard error of the mean error of a fit. */
  double uncertainty(double size, Fit fit) {
    List<Outcome> all = outcomes.getOrDefault(size, List.of());
    double mean = mean(size).error(fit);
    double sum = 0;
    for (Outcome one : all) {
      sum += (one.error(fit) - mean) * (one.error(fit) - mean);
    }
    return all.size() < 2 ? 0 : Math.sqrt(sum / (all.size() - 1) / all.size());
  }
}
