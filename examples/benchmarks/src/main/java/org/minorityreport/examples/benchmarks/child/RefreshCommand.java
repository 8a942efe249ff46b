package org.minorityreport.examples.benchmarks.child;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.examples.benchmarks.workload.ReportTicks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code refresh}: appends to a store and brings a view up to date, several times. */
@Command(name = "refresh", hidden = true, description = "Times refreshing a view; for children.")
public final class RefreshCommand implements Callable<Integer> {
  @Option(names = "--reports", required = true)
  private int openReports;

  @Option(names = "--places", required = true)
  private int places;

  @Option(names = "--times", required = true)
  private int times;

  @Option(names = "--dir", required = true)
  private Path directory = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  /** A command without arguments. */
  public RefreshCommand() {}

  @Override
  public Integer call() throws Exception {
    double[] seconds = new double[times];
    try (DirectoryLogStore store = LogStores.directory(directory);
        Hydration along =
            Hydration.along(store, ReportTicks.RUN, Runtime.getRuntime().availableProcessors());
        NextTicks next = new NextTicks(store, openReports)) {
      along.refresh();
      for (int i = 0; i < times; i++) {
        List<LogRow> rows = next.append(places);
        long start = System.nanoTime();
        HydratedView view = along.refresh();
        seconds[i] = (System.nanoTime() - start) / 1e9;
        check(view, rows);
      }
    }
    if (spec != null) {
      Figures figures =
          new Figures(
              Map.of(
                  "seconds",
                  DoubleStream.of(seconds).sorted().toArray()[times / 2],
                  "peak_resident",
                  Memory.peakResident()));
      spec.commandLine().getOut().println(figures.json());
    }
    return 0;
  }

  /** Looks whether the view shows what was appended last. */
  private static void check(HydratedView view, List<LogRow> rows) {
    for (LogRow row : rows) {
      if (row.log() == Logs.REPORTS_DETECTED) {
        String id = row.subject().orElseThrow();
        if (view.reports().get(id).lastChanged() != view.reports().refreshSeq().value()) {
          throw new IllegalStateException("the view does not show the newest rows of " + id);
        }
      }
    }
  }
}
