package org.minorityreport.core.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.feed.SeriesPoint;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Units;

/**
 * Sums series step by step (spec 3.12). A store counts in a step if all its series are known there;
 * the spreads of series are taken to be independent.
 */
final class SeriesSums {
  private final FeedState state;
  private final double spreads;

  SeriesSums(FeedState state, double spreads) {
    this.state = state;
    this.spreads = spreads;
  }

  List<SeriesPoint> of(List<SeriesId> series, Instant from, Instant to) {
    SortedMap<StoreId, List<SeriesId>> stores = new TreeMap<>();
    series.forEach(s -> stores.computeIfAbsent(s.store(), id -> new ArrayList<>()).add(s));
    SortedMap<Instant, Sum> sums = new TreeMap<>();
    for (List<SeriesId> ofStore : stores.values()) {
      SortedMap<Instant, Sum> there = new TreeMap<>();
      for (SeriesId one : ofStore) {
        List<FeedWindow> windows = state.windows().of(one);
        for (KnownStep step : state.days().between(one, from, to)) {
          boolean excluded =
              windows.stream().anyMatch(w -> w.excluded() && w.contains(step.time()));
          there.computeIfAbsent(step.time(), t -> new Sum()).add(step, excluded);
        }
      }
      there.forEach(
          (time, sum) -> sums.computeIfAbsent(time, t -> new Sum()).add(sum, ofStore.size()));
    }
    List<SeriesPoint> points = new ArrayList<>();
    for (Map.Entry<Instant, Sum> entry : sums.entrySet()) {
      points.add(entry.getValue().point(entry.getKey(), spreads));
    }
    return points;
  }

  /** What is known of a step. */
  private static final class Sum {
    private long actual;
    private long expected;
    private double variance;
    private int sold;
    private int said;
    private int stores;
    private boolean excluded;

    void add(KnownStep step, boolean isExcluded) {
      excluded |= isExcluded;
      if (step.isSold()) {
        sold++;
        actual += step.actual();
      }
      if (step.isExpected()) {
        said++;
        expected += step.expected();
        variance += Double.isNaN(step.spread()) ? 0 : step.spread() * step.spread();
      }
    }

    /** Takes a store in, if all its series are known. */
    void add(Sum store, int series) {
      excluded |= store.excluded;
      if (store.sold == series) {
        stores++;
        actual += store.actual;
        if (store.said == series) {
          said++;
          expected += store.expected;
          variance += store.variance;
        }
      }
    }

    SeriesPoint point(Instant time, double spreads) {
      SeriesPoint.Builder point =
          SeriesPoint.builder()
              .timestamp(time)
              .unknown(stores == 0)
              .excluded(excluded)
              .storesKnown(stores);
      if (stores > 0) {
        point.actualUnits(Units.fromThousandths(actual));
      }
      if (stores > 0 && said == stores) {
        BigDecimal units = Units.fromThousandths(expected);
        BigDecimal half = Num.decimal(spreads * Math.sqrt(variance));
        point
            .expectedUnits(units)
            .expectedLower(Units.normal(units.subtract(half).max(BigDecimal.ZERO).min(units)))
            .expectedUpper(Units.normal(units.add(half)));
      }
      return point.build();
    }
  }
}
