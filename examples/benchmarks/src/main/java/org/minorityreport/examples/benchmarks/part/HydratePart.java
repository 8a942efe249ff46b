package org.minorityreport.examples.benchmarks.part;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.minorityreport.examples.benchmarks.candidate.StoreCandidate;
import org.minorityreport.examples.benchmarks.child.ChildJvm;
import org.minorityreport.examples.benchmarks.child.ChildResult;
import org.minorityreport.examples.benchmarks.child.Figures;
import org.minorityreport.examples.benchmarks.figure.Report;
import org.minorityreport.examples.benchmarks.reading.ReadingKind;

/**
 * Reads the history of a run in all ways, each time in a JVM of its own; every other round goes
 * through them backwards. In each round all of them must find the same. What appends to the store
 * comes at the end of a round.
 */
public final class HydratePart {
  /** A view in a running process, brought up to date. */
  public static final String REFRESH = "refresh";

  /** Hydration of a tenth of the history. */
  public static final String GROWTH = "growth";

  /** The first page of a JVM that is given an archive of its classes. */
  private static final String ARCHIVED = "first-page-archived";

  /** A snapshot of the view, written. */
  private static final String SNAPSHOT = "snapshot";

  private static final double MEBIBYTE = 1L << 20;
  private static final double MEGABYTE = 1e6;
  private static final double MILLIS = 1e3;

  /** As many as a day has ticks: the median is that of a process that has run for a while. */
  private static final int REFRESHES = 97;

  private static final List<String> AGREED = List.of("reports", "sales", "confidence");

  private final Set<String> names;
  private final HistorySizes sizes;
  private final ChildJvm children;
  private final PrintWriter progress;
  private final Report report;
  private final Map<String, List<Figures>> rounds = new LinkedHashMap<>();

  /**
   * A part.
   *
   * @param names what is measured: labels of readings, {@link #REFRESH}, {@link #GROWTH}
   * @param sizes how much
   * @param children starts the JVMs
   * @param progress is told how it goes
   * @param report takes the figures
   */
  public HydratePart(
      Set<String> names,
      HistorySizes sizes,
      ChildJvm children,
      PrintWriter progress,
      Report report) {
    this.names = new LinkedHashSet<>(names);
    this.sizes = sizes;
    this.children = children;
    this.progress = progress;
    this.report = report;
  }

  /**
   * Measures.
   *
   * @param folder an existing folder; the stores stay in it and are used again
   * @throws IOException if a child fails, or found something else than the others
   * @throws InterruptedException if the wait for one is interrupted
   */
  public void run(Path folder) throws IOException, InterruptedException {
    HistoryStore store = HistoryStore.of(folder, sizes.ticks(), sizes, children, progress);
    double bytes = StoreCandidate.segmentBytes(store.directory());
    report.fact(
        String.format(
            Locale.ROOT,
            "History: %,d rows in each of MRDL, MRCL, MRPAL and MRCH, %,.0f MB in all, in commits"
                + " of %,d",
            sizes.ticks() * sizes.commit(),
            bytes / MEGABYTE,
            sizes.commit()));
    for (int round = 0; round < sizes.rounds(); round++) {
      if (names.contains(ReadingKind.REBUILD_CACHED.label())
          || names.contains(ReadingKind.FIRST_PAGE.label())) {
        rounds.computeIfAbsent(SNAPSHOT, key -> new ArrayList<>()).add(store.snapshot());
      }
      readings(store, round);
      if (names.contains(GROWTH)) {
        HistoryStore tenth =
            HistoryStore.of(folder, sizes.ticksOfTenth(), sizes, children, progress);
        read(tenth, ReadingKind.REBUILD, GROWTH);
      }
      if (names.contains(ReadingKind.FIRST_PAGE.label())) {
        store.append(1, sizes.places());
        read(store, ReadingKind.FIRST_PAGE, ReadingKind.FIRST_PAGE.label());
        readArchived(store);
      }
      if (names.contains(REFRESH)) {
        refresh(store);
      }
    }
    describe();
    new HydrationGoals(rounds, report).judge();
  }

  private void readings(HistoryStore store, int round) throws IOException, InterruptedException {
    List<ReadingKind> order = new ArrayList<>(List.of(ReadingKind.values()));
    order.removeIf(kind -> kind == ReadingKind.FIRST_PAGE || !names.contains(kind.label()));
    if (round % 2 == 1) {
      Collections.reverse(order);
    }
    Map<String, Figures> answers = new LinkedHashMap<>();
    for (ReadingKind kind : order) {
      for (Figures figures : read(store, kind, kind.label())) {
        if (kind.isComparable()) {
          answers.put(kind.label(), figures);
        }
      }
    }
    compare(answers);
  }

