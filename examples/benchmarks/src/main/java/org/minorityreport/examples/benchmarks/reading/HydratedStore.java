package org.minorityreport.examples.benchmarks.reading;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.examples.benchmarks.workload.ReportTicks;

/** Opens the store and hydrates, as a host does. */
final class HydratedStore implements Reading {
  private final Path directory;
  private final Function<CommitPosition, AsOf> asOf;
  private @Nullable HydratedView view;

  HydratedStore(Path directory, Function<CommitPosition, AsOf> asOf) {
    this.directory = directory;
    this.asOf = asOf;
  }

  @Override
  public void run() {
    try (LogStore store = LogStores.directoryForReading(directory)) {
      view = Hydration.hydrate(store, ReportTicks.RUN, asOf.apply(store.head()));
    }
  }

  @Override
  public Optional<Answer> answer() {
    return view == null ? Optional.empty() : Optional.of(answer(view));
  }

  static Answer answer(HydratedView view) {
    List<MinorityReport> reports = view.reports().all();
    BigDecimal sales = BigDecimal.ZERO;
    BigDecimal confidence = BigDecimal.ZERO;
    for (MinorityReport report : reports) {
      sales = sales.add(report.attributedSalesTotal());
      confidence = confidence.add(BigDecimal.valueOf(report.confidenceScore().orElse(0)));
    }
    return new Answer(reports.size(), sales, confidence);
  }
}
