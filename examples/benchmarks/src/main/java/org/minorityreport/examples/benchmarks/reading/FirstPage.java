package org.minorityreport.examples.benchmarks.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReportOrder;
import org.minorityreport.api.view.ReportQuery;
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

  /** Goes on from the snapshot in the cache of the store, if there is one. */
  @Override
  public void run() {
    try (LogStore store = LogStores.directoryForReading(directory)) {
      page =
          Hydration.hydrate(store, ReportTicks.RUN, AsOf.now())
              .reports()
              .find(
                  ReportQuery.builder()
                      .open(true)
                      .order(ReportOrder.SEVERITY)
                      .descending(true)
                      .pageSize(PAGE)
                      .build())
              .items();
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
