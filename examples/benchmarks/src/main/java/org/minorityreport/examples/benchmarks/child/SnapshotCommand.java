package org.minorityreport.examples.benchmarks.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.examples.benchmarks.workload.ReportTicks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command {@code snapshot}: hydrates a store and leaves a snapshot of the view in its cache.
 */
@Command(name = "snapshot", hidden = true, description = "Leaves a snapshot; for children.")
public final class SnapshotCommand implements Callable<Integer> {
  @Option(names = "--dir", required = true)
  private Path directory = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  /** A command without arguments. */
  public SnapshotCommand() {}

  @Override
  public Integer call() throws IOException {
    try (DirectoryLogStore store = LogStores.directory(directory);
        Hydration along =
            Hydration.along(store, ReportTicks.RUN, Runtime.getRuntime().availableProcessors())) {
      along.refresh();
      long start = System.nanoTime();
      if (!along.keepSnapshot()) {
        throw new IllegalStateException("no snapshot could be written to " + directory);
      }
      if (spec != null) {
        Figures figures =
            new Figures(
                Map.of(
                    "seconds",
                    (System.nanoTime() - start) / 1e9,
                    "peak_resident",
                    Memory.peakResident()));
        spec.commandLine().getOut().println(figures.json());
      }
    }
    return 0;
  }
}
