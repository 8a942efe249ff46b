package org.minorityreport.examples.benchmarks;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minorityreport.examples.benchmarks.candidate.CandidateKind;
import org.minorityreport.examples.benchmarks.candidate.CandidateName;
import org.minorityreport.examples.benchmarks.child.ChildJvm;
import org.minorityreport.examples.benchmarks.child.Folders;
import org.minorityreport.examples.benchmarks.figure.Machine;
import org.minorityreport.examples.benchmarks.figure.Report;
import org.minorityreport.examples.benchmarks.part.AppendPart;
import org.minorityreport.examples.benchmarks.part.OpenPart;
import org.minorityreport.examples.benchmarks.part.Sizes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code store}; picocli fills its fields. One thread at a time. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    versionProvider = BenchmarksVersion.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Writes the same rows of MRDL with plain floors, with the log store and with other stores, and"
          + " opens a large store. Every round of every candidate is a JVM of its own, warmed up.",
      ""
    },
    footer = {
      "",
      "NAMES are write, serialise, jackson, jackson-plain, store, replay, sqlite, rocksdb, each with"
          + " @THREADS if wanted, and open.",
      "Exit codes: 0 measured, 1 failed or, with --check, a goal was missed, 2 wrong usage.",
      "",
      "Examples:",
      "  benchmarks store                                  small and quick",
      "  benchmarks store --full --dir /data/bench         1,000,000 rows, a store of 10,000,000",
      "  benchmarks store --rows 20000 --rounds 1          a smoke test",
      "  benchmarks store --rows 300000 --only jackson,store,jackson@2,store@2",
      "  benchmarks store --only open --open-rows 10000000 --dir /data/bench"
    })
public final class StoreBenchmark implements Callable<Integer> {
  private static final String OPEN = "open";
  private static final int MISSED = 1;
  private static final long FULL_ROWS = 1_000_000;
  private static final long FULL_OPEN_ROWS = 10_000_000;
  private static final int FULL_ROUNDS = 5;

  @Option(names = "--rows", paramLabel = "N", description = "Rows of a round; default: 10000.")
  private @Nullable Long rows;

  @Option(
      names = "--open-rows",
      paramLabel = "N",
      description = "Rows of the store that is opened; default: as many as --rows.")
  private @Nullable Long openRows;

  @Option(
      names = "--commit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Rows of a commit. Default: ${DEFAULT-VALUE}.")
  private int commit = 1_000;

  @Option(names = "--rounds", paramLabel = "N", description = "How often; default: 1.")
  private @Nullable Integer rounds;

  @Option(
      names = "--full",
      description = "1,000,000 rows, a store of 10,000,000 rows, 5 rounds; about 10 GB of disk.")
  private boolean isFull;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description =
          "Where to write; the large store stays there for the next time. Default: a temporary"
              + " folder.")
  private @Nullable Path directory;

  @Option(
      names = "--only",
      paramLabel = "NAMES",
      split = ",",
      description = "What to measure, separated by commas; default: everything.")
  private @Nullable List<String> only;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that make JSON, beside one; default: one per processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "1024",
      description = "Heap of each round. Default: ${DEFAULT-VALUE}.")
  private int heap = 1_024;

  @Option(
      names = "--small-heap",
      paramLabel = "MB",
      defaultValue = "256",
      description = "Heap in which the large store is built and opened. Default: ${DEFAULT-VALUE}.")
  private int smallHeap = 256;

  @Option(names = "--json", description = "Print JSON instead of tables.")
  private boolean isJson;

  @Option(names = "--check", description = "Exit with 1 if a goal was missed.")
  private boolean isCheck;

  @Spec private @Nullable CommandSpec spec;

  /** A command without arguments. */
  StoreBenchmark() {}

  @Override
  public Integer call() throws Exception {
    CommandLine command = command();
    List<CandidateName> names = names();
    Sizes sizes = sizes();
    PrintWriter progress = command.getErr();
    ChildJvm children = new ChildJvm(Benchmarks.class);
    Report report = new Report();
    Path folder =
        directory == null
            ? Files.createTempDirectory("benchmarks")
            : Files.createDirectories(directory);
    try {
      report.fact(Machine.line(folder));
      if (!names.isEmpty()) {
        new AppendPart(names, sizes, children, progress).run(folder, report);
      }
      if (only == null || only.contains(OPEN)) {
        new OpenPart(sizes, children, progress).run(folder, report);
      }
    } finally {
      if (directory == null) {
        Folders.delete(folder);
      }
    }
    command.getOut().println(isJson ? report.json() : report.text());
    command.getOut().flush();
    return isCheck && !report.isGoalsMet() ? MISSED : 0;
  }

  private Sizes sizes() {
    long count = rows != null ? rows : isFull ? FULL_ROWS : 10_000;
    long toOpen = openRows != null ? openRows : isFull ? FULL_OPEN_ROWS : count;
    int times = rounds != null ? rounds : isFull ? FULL_ROUNDS : 1;
    try {
      int perCommit = (int) Math.min(commit, Math.min(count, toOpen));
      return new Sizes(count, toOpen, perCommit, times, heap, smallHeap);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command(), String.valueOf(e.getMessage()), e);
    }
  }

  private List<CandidateName> names() {
    Set<CandidateName> names = new LinkedHashSet<>();
    try {
      if (only != null) {
        only.stream().filter(n -> !n.equals(OPEN)).map(CandidateName::parse).forEach(names::add);
      } else {
        for (CandidateKind kind : CandidateKind.values()) {
          names.add(new CandidateName(kind, 1));
          if (kind.isAlsoSideBySide()) {
            names.add(new CandidateName(kind, threads));
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command(), String.valueOf(e.getMessage()), e);
    }
    return new ArrayList<>(names);
  }

  private CommandLine command() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the specification before it calls");
    }
    return spec.commandLine();
  }
}
