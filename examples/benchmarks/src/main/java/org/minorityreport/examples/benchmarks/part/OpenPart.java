package org.minorityreport.examples.benchmarks.part;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.minorityreport.examples.benchmarks.candidate.StoreCandidate;
import org.minorityreport.examples.benchmarks.child.ChildJvm;
import org.minorityreport.examples.benchmarks.child.ChildResult;
import org.minorityreport.examples.benchmarks.child.Figures;
import org.minorityreport.examples.benchmarks.child.Folders;
import org.minorityreport.examples.benchmarks.figure.Goal;
import org.minorityreport.examples.benchmarks.figure.Report;
import org.minorityreport.examples.benchmarks.figure.Spread;

/**
 * Builds one large store in a small heap, looking at what it holds on the way, then opens it again
 * and again: with its index, and with the index removed.
 */
public final class OpenPart {
  private static final double MEBIBYTE = 1L << 20;
  private static final double MEGABYTE = 1e6;
  private static final String CACHE = "cache";
  private static final double MOST_SECONDS_TO_OPEN = 0.5;
  private static final double LEAST_SPEED_OF_REBUILDING = 500;

  /** Of a row, with its part of the journal and of the index: more than it takes. */
  private static final long BYTES_OF_A_ROW = 900;

  private final Sizes sizes;
  private final ChildJvm children;
  private final PrintWriter progress;
  private List<String> jvmOptions;

  /**
   * A part.
   *
   * @param sizes how much
   * @param children starts the JVMs
   * @param progress is told how it goes
   */
  public OpenPart(Sizes sizes, ChildJvm children, PrintWriter progress) {
    this.sizes = sizes;
    this.children = children;
    this.progress = progress;
    this.jvmOptions = List.of("-Xmx" + sizes.smallHeapMegabytes() + "m");
  }

  /**
   * Measures.
   *
   * @param folder an existing folder; the store stays in it and is used again
   * @param report takes the figures
   * @throws IOException if a child fails
   * @throws InterruptedException if the wait for one is interrupted
   */
  public void run(Path folder, Report report) throws IOException, InterruptedException {
    Path store = folder.resolve("store-of-" + sizes.openCommits() * sizes.commit() + "-rows");
    Path done = folder.resolve(store.getFileName() + ".complete");
    if (Files.exists(done)) {
      report.note("The store of the figures for opening was there: " + store);
    } else {
      build(store, report);
      Files.createFile(done);
    }
    double bytes = StoreCandidate.segmentBytes(store);
    List<Figures> opened = open(store, false);
    boolean isIndexed = Files.exists(store.resolve(CACHE));
    List<Figures> rebuilt = open(store, true);
    describe(report, "opening with its index", opened);
    describe(report, "opening without its index", rebuilt);
    report.goal(Goal.atMost("opening with its index", seconds(opened), MOST_SECONDS_TO_OPEN, "s"));
    List<Double> speeds =
        rebuilt.stream().map(each -> bytes / MEGABYTE / each.number("seconds")).toList();
    report.goal(
        Goal.atLeast("rebuilding the index", Spread.of(speeds), LEAST_SPEED_OF_REBUILDING, "MB/s"));
    if (!isIndexed) {
      report.note("The store has no cache, as with few rows: every opening reads all of it.");
    }
  }

  private void build(Path store, Report report) throws IOException, InterruptedException {
    if (!tryToBuild(store, report)) {
      report.note(
          "A heap of "
              + sizes.smallHeapMegabytes()
              + " MiB was not enough; the store was built and opened with the JVM's own size.");
      jvmOptions = List.of();
      if (!tryToBuild(store, report)) {
        throw new IOException("the store of " + sizes.openRows() + " rows needs more memory");
      }
    }
  }

  private boolean tryToBuild(Path store, Report report) throws IOException, InterruptedException {
    Folders.delete(store);
    checkSpace(store.toAbsolutePath().getParent());
    List<Figures> stops = new ArrayList<>();
    ChildResult result =
        children.run(
            jvmOptions,
            List.of(
                "build",
                "--commits=" + sizes.openCommits(),
                "--commit=" + sizes.commit(),
                "--dir=" + store),
            stop -> {
              stops.add(stop);
              progress.printf(
                  Locale.ROOT,
                  "building: %,.0f rows after %.1f s%n",
                  stop.number("rows"),
                  stop.number("seconds"));
              progress.flush();
            });
    for (Figures stop : stops) {
      report.figure(
          String.format(
              Locale.ROOT,
              "heap after %,.0f rows, of at most %,.0f MiB",
              stop.number("rows"),
              stop.number("max_heap") / MEBIBYTE),
          "MiB",
          List.of(stop.number("heap") / MEBIBYTE));
    }
    if (result.exit() != 0 && !result.isOutOfMemory()) {
      throw new IOException("building the store failed: " + result.errors());
    }
    if (result.exit() == 0) {
      Figures last = stops.get(stops.size() - 1);
      report.goal(
          Goal.atMost(
              String.format(Locale.ROOT, "heap held by %,.0f rows", last.number("rows")),
              Spread.of(List.of(last.number("heap") / MEBIBYTE)),
              sizes.smallHeapMegabytes(),
              "MiB"));
    }
    return result.exit() == 0;
  }

  private void checkSpace(@Nullable Path folder) throws IOException {
    if (folder == null) {
      return;
    }
    long needed = sizes.openCommits() * sizes.commit() * BYTES_OF_A_ROW;
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < needed) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s has %,d bytes free, a store of %,d rows may need %,d; choose another --dir or fewer"
                  + " --open-rows",
              folder,
              free,
              sizes.openCommits() * sizes.commit(),
              needed));
    }
  }

  private List<Figures> open(Path store, boolean withoutIndex)
      throws IOException, InterruptedException {
    List<Figures> all = new ArrayList<>();
    for (int round = 0; round < sizes.rounds(); round++) {
      if (withoutIndex) {
        Folders.delete(store.resolve(CACHE));
      }
      Figures figures =
          children.run(jvmOptions, List.of("open", "--commit=" + sizes.commit(), "--dir=" + store));
      progress.printf(
          Locale.ROOT,
          "round %d of %d: opened in %.3f s%n",
          round + 1,
          sizes.rounds(),
          figures.number("seconds"));
      progress.flush();
      all.add(figures);
    }
    return all;
  }

  private static void describe(Report report, String what, List<Figures> all) {
    figure(report, what, "s", all, "seconds", 1);
    figure(report, what + ", whole process", "s", all, "process_seconds", 1);
    figure(report, what + ", first commit", "s", all, "first_commit_seconds", 1);
    figure(report, what + ", heap", "MiB", all, "heap", MEBIBYTE);
    if (all.stream().allMatch(each -> each.number("peak_resident") > 0)) {
      figure(report, what + ", peak of the process", "MiB", all, "peak_resident", MEBIBYTE);
    }
  }

  private static void figure(
      Report report, String what, String unit, List<Figures> all, String name, double scale) {
    report.figure(what, unit, all.stream().map(each -> each.number(name) / scale).toList());
  }

  private static Spread seconds(List<Figures> all) {
    return Spread.of(all.stream().map(each -> each.number("seconds")).toList());
  }
}
