package org.minorityreport.examples.benchmarks.fold;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.minorityreport.examples.benchmarks.child.ChildJvm;
import org.minorityreport.examples.benchmarks.child.Figures;
import org.minorityreport.examples.benchmarks.figure.Goal;
import org.minorityreport.examples.benchmarks.figure.Report;
import org.minorityreport.examples.benchmarks.figure.Spread;

/** Has children fold, each in a JVM of its own, and judges what came out. */
public final class FoldPart {
  private static final double MILLION = 1e6;
  private static final double MEBIBYTE = 1L << 20;
  private static final double LEAST_FOLDED = 30;
  private static final double LEAST_DURABLE = 8;
  private static final double LEAST_F1 = 0.9;
  private static final double MOST_MILLIS = 250;
  private static final int SMALL_HEAP = 1_024;
  private static final int TIMES_THE_STORES = 10;
  private static final double LEAST_FROM_CSV = 5;

  private final Set<FoldKind> kinds;
  private final FoldSizes sizes;
  private final ChildJvm children;
  private final PrintWriter progress;

  /**
   * A part.
   *
   * @param kinds what is measured
   * @param sizes how much
   * @param children starts the JVMs
   * @param progress is told how it goes
   */
  public FoldPart(Set<FoldKind> kinds, FoldSizes sizes, ChildJvm children, PrintWriter progress) {
    this.kinds = kinds;
    this.sizes = sizes;
    this.children = children;
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @param folder an existing folder
   * @param report takes the figures
   * @throws IOException if a child fails
   * @throws InterruptedException if the wait for one is interrupted
   */
  public void run(Path folder, Report report) throws IOException, InterruptedException {
    report.fact(
        String.format(
            Locale.ROOT,
            "Sales: %,d stores x %d SKUs x %d days of 15 minutes, after %d days of history",
            sizes.stores(),
            sizes.skus(),
            sizes.days(),
            FoldSizes.HISTORY_DAYS));
    Map<FoldKind, List<Figures>> all = new EnumMap<>(FoldKind.class);
    for (int round = 0; round < sizes.rounds(); round++) {
      for (FoldKind kind : FoldKind.values()) {
        if (kinds.contains(kind)) {
          try {
            Figures figures = round(kind, folder);
            all.computeIfAbsent(kind, key -> new ArrayList<>()).add(figures);
          } catch (IOException e) {
            if (kind != FoldKind.STREAMED) {
              throw e;
            }
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            report.fact("streamed: does not fit into its heap, FAILED: " + why);
          }
        }
      }
    }
    all.forEach((kind, rounds) -> describe(kind, rounds, report));
    goals(all, report);
  }

  private Figures round(FoldKind kind, Path folder) throws IOException, InterruptedException {
    boolean streamed = kind == FoldKind.STREAMED;
    boolean small = streamed || kind == FoldKind.SMALL_HEAP;
    int heap = small ? SMALL_HEAP : sizes.heapMegabytes();
    Figures figures =
        children.run(
            List.of("-Xmx" + heap + "m", "-Xms" + heap + "m"),
            List.of(
                "fold-round",
                "--what=" + kind.label(),
                "--stores=" + sizes.stores() * (streamed ? TIMES_THE_STORES : 1),
                "--skus=" + sizes.skus(),
                "--days=" + (streamed ? 1 : sizes.days()),
                "--threads=" + sizes.threads(),
                "--dir=" + folder.resolve("fold")));
    progress.printf(Locale.ROOT, "%-12s %8.3f s%n", kind.label(), figures.number("seconds"));
    progress.flush();
    return figures;
  }

  private static List<Double> speeds(List<Figures> rounds) {
    return rounds.stream()
        .map(one -> one.number("points") / one.number("seconds") / MILLION)
        .toList();
  }

  private static void describe(FoldKind kind, List<Figures> rounds, Report report) {
    String what = kind.label() + ": " + kind.description();
    if (kind == FoldKind.TICK) {
      report.figure(what, "ms", millis(rounds));
      report.figure(
          kind.label() + ": reports open",
          "reports",
          rounds.stream().map(one -> one.number("reports")).toList());
    } else {
      report.figure(what, "M points/s", speeds(rounds));
    }
    if (kind == FoldKind.FOLD) {
      report.figure(
          kind.label() + ": F1 of windows",
          "",
          rounds.stream().map(one -> one.number("f1")).toList());
    }
    report.figure(
        kind.label() + ": most memory of the process",
        "MiB",
        rounds.stream().map(one -> one.number("peak_resident") / MEBIBYTE).toList());
  }

  private static List<Double> millis(List<Figures> rounds) {
    return rounds.stream().map(one -> one.number("seconds") * 1e3).toList();
  }

  private static void goals(Map<FoldKind, List<Figures>> all, Report report) {
    List<Figures> fold = all.getOrDefault(FoldKind.FOLD, List.of());
    if (!fold.isEmpty()) {
      report.goal(Goal.atLeast("fold", Spread.of(speeds(fold)), LEAST_FOLDED, "M points/s"));
      List<Double> f1 = fold.stream().map(one -> one.number("f1")).toList();
      report.goal(Goal.atLeast("F1 of windows", Spread.of(f1), LEAST_F1, ""));
    }
    List<Figures> durable = all.getOrDefault(FoldKind.DURABLE, List.of());
    if (!durable.isEmpty()) {
      report.goal(Goal.atLeast("durable", Spread.of(speeds(durable)), LEAST_DURABLE, "M points/s"));
    }
    List<Figures> csv = all.getOrDefault(FoldKind.CSV, List.of());
    if (!csv.isEmpty()) {
      report.goal(Goal.atLeast("from CSV", Spread.of(speeds(csv)), LEAST_FROM_CSV, "M points/s"));
    }
    List<Figures> tick = all.getOrDefault(FoldKind.TICK, List.of());
    if (!tick.isEmpty()) {
      report.goal(Goal.atMost("tick", Spread.of(millis(tick)), MOST_MILLIS, "ms"));
    }
  }
}
