package org.minorityreport.examples.benchmarks.child;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minorityreport.examples.benchmarks.candidate.Candidate;
import org.minorityreport.examples.benchmarks.candidate.StoreCandidate;
import org.minorityreport.examples.benchmarks.workload.ReportTicks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code open}: opens a full store for writing and gives it rows that it has. */
@Command(name = "open", hidden = true, description = "Opens a store once; for children.")
public final class OpenCommand implements Callable<Integer> {
  @Option(names = "--commit", required = true)
  private int rowsPerCommit;

  @Option(names = "--dir", required = true)
  private Path directory = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  /** A command without arguments. */
  public OpenCommand() {}

  @Override
  public Integer call() throws Exception {
    long start = System.nanoTime();
    try (Candidate store = StoreCandidate.open(directory)) {
      double opened = (System.nanoTime() - start) / 1e9;
      long heap = Memory.heapAfterCollection();
      TimedRound known = new TimedRound(new ReportTicks(rowsPerCommit), 1);
      known.run(store, false);
      Figures figures =
          new Figures(
              Map.of(
                  "seconds",
                  opened,
                  "first_commit_seconds",
                  known.figures(0).number("seconds"),
                  "heap",
                  heap,
                  "peak_resident",
                  Memory.peakResident()));
      if (spec != null) {
        spec.commandLine().getOut().println(figures.json());
      }
    }
    return 0;
  }
}
