package org.minorityreport.core.feed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.minorityreport.api.feed.FeedOptions;
import org.minorityreport.api.feed.ProtectedStep;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Units;

/** Protected sales: what was sold and expected, and what of it belongs to which report. */
final class ProtectedSales {
  private final FeedState state;
  private final FeedOptions options;

  ProtectedSales(FeedState state, FeedOptions options) {
    this.state = state;
    this.options = options;
  }

  /** {@return the series that are wanted, sorted} */
  List<SeriesId> series() {
    return state.days().index().series().stream()
        .filter(series -> options.wants(series.store(), series.sku()))
        .toList();
  }

  /** Gives all steps that are wanted, by store, SKU and time. */
  void read(Consumer<? super ProtectedStep> reader) {
    for (SeriesId series : series()) {
      read(series, day -> true, reader);
    }
  }

  /** Gives the wanted steps of some days of a series, by time. */
  void read(SeriesId series, LongPredicate days, Consumer<? super ProtectedStep> reader) {
    List<FeedWindow> windows = state.windows().of(series);
    state
        .days()
        .read(
            series,
            days,
            step -> {
              if (options.wants(step.time())) {
                reader.accept(step(series, step, windows));
              }
            });
  }

  private ProtectedStep step(SeriesId series, KnownStep step, List<FeedWindow> windows) {
    Optional<FeedWindow> window = windows.stream().filter(w -> w.contains(step.time())).findFirst();
    ProtectedStep.Builder made =
        ProtectedStep.builder()
            .storeId(series.store())
            .sku(series.sku())
            .timestamp(step.time())
            .cadence(step.cadence())
            .reportId(window.map(FeedWindow::report));
    if (step.isExpected()) {
      expected(made, step);
    }
    if (!step.isSold()) {
      return made.weight(0).build();
    }
    boolean excluded = window.filter(FeedWindow::excluded).isPresent();
    double weight = excluded ? Num.round(window.orElseThrow().weight()) : 1;
    long above = excluded && step.isExpected() ? step.actual() - step.expected() : 0;
    BigDecimal actual = Units.fromThousandths(step.actual());
    BigDecimal left = BigDecimal.ONE.subtract(Num.decimal(weight));
    return made.actualUnits(actual)
        .weight(weight)
        .excludedUnits(Units.fromThousandths(above))
        .keptUnits(Units.normal(actual.subtract(left.multiply(Units.fromThousandths(above)))))
        .build();
  }

  private void expected(ProtectedStep.Builder made, KnownStep step) {
    made.expectedUnits(Units.fromThousandths(step.expected()));
    if (!Double.isNaN(step.spread())) {
      BigDecimal expected = Units.fromThousandths(step.expected());
      BigDecimal half = Num.decimal(options.intervalSpreads() * step.spread());
      BigDecimal lower = expected.subtract(half).max(BigDecimal.ZERO).min(expected);
      made.expectedLower(Units.normal(lower)).expectedUpper(Units.normal(expected.add(half)));
    }
  }
}
