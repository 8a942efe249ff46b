package org.minorityreport.examples.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minorityreport.examples.benchmarks.child.ChildJvm;
import org.minorityreport.examples.benchmarks.child.Folders;
import org.minorityreport.examples.benchmarks.figure.Machine;
import org.minorityreport.examples.benchmarks.figure.Report;
import org.minorityreport.examples.benchmarks.fold.FoldKind;
import org.minorityreport.examples.benchmarks.fold.FoldPart;
import org.minorityreport.examples.benchmarks.fold.FoldSizes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fold}; picocli fills its fields. One thread at a time. */
@Command(
    name = "fold",
    mixinStandardHelpOptions = true,
    versionProvider = BenchmarksVersion.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Detects in sales with known windows: in one pass without logs, as a run with durable logs, and"
          + " tick by tick. Every measurement is a JVM of its own.",
      ""
    },
    footer = {
      "",
      "NAMES are plain, fold, durable, small-heap and tick.",
      "Exit codes: 0 measured, 1 failed or, with --check, a goal was missed, 2 wrong usage.",
      "",
      "Examples:",
      "  benchmarks fold                                 small and quick",
      "  benchmarks fold --full                          1,000 stores x 10 SKUs x 28 days",
      "  benchmarks fold --stores 1000 --only tick       one tick with 10,000 series"
    })
public final class FoldBenchmark implements Callable<Integer> {
  private static final int MISSED = 1;

  @Option(names = "--stores", paramLabel = "N", description = "Stores; default: 20.")
  private @Nullable Integer stores;

  @Option(
      names = "--skus",
      paramLabel = "N",
      defaultValue = "10",
      description = "SKUs of each store. Default: ${DEFAULT-VALUE}.")
  private int skus = 10;

  @Option(names = "--days", paramLabel = "N", description = "Days folded; default: 7.")
  private @Nullable Integer days;

  @Option(names = "--rounds", paramLabel = "N", description = "How often; default: 1.")
  private @Nullable Integer rounds;

  @Option(names = "--full", description = "1,000 stores, 28 days, 3 rounds; about 1 GB of disk.")
  private boolean isFull;

  @Option(
      names = {"--folder", "--dir"},
      paramLabel = "DIR",
      description = "Where logs are written. Default: a temporary folder.")
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
      description = "Threads. Default: ${DEFAULT-VALUE}.")
  private int threads = 2;

  @Option(names = "--heap", paramLabel = "MB", description = "Heap of each JVM; default: 1024.")
  private @Nullable Integer heap;

  @Option(names = "--json", description = "Print JSON instead of tables.")
  private boolean isJson;

  @Option(names = "--check", description = "Exit with 1 if a goal was missed.")
  private boolean isCheck;

  @Spec private @Nullable CommandSpec spec;

  /** A command without arguments. */
  FoldBenchmark() {}

  @Override
  public Integer call() throws Exception {
    CommandLine command = command();
    Set<FoldKind> kinds = kinds();
    FoldSizes sizes =
        new FoldSizes(
            or(stores, 1_000, 20),
            skus,
            or(days, 28, 7),
            threads,
            or(heap, 4_096, 1_024),
            or(rounds, 3, 1));
    if (sizes.points() < 1 || sizes.rounds() < 1 || threads < 1) {
      throw new ParameterException(command, "sizes, rounds and threads must be above 0");
    }
    Report report = new Report();
    Path place =
        folder == null ? Files.createTempDirectory("benchmarks") : Files.createDirectories(folder);
    try {
      report.fact(Machine.line(place));
      new FoldPart(kinds, sizes, new ChildJvm(Benchmarks.class), command.getErr())
          .run(place, report);
    } finally {
      if (folder == null) {
        Folders.delete(place);
      }
    }
    command.getOut().println(isJson ? report.json() : report.text());
    command.getOut().flush();
    return isCheck && !report.isGoalsMet() ? MISSED : 0;
  }

  private int or(@Nullable Integer given, int full, int small) {
    return given != null ? given : isFull ? full : small;
  }

  private Set<FoldKind> kinds() {
    Set<FoldKind> kinds = EnumSet.noneOf(FoldKind.class);
    for (String name : only == null ? FoldKind.labels() : only) {
      try {
        kinds.add(FoldKind.byLabel(name));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(command(), String.valueOf(e.getMessage()), e);
      }
    }
    return kinds;
  }

  private CommandLine command() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the specification before it calls");
    }
    return spec.commandLine();
  }
}
