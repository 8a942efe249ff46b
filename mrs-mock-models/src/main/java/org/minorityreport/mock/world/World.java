package org.minorityreport.mock.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.Inputs;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.value.Rules;
import org.minorityreport.mock.world.narrative.Narrative;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;
import org.minorityreport.mock.world.narrative.Outage;

/**
 * A simulated world: stores, products and happenings, from which sales and their ground truth are
 * rendered.
 *
 * <p>Equal settings give equal bytes, on any machine and in any order of rendering. A series
 * depends on the seed, the cadence, its store, its product and the happenings there, and on nothing
 * else, so that more stores or more days change no number that was there before. Immutable and
 * thread-safe; it keeps no sales, each call renders them anew.
 */
public final class World {
  /** How long it is quiet before the first day, for models to learn what is usual. */
  public static final Duration WARM_UP = Duration.ofDays(28);

  private final List<WorldStore> stores;
  private final List<Product> products;
  private final LocalDate firstDay;
  private final Steps steps;
  private final List<StagedNarrative> staged;
  private final Renderer renderer;
  private final WorldFeed feed;
  private final boolean isMeasured;
  private final long seed;
  private final Map<Outage, TimeSpan> outages = new LinkedHashMap<>();

  World(WorldBuilder settings) {
    this.stores = WorldStore.first(settings.stores);
    this.products = Product.first(settings.skus);
    this.firstDay = settings.firstDay;
    this.steps = steps(settings);
    this.staged =
        settings.narratives.narratives().stream()
            .map(narrative -> staged(settings, narrative))
            .sorted(
                Comparator.comparing((StagedNarrative s) -> s.span().from())
                    .thenComparing(s -> s.narrative().id()))
            .toList();
    this.renderer =
        new Renderer(
            settings.seed,
            TimeGrid.of(steps, WorldStore.ZONE),
            new CountNoise(settings.overdispersion),
            staged);
    this.seed = settings.seed;
    this.isMeasured = settings.drivers;
    NarrativeLibrary library = settings.narratives;
    this.feed =
        new WorldFeed(
            library.feedFaults().stream()
                .map(f -> new StagedFault(f, library.spanOf(f, firstDay), settings.seed))
                .sorted(
                    Comparator.comparing((StagedFault f) -> f.span().from())
                        .thenComparing(f -> f.fault().id()))
                .toList(),
            stores);
    library.outages().forEach(o -> outages.put(o, library.spanOf(o, firstDay)));
  }

  /**
   * A builder that has a default for everything.
   *
   * @return a new builder
   */
  public static WorldBuilder builder() {
    return new WorldBuilder();
  }

  /** {@return the stores, by id} */
  public List<Store> stores() {
    return stores.stream()
        .map(WorldStore::store)
        .sorted(Comparator.comparing(Store::storeId))
        .toList();
  }

  /** {@return the steps, warm-up included} */
  public Steps steps() {
    return steps;
  }

  /** {@return the first day after the warm-up} */
  public LocalDate firstDay() {
    return firstDay;
  }

  /** {@return the first moment worth looking at: the warm-up is over and known} */
  public Instant firstTick() {
    Instant start = startOf(firstDay);
    Instant floor = steps.cadence().floor(start);
    return floor.equals(start) ? start : steps.cadence().plus(floor, 1);
  }

  /** {@return the moment at which everything is known: the end of the last step} */
  public Instant lastTick() {
    return steps.to();
  }

  /**
   * The ticks of a run over the world, from the first to the last.
   *
   * @param every time from tick to tick, above zero; the cadence looks at every step once
   * @return the ticks, ascending
   */
  public List<Instant> ticks(Duration every) {
    Rules.check(every.compareTo(Duration.ZERO) > 0, "every", every, "above zero");
    List<Instant> ticks = new ArrayList<>();
    for (Instant t = firstTick(); !t.isAfter(lastTick()); t = t.plus(every)) {
      ticks.add(t);
    }
    return ticks;
  }

  /** {@return when models of this world do not answer, in the order of the library} */
  public Map<Outage, TimeSpan> outages() {
    return Collections.unmodifiableMap(outages);
  }

  /**
   * Renders the sales of one store as they are known in the end: right, gaps apart. For worlds too
   * large to hold.
   *
   * @param store one of {@link #stores}
   * @return a series per product, by SKU
   * @throws org.minorityreport.api.error.InvalidValueException if the world has no such store
   */
  public List<SalesSeries> sales(StoreId store) {
    return sales(find(store));
  }

