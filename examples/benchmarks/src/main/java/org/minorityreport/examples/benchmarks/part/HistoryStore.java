package org.minorityreport.examples.benchmarks.part;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.minorityreport.examples.benchmarks.child.ChildJvm;
import org.minorityreport.examples.benchmarks.child.ChildResult;
import org.minorityreport.examples.benchmarks.child.Figures;
import org.minorityreport.examples.benchmarks.child.Folders;

/** A store with the history of a run, which stays in its folder and grows from round to round. */
final class HistoryStore {
  private static final String CACHE = "cache";

  private final Path directory;
  private final HistorySizes sizes;
  private final ChildJvm children;

  private HistoryStore(Path directory, HistorySizes sizes, ChildJvm children) {
    this.directory = directory;
    this.sizes = sizes;
    this.children = children;
  }

  /** The store of so many ticks in a folder; made if it is not there. */
  static HistoryStore of(
      Path folder, long ticks, HistorySizes sizes, ChildJvm children, PrintWriter progress)
      throws IOException, InterruptedException {
    Path directory = folder.resolve("hydrate-of-" + ticks * sizes.commit() + "-rows");
    Path done = folder.resolve(directory.getFileName() + ".complete");
    HistoryStore store = new HistoryStore(directory, sizes, children);
    if (!Files.exists(done)) {
      Folders.delete(directory);
      Figures figures = store.append(ticks, sizes.commit());
      Files.createFile(done);
      progress.printf(Locale.ROOT, "made %s in %.1f s%n", directory, figures.number("seconds"));
      progress.flush();
    }
    store.showCache();
    return store;
  }

  Path directory() {
    return directory;
  }

  /** Appends ticks at which only the reports in the first places have rows. */
  Figures append(long ticks, int places) throws IOException, InterruptedException {
    return children.run(
        jvmOptions(),
        List.of(
            "fill",
            "--ticks=" + ticks,
            "--reports=" + sizes.commit(),
            "--places=" + places,
            "--dir=" + directory));
  }

  /** Leaves a snapshot of the view in the cache of the store. */
  Figures snapshot() throws IOException, InterruptedException {
    return children.run(jvmOptions(), List.of("snapshot", "--dir=" + directory));
  }

  /** Makes an archive of the classes that a child loads; empty if this JVM cannot. */
  Optional<Path> archive(List<String> command) throws IOException, InterruptedException {
    Path archive = directory.resolveSibling("classes.jsa");
    Files.deleteIfExists(archive);
    ChildResult result =
        children.run(with("-XX:ArchiveClassesAtExit=" + archive), command, figures -> {});
    return result.exit() == 0 && Files.exists(archive) ? Optional.of(archive) : Optional.empty();
  }

  /** Runs a child that finds its classes in an archive. */
  ChildResult run(List<String> command, Path archive, List<Figures> figures)
      throws IOException, InterruptedException {
    return children.run(with("-XX:SharedArchiveFile=" + archive), command, figures::add);
  }

  /** Runs a child on the store, with or without what the store keeps beside the logs. */
  ChildResult run(List<String> command, boolean withoutCache, List<Figures> figures)
      throws IOException, InterruptedException {
    if (withoutCache && Files.exists(directory.resolve(CACHE))) {
      Files.move(directory.resolve(CACHE), aside());
    }
    try {
      return children.run(jvmOptions(), command, figures::add);
    } finally {
      if (withoutCache) {
        showCache();
      }
    }
  }

  /** What was made meanwhile is thrown away: the cache that counts is the one put aside. */
  private void showCache() throws IOException {
    if (Files.exists(aside())) {
      Folders.delete(directory.resolve(CACHE));
      Files.move(aside(), directory.resolve(CACHE));
    }
  }

  private Path aside() {
    return directory.resolveSibling(directory.getFileName() + ".cache");
  }

  private List<String> with(String option) {
    List<String> options = new ArrayList<>(jvmOptions());
    options.add(option);
    return options;
  }

  private List<String> jvmOptions() {
    return List.of("-Xmx" + sizes.heapMegabytes() + "m");
  }
}
