package org.minorityreport.examples.benchmarks.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.minorityreport.examples.benchmarks.child.Figures;
import org.minorityreport.examples.benchmarks.figure.Goal;
import org.minorityreport.examples.benchmarks.figure.Report;
import org.minorityreport.examples.benchmarks.figure.Spread;
import org.minorityreport.examples.benchmarks.reading.ReadingKind;

/** What hydration should reach, judged by what was measured; what was not is left out. */
final class HydrationGoals {
  private static final double REBUILD_TO_DUCKDB = 0.45;
  private static final double REBUILD_TO_SCAN = 1.2;
  private static final double CACHED_TO_SCAN = 0.7;
  private static final double MIDDLE_TO_NOW = 1;
  private static final double GROWTH = 11;
  private static final double SECONDS_TO_PAGE = 0.6;
  private static final double MILLIS_TO_REFRESH = 20;
  private static final double MEBIBYTES = 1_024;

  private final Map<String, List<Figures>> rounds;
  private final Report report;

  HydrationGoals(Map<String, List<Figures>> rounds, Report report) {
    this.rounds = rounds;
    this.report = report;
  }

  void judge() {
    String rebuild = ReadingKind.REBUILD.label();
    String scan = ReadingKind.KEYSCAN.label();
    ratio(rebuild, ReadingKind.DUCKDB.label(), REBUILD_TO_DUCKDB);
    ratio(rebuild, scan, REBUILD_TO_SCAN);
    ratio(ReadingKind.REBUILD_CACHED.label(), scan, CACHED_TO_SCAN);
    ratio(ReadingKind.ASOF_MIDDLE.label(), rebuild, MIDDLE_TO_NOW);
    ratio(rebuild, HydratePart.GROWTH, GROWTH);
    bound(ReadingKind.FIRST_PAGE.label(), "seconds_from_start", 1, SECONDS_TO_PAGE, "s");
    bound(HydratePart.REFRESH, "seconds", 1e3, MILLIS_TO_REFRESH, "ms");
    bound(rebuild, "peak_resident", 1.0 / (1 << 20), MEBIBYTES, "MiB");
  }

  /** A goal about two times within a round; the median of the ratios counts. */
  private void ratio(String name, String other, double bound) {
    List<Figures> ours = rounds.getOrDefault(name, List.of());
    List<Figures> theirs = rounds.getOrDefault(other, List.of());
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < Math.min(ours.size(), theirs.size()); round++) {
      ratios.add(ours.get(round).number("seconds") / theirs.get(round).number("seconds"));
    }
    if (!ratios.isEmpty()) {
      report.goal(Goal.atMost(name + " / " + other, Spread.of(ratios), bound, ""));
    }
  }

  private void bound(String name, String figure, double scale, double bound, String unit) {
    List<Double> found =
        rounds.getOrDefault(name, List.of()).stream()
            .map(one -> one.number(figure) * scale)
            .toList();
    if (!found.isEmpty()) {
      report.goal(Goal.atMost(name + ", " + unit, Spread.of(found), bound, unit));
    }
  }
}
