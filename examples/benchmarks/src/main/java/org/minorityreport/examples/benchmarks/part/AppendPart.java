package org.minorityreport.examples.benchmarks.part;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.minorityreport.examples.benchmarks.candidate.CandidateKind;
import org.minorityreport.examples.benchmarks.candidate.CandidateName;
import org.minorityreport.examples.benchmarks.child.ChildJvm;
import org.minorityreport.examples.benchmarks.child.Figures;
import org.minorityreport.examples.benchmarks.child.Folders;
import org.minorityreport.examples.benchmarks.figure.Goal;
import org.minorityreport.examples.benchmarks.figure.Report;
import org.minorityreport.examples.benchmarks.figure.Spread;

/**
 * Writes the same rows with every candidate. Each round of each candidate is a JVM of its own;
 * every other round goes through the candidates backwards, so that none is always first.
 */
public final class AppendPart {
  private static final double MILLION = 1e6;
  private static final double LEAST_OF_FLOOR = 0.6;
  private static final double WISHED_OF_FLOOR = 0.9;
  private static final double TIMES_SQLITE = 1.5;
  private static final double TIMES_ROCKSDB = 3;
  private static final double REPLAY_OF_SERIALISING = 0.8;
  private final List<CandidateName> names;
  private final Sizes sizes;
  private final ChildJvm children;
  private final PrintWriter progress;
  private final Map<CandidateName, List<Figures>> rounds = new LinkedHashMap<>();

  /**
   * A part.
   *
   * @param names what is measured
   * @param sizes how much
   * @param children starts the JVMs
   * @param progress is told how it goes
   */
  public AppendPart(
      List<CandidateName> names, Sizes sizes, ChildJvm children, PrintWriter progress) {
    this.names = List.copyOf(names);
    this.sizes = sizes;
    this.children = children;
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @param folder an existing folder; what is written in it is removed again
   * @param report takes the figures
   * @throws IOException if a child fails
   * @throws InterruptedException if the wait for one is interrupted
   */
  public void run(Path folder, Report report) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory(folder, "round");
    try {
      measure(scratch);
    } finally {
      Folders.delete(scratch);
    }
    describe(report);
  }

  private void measure(Path folder) throws IOException, InterruptedException {

    for (int round = 0; round < sizes.rounds(); round++) {
      List<CandidateName> order = new ArrayList<>(names);
      if (round % 2 == 1) {
        Collections.reverse(order);
      }
      for (CandidateName name : order) {
        Figures figures = child(name, folder);
        rounds.computeIfAbsent(name, key -> new ArrayList<>()).add(figures);
        progress.printf(
            Locale.ROOT,
            "round %d of %d: %-15s %,12.0f rows/s, %.2f s of processors per million%n",
            round + 1,
            sizes.rounds(),
            name,
            rate(figures),
            processors(figures));
        progress.flush();
      }
    }
  }

  private Figures child(CandidateName name, Path folder) throws IOException, InterruptedException {
    String heap = sizes.heapMegabytes() + "m";
    return children.run(
        List.of("-Xms" + heap, "-Xmx" + heap),
        List.of(
            "round",
            "--candidate=" + name,
            "--commits=" + sizes.commits(),
            "--warm-up=" + sizes.warmUpCommits(),
            "--commit=" + sizes.commit(),
            "--dir=" + folder));
  }

  private void describe(Report report) {
    rounds.forEach(
        (name, all) -> {
          String what = name + ": " + name.kind().description();
          report.figure(what, "rows/s", each(all, AppendPart::rate));
        });
    rounds.forEach(
        (name, all) -> {
          String what = name + ": time of processors";
          report.figure(what, "s/1M rows", each(all, AppendPart::processors));
        });
    rounds.forEach(
        (name, all) -> {
          if (name.kind().isStore()) {
            report.figure(name + ": closing", "s", each(all, one -> one.number("close_seconds")));
          }
        });
    rounds.entrySet().stream()
        .filter(each -> each.getKey().kind() != CandidateKind.PLAIN_JACKSON)
        .findFirst()
        .ifPresent(each -> describeRows(each.getValue(), report));
    judge(report);
  }

  private void judge(Report report) {
    for (CandidateName name : names) {
      if (name.kind() == CandidateKind.STORE) {
        ratio(report, name, CandidateKind.JACKSON, LEAST_OF_FLOOR)
            .ifPresent(goal -> report.goal(goal.stretch(WISHED_OF_FLOOR)));
        ratio(report, name, CandidateKind.SQLITE, TIMES_SQLITE);
        ratio(report, name, CandidateKind.ROCKSDB, TIMES_ROCKSDB);
      } else if (name.kind() == CandidateKind.REPLAY) {
        ratio(report, name, CandidateKind.SERIALISE, REPLAY_OF_SERIALISING);
      }
    }
  }

  private void describeRows(List<Figures> all, Report report) {
    Figures one = all.get(0);
    report.fact(
        String.format(
            Locale.ROOT,
            "Rows: %,.0f of MRDL, %.0f bytes of canonical JSON on average, line break included,"
                + " in commits of %,d; making the records (not timed) took %.2f s",
            one.number("rows"),
            one.number("bytes") / one.number("rows"),
            sizes.commit(),
            one.number("make_seconds")));
  }

  /** The goal against a candidate on as many threads, from the ratios within each round. */
  private Optional<Goal> ratio(
      Report report, CandidateName name, CandidateKind against, double bound) {
    CandidateName other = new CandidateName(against, name.threads());
    List<Figures> ours = rounds.getOrDefault(name, List.of());
    List<Figures> theirs = rounds.getOrDefault(other, List.of());
    if (ours.isEmpty() || theirs.isEmpty()) {
      return Optional.empty();
    }
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ours.size(); round++) {
      ratios.add(rate(ours.get(round)) / rate(theirs.get(round)));
    }
    Goal goal = Goal.atLeast(name + " / " + other, Spread.of(ratios), bound, "");
    report.goal(goal);
    return Optional.of(goal);
  }

  private static List<Double> each(List<Figures> all, Function<Figures, Double> figure) {
    return all.stream().map(figure).toList();
  }

  private static double processors(Figures figures) {
    return figures.number("processor_seconds") / figures.number("rows") * MILLION;
  }

  private static double rate(Figures figures) {
    return figures.number("rows") / figures.number("seconds");
  }
}
