package org.minorityreport.api.input;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.value.Rules;

/** A snapshot held in memory. Immutable and thread-safe; memory grows with series x steps. */
public final class InputTables implements InputSnapshot, Inputs {
  private final SalesSource source;
  private final SortedMap<StoreId, Store> stores;
  private final Optional<List<Campaign>> campaigns;
  private final Optional<List<ContextEvent>> contextEvents;
  private final List<Driver> drivers;
  private final SortedMap<StoreId, List<SalesSeries>> sales;
  private final TimeSpan covers;
  private final List<Delivery> deliveries;
  private final SortedMap<String, NavigableMap<Instant, Integer>> news;
  private final long rowsRead;
  private final List<RefusedRow> refused;

  private InputTables(Builder builder, Instant until) {
    DeliveredSales.Merged delivered = builder.delivered.merged(until);
    this.source = builder.source;
    this.stores = builder.stores;
    this.campaigns =
        Optional.ofNullable(builder.campaigns).map(l -> sorted(l, Campaign::campaignId));
    this.contextEvents =
        Optional.ofNullable(builder.contextEvents).map(l -> sorted(l, ContextEvent::contextId));
    this.drivers =
        builder.drivers.stream()
            .sorted(
                Comparator.comparing(Driver::driverId)
                    .thenComparing(Driver::timestamp)
                    .thenComparing(d -> d.recordedAt().orElse(Instant.MIN)))
            .toList();
    SortedMap<SeriesId, SalesSeries> all = builder.all(delivered);
    this.covers = covers(all.values());
    this.sales = builder.closedSales(all, delivered.unknown, covers);
    this.news = delivered.news;
    this.deliveries =
        builder.deliveries.stream()
            .filter(d -> !DeliveredSales.time(d).isAfter(until))
            .sorted(
                Comparator.comparing((Delivery d) -> d.deliveredAt().orElse(Instant.MIN))
                    .thenComparing(Delivery::name))
            .toList();
    this.rowsRead = builder.rowsRead;
    List<RefusedRow> bad = new ArrayList<>(builder.refused);
    bad.addAll(delivered.refused);
    this.refused = List.copyOf(bad);
  }

  /**
   * A builder for the tables of a source.
   *
   * @param source the source of the sales
   * @return a new builder
   */
  public static Builder builder(SalesSource source) {
    return new Builder(source);
  }

  @Override
  public InputSnapshot at(Instant tick) {
    return this;
  }

  @Override
  public SalesSource source() {
    return source;
  }

  @Override
  public List<Store> stores() {
    return List.copyOf(stores.values());
  }

  @Override
  public Optional<List<Campaign>> campaigns() {
    return campaigns;
  }

  @Override
  public Optional<List<ContextEvent>> contextEvents() {
    return contextEvents;
  }

  @Override
  public Optional<List<Driver>> drivers() {
    return Optional.of(drivers);
  }

  @Override
  public TimeSpan covers() {
    return covers;
  }

  @Override
  public List<SalesSeries> sales(StoreId store, TimeSpan span) {
    List<SalesSeries> all = sales.getOrDefault(store, List.of());
    List<SalesSeries> cut = new ArrayList<>(all.size());
    for (SalesSeries series : all) {
      cut.add(series.between(span.from(), span.to()));
    }
    return cut;
  }

  @Override
  public List<Delivery> deliveries() {
    return deliveries;
  }

  @Override
  public long rowsRead() {
    return rowsRead;
  }

  @Override
  public List<RefusedRow> refused() {
    return refused;
  }

  @Override
  public long rowsAbout(Delivery delivery, Instant before) {
    return news.getOrDefault(delivery.name(), new TreeMap<>()).headMap(before).values().stream()
        .mapToLong(Integer::longValue)
        .sum();
  }

  private static TimeSpan covers(Iterable<SalesSeries> all) {
    Instant from = null;
    Instant to = null;
    for (SalesSeries s : all) {
      from = from == null || s.steps().from().isBefore(from) ? s.steps().from() : from;
      to = to == null || s.steps().to().isAfter(to) ? s.steps().to() : to;
    }
    return from == null || to == null
        ? TimeSpan.of(Instant.EPOCH, Instant.EPOCH)
        : TimeSpan.of(from, to);
  }

  private static <T> List<T> sorted(List<T> list, java.util.function.Function<T, String> id) {
    return list.stream().sorted(Comparator.comparing(id)).toList();
  }