  /**
   * Renders the sales of one store as the running feed brings them: late rows are not in it, and
   * rows that are corrected later are still wrong.
   *
   * @param store one of {@link #stores}
   * @return a series per product, by SKU
   * @throws org.minorityreport.api.error.InvalidValueException if the world has no such store
   */
  public List<SalesSeries> firstSales(StoreId store) {
    WorldStore found = find(store);
    return sold(found).stream().map(s -> feed.first(found, s)).toList();
  }

  /** {@return what is delivered beside the running feed, late or as a correction, by time} */
  public List<SalesDelivery> deliveries() {
    return feed.later(this::sales);
  }

  /**
   * Renders everything that a host would hand in after the last tick, late and corrected rows
   * included: stores, sales with revenue, campaigns and context events.
   *
   * @return the tables
   */
  public InputTables inputs() {
    InputTables.Builder tables = tablesWithoutSales();
    stores.forEach(store -> sales(store).forEach(tables::sales));
    return tables.rowsRead((long) stores.size() * products.size() * steps.count()).build();
  }

  /**
   * What a host would hand in at each tick: late rows are there from their delivery on, and rows
   * are wrong until they are corrected.
   *
   * @return the inputs; they hold the sales of one moment at a time
   */
  public Inputs arriving() {
    return new ArrivingWorld(this, deliveries());
  }

  /**
   * What is measured in this world: prices, discounts of promotions, temperature and rain of each
   * city. Inputs have it if the builder was told so.
   *
   * @return the drivers, by what they measure
   */
  public List<Driver> drivers() {
    return DriverRows.of(steps, products, staged, stores, seed);
  }

  InputTables.Builder tablesWithoutSales() {
    SalesSource source =
        SalesSource.builder().name("simulated").cadence(steps.cadence()).currency("GBP").build();
    InputTables.Builder tables = InputTables.builder(source);
    stores.forEach(store -> tables.store(store.store()));
    ContextRows context = ContextRows.of(staged, stores);
    return tables
        .campaigns(context.campaigns())
        .contextEvents(context.events())
        .drivers(isMeasured ? drivers() : List.of());
  }

  private WorldStore find(StoreId store) {
    return stores.stream()
        .filter(s -> s.store().storeId().equals(store))
        .findFirst()
        .orElseThrow(() -> Rules.broken("store_id", store, "a store of this world"));
  }

  /** {@return what truly happens in this world} */
  public GroundTruth truth() {
    TreeSet<StoreId> quiet = new TreeSet<>();
    stores.forEach(s -> quiet.add(s.store().storeId()));
    GroundTruth.Builder truth = GroundTruth.builder();
    for (StagedNarrative happening : staged) {
      List<AffectedSeries> affected = affected(happening);
      if (!affected.isEmpty()) {
        truth.addHappenings(happening(happening, affected));
        affected.forEach(a -> quiet.remove(a.id().store()));
      }
    }
    return truth.quietStores(quiet).faults(feed.truth(steps)).build();
  }

  private List<AffectedSeries> affected(StagedNarrative happening) {
    if (!renderer.shows(happening)) {
      return List.of();
    }
    return stores.stream()
        .filter(store -> happening.playsAt(store.store()))
        .flatMap(
            store -> happening.skus().stream().map(sku -> renderer.affected(happening, store, sku)))
        .sorted(Comparator.comparing(AffectedSeries::id))
        .toList();
  }

  private static Happening happening(StagedNarrative staged, List<AffectedSeries> affected) {
    Narrative narrative = staged.narrative();
    return Happening.builder()
        .id(narrative.id())
        .cause(narrative.title())
        .category(narrative.category())
        .subtype(narrative.subtype())
        .shape(narrative.shape())
        .direction(narrative.direction())
        .span(staged.span())
        .affected(affected)
        .build();
  }

  private List<SalesSeries> sales(WorldStore store) {
    return sold(store).stream().map(s -> feed.known(store, s)).toList();
  }

  private List<SalesSeries> sold(WorldStore store) {
    return products.stream().map(product -> renderer.sales(store, product)).toList();
  }

  private StagedNarrative staged(WorldBuilder settings, Narrative narrative) {
    return StagedNarrative.of(
        narrative, settings.narratives.spanOf(narrative, firstDay), products, settings.seed);
  }

  private static Steps steps(WorldBuilder settings) {
    Cadence cadence = settings.cadence;
    Instant start = startOf(settings.firstDay);
    Instant from = cadence.floor(start.minus(WARM_UP));
    Instant to = start.plus(Duration.ofDays(settings.days));
    return Steps.of(from, cadence, Math.toIntExact(cadence.stepsIn(Duration.between(from, to))));
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
