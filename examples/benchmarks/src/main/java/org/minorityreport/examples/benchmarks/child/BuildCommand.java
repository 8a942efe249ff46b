package org.minorityreport.examples.benchmarks.child;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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

/** The command {@code build}: fills a store and says now and then how much heap it holds. */
@Command(name = "build", hidden = true, description = "Fills a store; for children.")
public final class BuildCommand implements Callable<Integer> {
  /** The parts of all rows after which the heap is looked at. */
  private static final List<Double> STOPS = List.of(0.0, 0.1, 0.5, 1.0);

  @Option(names = "--commits", required = true)
  private long commits;

  @Option(names = "--commit", required = true)
  private int rowsPerCommit;

  @Option(names = "--dir", required = true)
  private Path directory = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  /** A command without arguments. */
  public BuildCommand() {}

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the specification before it calls");
    }
    PrintWriter out = spec.commandLine().getOut();
    List<Long> stops = STOPS.stream().map(part -> Math.round(part * commits)).toList();
    ReportTicks ticks = new ReportTicks(rowsPerCommit);
    long start = System.nanoTime();
    try (Candidate store = StoreCandidate.open(directory)) {
      for (long tick = 0; tick <= commits; tick++) {
        if (stops.contains(tick)) {
          store.prepare(List.of());
          Figures figures =
              new Figures(
                  Map.of(
                      "rows", tick * rowsPerCommit,
                      "heap", Memory.heapAfterCollection(),
                      "max_heap", Runtime.getRuntime().maxMemory(),
                      "peak_resident", Memory.peakResident(),
                      "seconds", (System.nanoTime() - start) / 1e9));
          out.println(figures.json());
          out.flush();
        }
        if (tick < commits) {
          store.prepare(ticks.rows(tick));
          store.commit();
        }
      }
    }
    return 0;
  }
}
