package org.minorityreport.examples.benchmarks.reading;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.examples.benchmarks.workload.ReportTicks;

/** What a person waits for: the open reports of most severity, the first 50. */
final class FirstPage implements Reading {
  private static final int PAGE = 50;

  private final Path directory;
  private List<MinorityReport> page = List.of();

  FirstPage(Path directory) {
    this.directory = directory;
  }

  /** A snapshot, once there are snapshots, is read here instead of the whole history. */
  @Override
  public void run() {
    try (LogStore store = LogStores.directoryForReading(directory)) {
      page =
          Hydration.hydrate(store, ReportTicks.RUN, AsOf.now()).reports().active().stream()
              .sorted(
                  Comparator.comparingDouble(MinorityReport::severityScore)
                      .reversed()
                      .thenComparing(MinorityReport::reportId))
              .limit(PAGE)
              .toList();
    }
  }

  @Override
  public Optional<Answer> answer() {
    if (page.isEmpty()) {
      throw new IllegalStateException("the page is empty");
    }
    return Optional.empty();
  }
}
