package org.minorityreport.core.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.minorityreport.api.feed.MaskWindow;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.series.TimeSpan;

/**
 * Where and when the money of a campaign went: where spend was measured, there; what is left of its
 * spend evenly over its time at its stores and products, as far as nothing was measured.
 */
final class CampaignSpend {
  /** Six decimals more than money has, so that what is rounded does not show in a sum. */
  private static final int SCALE = 8;

  private final Campaign campaign;
  private final SortedSet<StoreId> stores;
  private final SortedSet<Sku> skus;
  private final List<MeasuredSpend> measured;
  private final Map<List<Integer>, List<TimeSpan>> gaps = new HashMap<>();

  CampaignSpend(
      Campaign campaign,
      SortedSet<StoreId> stores,
      SortedSet<Sku> skus,
      List<MeasuredSpend> measured) {
    this.campaign = campaign;
    this.stores = stores;
    this.skus = skus;
    this.measured = measured;
  }

  /**
   * {@return what was spent in some windows, not rounded to money}
   *
   * @param windows windows of which none overlaps another of its series
   */
  BigDecimal in(List<MaskWindow> windows) {
    BigDecimal sum = BigDecimal.ZERO;
    for (MeasuredSpend one : measured) {
      for (MeasuredSpend.Stretch stretch : one.stretches()) {
        long shared = 0;
        for (MaskWindow window : windows) {
          if (one.touches(window.storeId(), window.sku())) {
            shared += shared(window, stretch.span());
          }
        }
        sum = sum.add(part(stretch.money(), shared, length(stretch.span()), one.series()));
      }
    }
    return sum.add(rest(windows));
  }

  private BigDecimal rest(List<MaskWindow> windows) {
    BigDecimal known =
        measured.stream().map(MeasuredSpend::money).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal rest = campaign.spend().orElse(BigDecimal.ZERO).subtract(known);
    long shared = 0;
    for (MaskWindow window : windows) {
      if (stores.contains(window.storeId()) && skus.contains(window.sku())) {
        for (TimeSpan gap : gaps(window.storeId(), window.sku())) {
          shared += shared(window, gap);
        }
      }
    }
    return shared == 0 || rest.signum() <= 0 ? BigDecimal.ZERO : part(rest, shared, unmeasured());
  }

  /** Milliseconds of all its series of which nothing was measured. */
  private BigDecimal unmeasured() {
    if (measured.isEmpty()) {
      return BigDecimal.valueOf(length(TimeSpan.of(campaign.start(), campaign.end())))
          .multiply(BigDecimal.valueOf((long) stores.size() * skus.size()));
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (StoreId store : stores) {
      for (Sku sku : skus) {
        for (TimeSpan gap : gaps(store, sku)) {
          sum = sum.add(BigDecimal.valueOf(length(gap)));
        }
      }
    }
    return sum;
  }

  /** When nothing was measured of a series: the same for all that the same drivers touch. */
  private List<TimeSpan> gaps(StoreId store, Sku sku) {
    List<Integer> touching =
        IntStream.range(0, measured.size())
            .filter(i -> measured.get(i).touches(store, sku))
            .boxed()
            .toList();
    return gaps.computeIfAbsent(
        touching, some -> uncovered(some.stream().map(measured::get).toList()));
  }

  private List<TimeSpan> uncovered(List<MeasuredSpend> touching) {
    List<TimeSpan> covered =
        touching.stream()
            .flatMap(one -> one.stretches().stream())
            .map(MeasuredSpend.Stretch::span)
            .sorted(Comparator.comparing(TimeSpan::from))
            .toList();
    List<TimeSpan> left = new ArrayList<>();
    Instant reached = campaign.start();
    for (TimeSpan span : covered) {
      Instant until = earlier(span.from(), campaign.end());
      if (reached.isBefore(until)) {
        left.add(TimeSpan.of(reached, until));
      }
      reached = span.to().isAfter(reached) ? span.to() : reached;
    }
    if (reached.isBefore(campaign.end())) {
      left.add(TimeSpan.of(reached, campaign.end()));
    }
    return left;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static long length(TimeSpan span) {
    return Duration.between(span.from(), span.to()).toMillis();
  }

  private static long shared(MaskWindow window, TimeSpan span) {
    Instant from = window.start().isAfter(span.from()) ? window.start() : span.from();
    Instant to = earlier(window.end(), span.to());
    return from.isBefore(to) ? Duration.between(from, to).toMillis() : 0;
  }

  private static BigDecimal part(BigDecimal money, long shared, long length, long series) {
    return part(money, shared, BigDecimal.valueOf(length).multiply(BigDecimal.valueOf(series)));
  }

  private static BigDecimal part(BigDecimal money, long shared, BigDecimal of) {
    return shared == 0
        ? BigDecimal.ZERO
        : money.multiply(BigDecimal.valueOf(shared)).divide(of, SCALE, RoundingMode.HALF_EVEN);
  }
}