  private static void compare(Map<String, Figures> answers) throws IOException {
    for (String what : AGREED) {
      Map<String, Double> found = new LinkedHashMap<>();
      answers.forEach((label, figures) -> found.put(label, figures.number(what)));
      if (Set.copyOf(found.values()).size() > 1) {
        throw new IOException("the readings do not agree on " + what + ": " + found);
      }
    }
  }

  private List<Figures> read(HistoryStore store, ReadingKind kind, String name)
      throws IOException, InterruptedException {
    return child(store, name, kind.isWithoutCache(), command(store, kind));
  }

  private List<String> command(HistoryStore store, ReadingKind kind) {
    return List.of(
        "read",
        "--reading=" + kind.label(),
        "--threads=" + sizes.threads(),
        "--started=" + System.currentTimeMillis(),
        "--dir=" + store.directory());
  }

  /**
   * The first page of a process that finds its classes in an archive, as docs/hydration.md says.
   */
  private void readArchived(HistoryStore store) throws IOException, InterruptedException {
    Optional<Path> archive = store.archive(command(store, ReadingKind.FIRST_PAGE));
    if (archive.isEmpty()) {
      report.note(ARCHIVED + ": not measured, for no archive of classes could be made.");
      return;
    }
    List<Figures> figures = new ArrayList<>();
    ChildResult result = store.run(command(store, ReadingKind.FIRST_PAGE), archive.get(), figures);
    Files.delete(archive.get());
    take(ARCHIVED, result, figures);
  }

  private void refresh(HistoryStore store) throws IOException, InterruptedException {
    child(
        store,
        REFRESH,
        false,
        List.of(
            "refresh",
            "--reports=" + sizes.commit(),
            "--places=" + sizes.places(),
            "--times=" + REFRESHES,
            "--dir=" + store.directory()));
  }

  /** Runs a child; one that lacks memory is told of and not run again. */
  private List<Figures> child(
      HistoryStore store, String name, boolean withoutCache, List<String> command)
      throws IOException, InterruptedException {
    List<Figures> figures = new ArrayList<>();
    ChildResult result = store.run(command, withoutCache, figures);
    if (result.isOutOfMemory()) {
      names.remove(name);
      report.note(name + ": a heap of " + sizes.heapMegabytes() + " MiB was not enough.");
      return List.of();
    }
    take(name, result, figures);
    return figures;
  }

  private void take(String name, ChildResult result, List<Figures> figures) throws IOException {
    if (result.exit() != 0 || figures.isEmpty()) {
      throw new IOException(name + " ended with " + result.exit() + ": " + result.errors());
    }
    rounds.computeIfAbsent(name, key -> new ArrayList<>()).addAll(figures);
    progress.printf(Locale.ROOT, "%-20s %.3f s%n", name, figures.get(0).number("seconds"));
    progress.flush();
  }

  private void describe() {
    rounds.forEach(
        (name, all) -> {
          boolean isRefresh = name.equals(REFRESH);
          String seconds =
              name.startsWith(ReadingKind.FIRST_PAGE.label()) ? "seconds_from_start" : "seconds";
          report.figure(
              name + ": " + description(name),
              isRefresh ? "ms" : "s",
              each(all, seconds, isRefresh ? MILLIS : 1));
        });
    rounds.forEach(
        (name, all) -> {
          if (!name.equals(REFRESH) && !name.equals(SNAPSHOT)) {
            report.figure(name + ": time of processors", "s", each(all, "processor_seconds", 1));
          }
        });
    rounds.forEach(
        (name, all) -> {
          if (all.stream().allMatch(each -> each.number("peak_resident") > 0)) {
            report.figure(
                name + ": peak of the process", "MiB", each(all, "peak_resident", 1 / MEBIBYTE));
          }
        });
  }

  private static String description(String name) {
    return switch (name) {
      case REFRESH -> "a view after 1,000 new rows, in a running process";
      case ARCHIVED -> "the same with the classes in an archive, -XX:SharedArchiveFile";
      case SNAPSHOT -> "a snapshot of the view, written";
      case GROWTH -> "hydration of a tenth of the history, without the cache";
      default -> ReadingKind.byLabel(name).description();
    };
  }

  private static List<Double> each(List<Figures> all, String figure, double scale) {
    return all.stream().map(one -> one.number(figure) * scale).toList();
  }
}