  /** Collects the tables of a source; one thread at a time. */
  public static final class Builder {
    private final SalesSource source;
    private final SortedMap<StoreId, Store> stores = new TreeMap<>();
    private @Nullable List<Campaign> campaigns;
    private @Nullable List<ContextEvent> contextEvents;
    private final List<Driver> drivers = new ArrayList<>();
    private final SortedMap<SeriesId, SalesSeries> series = new TreeMap<>();
    private final SortedMap<SeriesId, List<Instant>> unusable = new TreeMap<>();
    private final Set<Delivery> deliveries = new LinkedHashSet<>();
    private final List<RefusedRow> refused = new ArrayList<>();
    private final DeliveredSales delivered = new DeliveredSales();
    private long rowsRead;

    Builder(SalesSource source) {
      this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Adds a store.
     *
     * @param store the store
     * @return this builder
     * @throws org.minorityreport.api.error.InvalidValueException if its id is there already
     */
    public Builder store(Store store) {
      Store before = stores.putIfAbsent(store.storeId(), store);
      Rules.check(before == null, "store_id", store.storeId(), "given once");
      return this;
    }

    /**
     * Says that there is a source of campaigns, and adds what it holds.
     *
     * @param rows the campaigns, possibly none
     * @return this builder
     */
    public Builder campaigns(List<Campaign> rows) {
      campaigns = append(campaigns, rows);
      return this;
    }

    /**
     * Says that there is a source of context events, and adds what it holds.
     *
     * @param rows the context events, possibly none
     * @return this builder
     */
    public Builder contextEvents(List<ContextEvent> rows) {
      contextEvents = append(contextEvents, rows);
      return this;
    }

    /**
     * Adds measurements. Of several of one driver and time the one recorded last counts, from when
     * it was recorded.
     *
     * @param rows the measurements, possibly none
     * @return this builder
     */
    public Builder drivers(List<Driver> rows) {
      drivers.addAll(rows);
      return this;
    }

    /**
     * Adds a series.
     *
     * @param sold a series of a store that was or will be added, at the cadence of the source
     * @return this builder
     * @throws org.minorityreport.api.error.InvalidValueException if it is there already or of
     *     another cadence
     */
    public Builder sales(SalesSeries sold) {
      checkCadence(sold);
      SalesSeries before = series.putIfAbsent(sold.id(), sold);
      Rules.check(before == null, "series", sold.id(), "given once");
      return this;
    }

    private void checkCadence(SalesSeries sold) {
      Rules.check(
          sold.steps().cadence().equals(source.cadence()),
          "cadence",
          sold.steps().cadence(),
          "that of the source (" + source.cadence() + ")");
    }

    /**
     * Adds a series as one delivery has it. Of a step that several deliveries know, the one
     * delivered last counts; those delivered at the same time, or without saying when, are one, and
     * if they have two values for a step both are refused and the step is unknown. The order of
     * calls does not matter.
     *
     * @param delivery the delivery, which is added to the deliveries
     * @param sold what it says: steps that it knows nothing about are left to other deliveries
     * @return this builder
     * @throws org.minorityreport.api.error.InvalidValueException if it is of another cadence than
     *     the source
     */
    public Builder sales(Delivery delivery, SalesSeries sold) {
      checkCadence(sold);
      deliveries.add(delivery);
      delivered.add(delivery, sold);
      return this;
    }

    /**
     * Says that a delivery has two values for one step: both are refused, so the step is unknown
     * unless a later delivery knows it.
     *
     * @param delivery the delivery
     * @param id the series
     * @param step start of the step
     * @return this builder
     */
    public Builder contradicted(Delivery delivery, SeriesId id, Instant step) {
      delivered.contradicted(delivery, id, step, Steps.of(step, source.cadence(), 1));
      return this;
    }

    /**
     * Says that a step of a series had a row that could not be used: without another row the step
     * stays unknown, also where a step without a row means that nothing was sold.
     *
     * @param id a series; one that is not added is left out
     * @param step start of the step
     * @return this builder
     */
    public Builder unusable(SeriesId id, Instant step) {
      unusable.computeIfAbsent(id, k -> new ArrayList<>()).add(step);
      return this;
    }

    /**
     * Adds a delivery.
     *
     * @param delivery what was delivered
     * @return this builder
     */
    public Builder delivery(Delivery delivery) {
      deliveries.add(delivery);
      return this;
    }

    /**
     * Counts rows of sales that were read.
     *
     * @param rows how many, refused ones included
     * @return this builder
     */
    public Builder rowsRead(long rows) {
      rowsRead += rows;
      return this;
    }

    /**
     * Adds a row that could not be used.
     *
     * @param row the row and why
     * @return this builder
     */
    public Builder refused(RefusedRow row) {
      refused.add(row);
      return this;
    }

    /**
     * The snapshot: every series is brought to the steps that the source covers, absent steps
     * become what {@link SalesSource#absentMeans} says.
     *
     * @return the snapshot
     * @throws org.minorityreport.api.error.InvalidValueException if a series names a store that was
     *     not added
     */
    public InputTables build() {
      return build(Instant.MAX);
    }

    /**
     * The snapshot as it was after the deliveries up to a moment. What was added without a delivery
     * is in every snapshot.
     *
     * @param until deliveries made later are left out
     * @return the snapshot
     * @throws org.minorityreport.api.error.InvalidValueException as {@link #build()}
     */
    public InputTables build(Instant until) {
      return new InputTables(this, until);
    }

    /**
     * Inputs that hold at each tick what had been delivered by then, as a live source does. This
     * builder must not be used any more.
     *
     * @return the inputs; thread-safe
     */
    public Inputs arriving() {
      return new ArrivingInputs(this);
    }

    /** {@return when the newest delivery by a moment was made; the least instant if none was} */
    Instant newestDelivery(Instant until) {
      return deliveries.stream()
          .map(DeliveredSales::time)
          .filter(time -> !time.isAfter(until))
          .max(Comparator.naturalOrder())
          .orElse(Instant.MIN);
    }

    private SortedMap<SeriesId, SalesSeries> all(DeliveredSales.Merged merged) {
      SortedMap<SeriesId, SalesSeries> all = new TreeMap<>(series);
      for (SalesSeries sold : merged.series) {
        SalesSeries before = all.putIfAbsent(sold.id(), sold);
        Rules.check(before == null, "series", sold.id(), "given with deliveries or without");
      }
      return all;
    }

    private SortedMap<StoreId, List<SalesSeries>> closedSales(
        SortedMap<SeriesId, SalesSeries> all,
        SortedMap<SeriesId, List<Instant>> unknown,
        TimeSpan covers) {
      Steps steps =
          Steps.between(source.cadence().floor(covers.from()), covers.to(), source.cadence());
      SortedMap<StoreId, SortedMap<Sku, SalesSeries>> byStore = new TreeMap<>();
      for (SalesSeries s : all.values()) {
        Rules.check(
            stores.containsKey(s.id().store()),
            "store_id",
            s.id().store(),
            "a store that is known");
        byStore.computeIfAbsent(s.id().store(), k -> new TreeMap<>()).put(s.id().sku(), s);
      }
      SortedMap<StoreId, List<SalesSeries>> closed = new TreeMap<>();
      for (Map.Entry<StoreId, SortedMap<Sku, SalesSeries>> entry : byStore.entrySet()) {
        boolean[] open = openSteps(entry.getValue().values(), steps);
        closed.put(
            entry.getKey(),
            entry.getValue().values().stream().map(s -> onto(s, steps, open, unknown)).toList());
      }
      return closed;
    }

    private boolean[] openSteps(Iterable<SalesSeries> ofOneStore, Steps steps) {
      boolean[] open = new boolean[steps.count()];
      if (source.absentMeans() == AbsentMeans.ZERO_IF_OPEN) {
        for (SalesSeries s : ofOneStore) {
          int shift = steps.indexOf(s.steps().from());
          for (int i = 0; i < s.size(); i++) {
            open[shift + i] |= s.isKnown(i);
          }
        }
      }
      return open;
    }

    private SalesSeries onto(
        SalesSeries s, Steps steps, boolean[] open, SortedMap<SeriesId, List<Instant>> unknown) {
      long[] units = new long[steps.count()];
      long[] cents = new long[steps.count()];
      Arrays.fill(cents, SalesSeries.UNKNOWN);
      for (int i = 0; i < units.length; i++) {
        units[i] = open[i] ? 0 : SalesSeries.UNKNOWN;
      }
      for (SortedMap<SeriesId, List<Instant>> without : List.of(unusable, unknown)) {
        for (Instant step : without.getOrDefault(s.id(), List.of())) {
          long i = steps.cadence().between(steps.from(), step);
          if (i >= 0 && i < units.length) {
            units[(int) i] = SalesSeries.UNKNOWN;
          }
        }
      }
      int shift = steps.indexOf(s.steps().from());
      for (int i = 0; i < s.size(); i++) {
        if (s.isKnown(i)) {
          units[shift + i] = s.thousandthsAt(i);
          cents[shift + i] = s.revenueCentsAt(i);
        }
      }
      return SalesSeries.of(s.id(), steps, units, cents);
    }

    private static <T> List<T> append(@Nullable List<T> before, List<T> rows) {
      List<T> all = before == null ? new ArrayList<>() : before;
      all.addAll(rows);
      return all;
    }
  }
}
