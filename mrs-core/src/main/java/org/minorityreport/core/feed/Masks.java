package org.minorityreport.core.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.minorityreport.api.feed.FeedOptions;
import org.minorityreport.api.feed.MaskMatrix;
import org.minorityreport.api.feed.MaskScope;
import org.minorityreport.api.feed.MaskWindow;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.TimeSpan;

/** What is to be left out, in the three shapes that consumers take (spec 8.5). */
final class Masks {
  private final FeedState state;
  private final FeedOptions options;

  Masks(FeedState state, FeedOptions options) {
    this.state = state;
    this.options = options;
  }

  /** {@return the windows of reports to be excluded, by store, SKU and start} */
  List<MaskWindow> windows() {
    List<MaskWindow> masks = new ArrayList<>();
    for (SeriesId series : state.windows().series()) {
      if (options.wants(series.store(), series.sku())) {
        state.windows().of(series).stream()
            .filter(FeedWindow::excluded)
            .map(this::within)
            .filter(w -> w.from().isBefore(w.to()))
            .forEach(w -> masks.add(mask(w)));
      }
    }
    return masks;
  }

  private FeedWindow within(FeedWindow window) {
    FeedWindow begun =
        options.start().filter(window.from()::isBefore).map(window::startingAt).orElse(window);
    return options.end().filter(begun.to()::isAfter).map(begun::endingAt).orElse(begun);
  }

  private static MaskWindow mask(FeedWindow window) {
    return MaskWindow.builder()
        .storeId(window.series().store())
        .sku(window.series().sku())
        .start(window.from())
        .end(window.to())
        .open(window.open())
        .reportId(window.report())
        .eventId(window.event())
        .weight(window.weight())
        .build();
  }

  /** {@return stretches of time with all the stores and products that they concern} */
  List<MaskScope> scopes() {
    Map<Stretch, SortedMap<StoreId, SortedSet<Sku>>> products = new TreeMap<>();
    Map<Stretch, SortedMap<StoreId, SortedSet<ReportId>>> reports = new TreeMap<>();
    for (MaskWindow window : windows()) {
      Stretch stretch = new Stretch(window.start(), window.end());
      products
          .computeIfAbsent(stretch, s -> new TreeMap<>())
          .computeIfAbsent(window.storeId(), s -> new TreeSet<>())
          .add(window.sku());
      reports
          .computeIfAbsent(stretch, s -> new TreeMap<>())
          .computeIfAbsent(window.storeId(), s -> new TreeSet<>())
          .add(window.reportId());
    }
    List<MaskScope> scopes = new ArrayList<>();
    products.forEach(
        (stretch, byStore) -> {
          Map<List<Sku>, SortedSet<StoreId>> alike = new TreeMap<>(Masks::compare);
          byStore.forEach(
              (store, skus) ->
                  alike.computeIfAbsent(List.copyOf(skus), s -> new TreeSet<>()).add(store));
          alike.forEach(
              (skus, stores) -> scopes.add(scope(stretch, skus, stores, about(reports, stretch))));
        });
    return scopes;
  }

  private static SortedMap<StoreId, SortedSet<ReportId>> about(
      Map<Stretch, SortedMap<StoreId, SortedSet<ReportId>>> reports, Stretch stretch) {
    return Objects.requireNonNull(reports.get(stretch));
  }

  private static MaskScope scope(
      Stretch stretch,
      List<Sku> skus,
      SortedSet<StoreId> stores,
      SortedMap<StoreId, SortedSet<ReportId>> reports) {
    SortedSet<ReportId> ids = new TreeSet<>();
    stores.forEach(store -> ids.addAll(Objects.requireNonNull(reports.get(store))));
    return MaskScope.builder()
        .start(stretch.start())
        .end(stretch.end())
        .storeIds(stores)
        .skus(skus)
        .reportIds(ids)
        .build();
  }

  private static int compare(List<Sku> one, List<Sku> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  /**
   * {@return a row per store of the feed, a column per stretch of a length over all of its time}
   */
  MaskMatrix matrix(Cadence column) {
    SortedSet<StoreId> stores = new TreeSet<>();
    List<Instant> bounds = new ArrayList<>();
    for (SeriesId series : new ProtectedSales(state, options).series()) {
      TimeSpan span = span(series);
      if (span.from().isBefore(span.to())) {
        stores.add(series.store());
        bounds.add(span.from());
        bounds.add(span.to());
      }
    }
    List<StoreId> places = List.copyOf(stores);
    List<Instant> times = times(bounds, column);
    boolean[][] cells = new boolean[places.size()][times.size()];
    if (!times.isEmpty()) {
      Instant first = times.get(0);
      for (MaskWindow window : windows()) {
        boolean[] row = cells[places.indexOf(window.storeId())];
        int from = (int) Math.max(0, column.between(first, column.floor(window.start())));
        int to = (int) column.between(first, column.floor(window.end().minus(Duration.ofNanos(1))));
        IntStream.rangeClosed(from, Math.min(to, row.length - 1)).forEach(i -> row[i] = true);
      }
    }
    return MaskMatrix.of(places.stream().map(StoreId::value).toList(), times, column, cells);
  }

  private static List<Instant> times(List<Instant> bounds, Cadence column) {
    if (bounds.isEmpty()) {
      return List.of();
    }
    Instant end = bounds.stream().max(Instant::compareTo).orElseThrow();
    List<Instant> times = new ArrayList<>();
    Instant time = column.floor(bounds.stream().min(Instant::compareTo).orElseThrow());
    for (; time.isBefore(end); time = column.plus(time, 1)) {
      times.add(time);
    }
    return times;
  }

  /** From the first wanted step of a series to the end of its last. */
  private TimeSpan span(SeriesId series) {
    List<Long> days = List.copyOf(state.days().days(series).keySet());
    Instant from = days.isEmpty() ? Instant.EPOCH : Instant.ofEpochSecond(days.get(0));
    Instant first = options.start().filter(from::isBefore).orElse(from);
    List<KnownStep> last = new ArrayList<>();
    if (!days.isEmpty()) {
      long newest = days.get(days.size() - 1);
      state.days().read(series, day -> day == newest, last::add);
    }
    Instant to = last.isEmpty() ? first : last.get(last.size() - 1).end();
    Instant end = options.end().filter(to::isAfter).orElse(to);
    return TimeSpan.of(first, end.isBefore(first) ? first : end);
  }

  private record Stretch(Instant start, Instant end) implements Comparable<Stretch> {
    @Override
    public int compareTo(Stretch other) {
      int order = start.compareTo(other.start);
      return order != 0 ? order : end.compareTo(other.end);
    }
  }
}
