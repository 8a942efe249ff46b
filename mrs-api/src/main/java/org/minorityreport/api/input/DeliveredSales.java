package org.minorityreport.api.input;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;

/**
 * What deliveries say of the series of a source, in whatever order they are added; one thread at a
 * time.
 */
final class DeliveredSales {
  /** What is said of deliveries of one time must not depend on which was added first. */
  private static final Comparator<DeliveredSeries> BY_NAME =
      Comparator.comparing(DeliveredSeries::name)
          .thenComparing(part -> part.delivery().digest())
          .thenComparing(part -> part.sold().steps().from());

  private final SortedMap<SeriesId, NavigableMap<Instant, List<DeliveredSeries>>> series =
      new TreeMap<>();

  void add(Delivery delivery, SalesSeries sold) {
    at(delivery, sold.id()).add(new DeliveredSeries(delivery, sold));
  }

  /** Notes that a delivery contradicts itself about a step. */
  void contradicted(Delivery delivery, SeriesId id, Instant step, Steps one) {
    SalesSeries nothing = SalesSeries.of(id, one, new long[] {SalesSeries.UNKNOWN});
    at(delivery, id).add(new DeliveredSeries(delivery, nothing, step));
  }

  private List<DeliveredSeries> at(Delivery delivery, SeriesId id) {
    return series
        .computeIfAbsent(id, k -> new TreeMap<>())
        .computeIfAbsent(time(delivery), k -> new ArrayList<>());
  }

  /** {@return when a delivery was made: before all others if it does not say} */
  static Instant time(Delivery delivery) {
    return delivery.deliveredAt().orElse(Instant.MIN);
  }

  boolean isEmpty() {
    return series.isEmpty();
  }

  /**
   * The series as they are known after the deliveries up to a moment.
   *
   * @param until deliveries made later are left out
   */
  Merged merged(Instant until) {
    Merged merged = new Merged();
    for (Map.Entry<SeriesId, NavigableMap<Instant, List<DeliveredSeries>>> entry :
        series.entrySet()) {
      NavigableMap<Instant, List<DeliveredSeries>> made = entry.getValue().headMap(until, true);
      if (!made.isEmpty()) {
        merged.add(entry.getKey(), made);
      }
    }
    return merged;
  }

  /** The outcome of a merge. */
  static final class Merged {
    final List<SalesSeries> series = new ArrayList<>();
    final SortedMap<SeriesId, List<Instant>> unknown = new TreeMap<>();
    final List<RefusedRow> refused = new ArrayList<>();

    /** By name of the delivery and step: how many rows said something new. */
    final SortedMap<String, NavigableMap<Instant, Integer>> news = new TreeMap<>();

    private void add(SeriesId id, NavigableMap<Instant, List<DeliveredSeries>> made) {
      Steps steps = steps(made);
      long[] units = new long[steps.count()];
      long[] cents = new long[steps.count()];
      Arrays.fill(units, SalesSeries.UNKNOWN);
      Arrays.fill(cents, SalesSeries.UNKNOWN);
      boolean[] open = new boolean[steps.count()];
      for (List<DeliveredSeries> together : made.values()) {
        DeliveredSeries[] by = new DeliveredSeries[steps.count()];
        boolean[] refuted = new boolean[steps.count()];
        List<DeliveredSeries> ordered = together.stream().sorted(BY_NAME).toList();
        boolean[] disputed = new boolean[steps.count()];
        boolean anyDisputed = false;
        for (DeliveredSeries part : ordered) {
          anyDisputed |= take(part, steps, by, refuted, disputed);
        }
        if (anyDisputed) {
          ordered.forEach(part -> refuse(part, ordered, steps, disputed));
        }
        for (int i = 0; i < by.length; i++) {
          DeliveredSeries part = by[i];
          if (refuted[i]) {
            units[i] = SalesSeries.UNKNOWN;
            cents[i] = SalesSeries.UNKNOWN;
            open[i] = true;
          } else if (part != null) {
            note(part, steps.timeAt(i), units[i], cents[i]);
            units[i] = part.units(steps.timeAt(i));
            cents[i] = part.cents(steps.timeAt(i));
          }
        }
      }
      series.add(SalesSeries.of(id, steps, units, cents));
      for (int i = 0; i < open.length; i++) {
        if (open[i] && units[i] == SalesSeries.UNKNOWN) {
          unknown.computeIfAbsent(id, k -> new ArrayList<>()).add(steps.timeAt(i));
        }
      }
    }

    private static Steps steps(NavigableMap<Instant, List<DeliveredSeries>> made) {
      Steps all = made.firstEntry().getValue().get(0).sold().steps();
      Instant from = all.from();
      Instant to = all.to();
      for (List<DeliveredSeries> together : made.values()) {
        for (DeliveredSeries part : together) {
          from = part.sold().steps().from().isBefore(from) ? part.sold().steps().from() : from;
          to = part.sold().steps().to().isAfter(to) ? part.sold().steps().to() : to;
        }
      }
      return Steps.between(from, to, all.cadence());
    }

    /**
     * Deliveries made at one time are one: of a step of which they have several values none counts.
     *
     * @return whether there is such a step
     */
    private boolean take(
        DeliveredSeries part,
        Steps steps,
        DeliveredSeries[] by,
        boolean[] refuted,
        boolean[] disputed) {
      Steps own = part.sold().steps();
      int shift = steps.indexOf(own.from());
      boolean anyDisputed = false;
      for (int i = 0; i < own.count(); i++) {
        Instant step = own.timeAt(i);
        DeliveredSeries other = by[shift + i];
        if (part.contradicts(step)) {
          refuted[shift + i] = true;
        } else if (part.sold().isKnown(i)) {
          if (part.isBefore(step)) {
            refused.add(part.refused(step, "after_delivery", "not after its delivery"));
          } else if (other == null) {
            by[shift + i] = part;
          } else if (!part.agrees(other, step)) {
            refuted[shift + i] = true;
            disputed[shift + i] = true;
            anyDisputed = true;
          }
        }
      }
      return anyDisputed;
    }

    /** Refuses every value of the steps of which there are several. */
    private void refuse(
        DeliveredSeries part, List<DeliveredSeries> together, Steps steps, boolean[] disputed) {
      Steps own = part.sold().steps();
      int shift = steps.indexOf(own.from());
      for (int i = 0; i < own.count(); i++) {
        Instant step = own.timeAt(i);
        if (disputed[shift + i] && part.says(step)) {
          together.stream()
              .filter(other -> other.says(step) && !part.agrees(other, step))
              .findFirst()
              .ifPresent(
                  other ->
                      refused.add(
                          part.refused(
                              step, "conflicting_values", "one value in " + other.name())));
        }
      }
    }

    private void note(DeliveredSeries part, Instant step, long units, long cents) {
      boolean same = part.units(step) == units && part.cents(step) == cents;
      if (!same && part.delivery().deliveredAt().isPresent()) {
        news.computeIfAbsent(part.name(), k -> new TreeMap<>()).merge(step, 1, Integer::sum);
      }
    }
  }
}
