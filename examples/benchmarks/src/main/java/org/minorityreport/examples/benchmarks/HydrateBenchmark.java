package org.minorityreport.examples.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minorityreport.examples.benchmarks.child.ChildJvm;
import org.minorityreport.examples.benchmarks.child.Folders;
import org.minorityreport.examples.benchmarks.figure.Machine;
import org.minorityreport.examples.benchmarks.figure.Report;
import org.minorityreport.examples.benchmarks.part.HistorySizes;
import org.minorityreport.examples.benchmarks.part.HydratePart;
import org.minorityreport.examples.benchmarks.reading.ReadingKind;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code hydrate}; picocli fills its fields. One thread at a time. */
@Command(
    name = "hydrate",
    mixinStandardHelpOptions = true,
    versionProvider = BenchmarksVersion.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Makes the current reports out of the history of a run: by hydration, by plain floors and by"
          + " DuckDB, all of which must find the same. Every reading is a JVM of its own.",
      ""
    },
    footer = {
      "",
      "NAMES are bytes, keyscan, jackson, duckdb, rebuild, rebuild-cached, asof-middle, first-page,"
          + " refresh and growth.",
      "Exit codes: 0 measured, 1 failed or, with --check, a goal was missed, 2 wrong usage.",
      "",
      "Examples:",
      "  benchmarks hydrate                                  small and quick",
      "  benchmarks hydrate --full --folder /data/bench      1,000,000 rows in each of four logs",
      "  benchmarks hydrate --rows 100000 --only keyscan,duckdb,rebuild --folder /data/bench"
    })
public final class HydrateBenchmark implements Callable<Integer> {
  private static final int MISSED = 1;
  private static final long FULL_ROWS = 1_000_000;
  private static final int FULL_ROUNDS = 3;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows of each log of reports; default: 10000.")
  private @Nullable Long rows;

  @Option(
      names = "--commit",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "Reports that are open, so rows of each log in a commit. Default: ${DEFAULT-VALUE}.")
  private int commit = 1_000;

  @Option(names = "--rounds", paramLabel = "N", description = "How often; default: 1.")
  private @Nullable Integer rounds;

  @Option(names = "--full", description = "1,000,000 rows, 3 rounds; about 5 GB of disk.")
  private boolean isFull;

  @Option(
      names = {"--folder", "--dir"},
      paramLabel = "DIR",
      description =
          "Where the stores are made; they stay there for the next time. Default: a temporary"
              + " folder.")
  private @Nullable Path folder;

  @Option(
      names = "--only",
      paramLabel = "NAMES",
      split = ",",
      description = "What to measure, separated by commas; default: everything.")
  private @Nullable List<String> only;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Threads of the floors and of DuckDB. Default: ${DEFAULT-VALUE}.")
  private int threads = 2;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "850",
      description = "Heap of each JVM, besides which it takes some 150. Default: ${DEFAULT-VALUE}.")
  private int heap = 850;

  @Option(names = "--json", description = "Print JSON instead of tables.")
  private boolean isJson;

  @Option(names = "--check", description = "Exit with 1 if a goal was missed.")
  private boolean isCheck;

  @Spec private @Nullable CommandSpec spec;

  /** A command without arguments. */
  HydrateBenchmark() {}

  @Override
  public Integer call() throws Exception {
    CommandLine command = command();
    Set<String> names = names();
    HistorySizes sizes = sizes();
    Report report = new Report();
    Path stores =
        folder == null ? Files.createTempDirectory("benchmarks") : Files.createDirectories(folder);
    try {
      report.fact(Machine.line(stores));
      new HydratePart(names, sizes, new ChildJvm(Benchmarks.class), command.getErr(), report)
          .run(stores);
    } finally {
      if (folder == null) {
        Folders.delete(stores);
      }
    }
    command.getOut().println(isJson ? report.json() : report.text());
    command.getOut().flush();
    return isCheck && !report.isGoalsMet() ? MISSED : 0;
  }

  private HistorySizes sizes() {
    long count = rows != null ? rows : isFull ? FULL_ROWS : 10_000;
    int times = rounds != null ? rounds : isFull ? FULL_ROUNDS : 1;
    try {
      return new HistorySizes(count, (int) Math.min(commit, count), times, threads, heap);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command(), String.valueOf(e.getMessage()), e);
    }
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    if (only == null) {
      Arrays.stream(ReadingKind.values()).map(ReadingKind::label).forEach(names::add);
      names.addAll(List.of(HydratePart.REFRESH, HydratePart.GROWTH));
      return names;
    }
    for (String name : only) {
      if (!name.equals(HydratePart.REFRESH) && !name.equals(HydratePart.GROWTH)) {
        try {
          ReadingKind.byLabel(name);
        } catch (IllegalArgumentException e) {
          throw new ParameterException(command(), String.valueOf(e.getMessage()), e);
        }
      }
      names.add(name);
    }
    return names;
  }

  private CommandLine command() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the specification before it calls");
    }
    return spec.commandLine();
  }
}
