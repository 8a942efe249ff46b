package org.minorityreport.examples.benchmarks.child;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryLogStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command {@code fill}: appends the next ticks of a run to a store, for all open reports or
 * only those in the first places.
 */
@Command(name = "fill", hidden = true, description = "Appends ticks of a run; for children.")
public final class FillCommand implements Callable<Integer> {
  @Option(names = "--ticks", required = true)
  private long ticks;

  @Option(names = "--reports", required = true)
  private int openReports;

  @Option(names = "--places", required = true)
  private int places;

  @Option(names = "--dir", required = true)
  private Path directory = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  /** A command without arguments. */
  public FillCommand() {}

  @Override
  public Integer call() throws Exception {
    long start = System.nanoTime();
    try (DirectoryLogStore store = LogStores.directory(directory);
        NextTicks next = new NextTicks(store, openReports)) {
      for (long tick = 0; tick < ticks; tick++) {
        next.append(places);
      }
    }
    if (spec != null) {
      double seconds = (System.nanoTime() - start) / 1e9;
      spec.commandLine().getOut().println(new Figures(Map.of("seconds", seconds)).json());
    }
    return 0;
  }
}
