package org.minorityreport.core.input;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Delivery;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.InputsRecord;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.json.CanonicalJson;

/** Compares the inputs of a tick with what the logs hold, and writes down what is new. */
public final class InputLedger {
  /** The kind of a campaign in {@code context_log}. */
  public static final String CAMPAIGN = "campaign";

  /** The kind of a context event in {@code context_log}. */
  public static final String CONTEXT_EVENT = "context_event";

  /** The kind of a driver in {@code context_log}. */
  public static final String DRIVER = "driver";

  /** What is known before the first tick: nothing. */
  public static final InputState EMPTY =
      new InputState(
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeSet<>(),
          List.of(),
          Optional.empty(),
          new TreeMap<>(),
          new TreeMap<>(),
          Optional.empty());

  private static final Cadence DAY = DayDigests.DAY;

  private final RunId run;
  private final Instant tick;
  private final InputSnapshot inputs;
  private final InputState before;
  private final List<StoreRecord> stores = new ArrayList<>();
  private final List<ContextRecord> context = new ArrayList<>();
  private final SortedMap<String, String> hashes = new TreeMap<>();
  private final SortedSet<String> deliveries;
  private final List<Campaign> campaigns = new ArrayList<>();
  private final List<ContextEvent> contextEvents = new ArrayList<>();
  private final Optional<InputsRecord> changes;
  private final List<StoreId> silent = new ArrayList<>();
  private Optional<Instant> digestedTo;
  private final SortedMap<StoreId, SortedMap<String, String>> digests;

  /**
   * Compares.
   *
   * @param run the line of work
   * @param tick the moment of the run
   * @param inputs what is there now
   * @param before what the logs hold
   */
  public InputLedger(RunId run, Instant tick, InputSnapshot inputs, InputState before) {
    this(run, tick, inputs, before, DriverBook.of(inputs.drivers().orElse(List.of())));
  }

  /**
   * Compares.
   *
   * @param run the line of work
   * @param tick the moment of the run
   * @param inputs what is there now
   * @param before what the logs hold
   * @param drivers the drivers of the inputs
   */
  public InputLedger(
      RunId run, Instant tick, InputSnapshot inputs, InputState before, DriverBook drivers) {
    this.run = run;
    this.tick = tick;
    this.inputs = inputs;
    this.before = before;
    this.digestedTo = before.digestedTo();
    this.digests = new TreeMap<>(before.digests());
    this.deliveries = new TreeSet<>(before.deliveries());
    compareStores();
    inputs
        .campaigns()
        .ifPresent(rows -> rows.stream().filter(c -> known(c.recordedAt())).forEach(this::add));
    inputs
        .contextEvents()
        .ifPresent(rows -> rows.stream().filter(c -> known(c.recordedAt())).forEach(this::add));
    for (Driver driver : drivers.at(tick)) {
      compare(driver, drivers.hash(driver));
    }
    keepMissing(CAMPAIGN, inputs.campaigns().isEmpty());
    keepMissing(DRIVER, inputs.drivers().isEmpty());
    keepMissing(CONTEXT_EVENT, inputs.contextEvents().isEmpty());
    withdraw();
    this.changes = deliveries();
  }

  /** {@return rows of stores_log, by store} */
  public List<StoreRecord> stores() {
    return stores;
  }

  /** {@return rows of context_log} */
  public List<ContextRecord> context() {
    return context;
  }

  /** {@return the row of inputs_log, if something changed} */
  public Optional<InputsRecord> changes() {
    return changes;
  }

  /** {@return the campaigns known at the tick, by id} */
  public List<Campaign> campaigns() {
    return campaigns;
  }

  /** {@return the context events known at the tick, by id} */
  public List<ContextEvent> contextEvents() {
    return contextEvents;
  }

  /**
   * The digest of a campaign or context event, as evidence names it.
   *
   * @param kind {@link #CAMPAIGN} or {@link #CONTEXT_EVENT}
   * @param ref its id
   * @return SHA-256 of its canonical JSON, as hex
   */
  public String contentHash(String kind, String ref) {
    String hash = hashes.get(name(kind, ref));
    if (hash == null) {
      throw new IllegalArgumentException("no " + kind + " " + ref + " at " + tick);
    }
    return hash;
  }

  /** {@return what the logs hold after this tick} */
  public InputState after() {
    TreeMap<StoreId, Store> now = new TreeMap<>();
    inputs.stores().forEach(s -> now.put(s.storeId(), s));
    return new InputState(
        now, hashes, deliveries, silent, digestedTo, digests, new TreeMap<>(), Optional.of(tick));
  }

  private boolean known(Optional<Instant> recordedAt) {
    return recordedAt.isEmpty() || !recordedAt.get().isAfter(tick);
  }

  private void compareStores() {
    Set<StoreId> present = new HashSet<>();
    for (Store store : inputs.stores()) {
      present.add(store.storeId());
      if (!same(store, before.stores().get(store.storeId()))) {
        stores.add(row(store).build());
      }
    }
    for (Store store : before.stores().values()) {
      if (!present.contains(store.storeId())) {
        stores.add(row(store).gone(true).build());
      }
    }
  }

  /** By the canonical form, as numbers among the attributes come back from a log as decimals. */
  private static boolean same(Store now, @Nullable Store before) {
    return now.equals(before)
        || (before != null && Arrays.equals(CanonicalJson.bytes(now), CanonicalJson.bytes(before)));
  }

  private StoreRecord.Builder row(Store store) {
    return StoreRecord.builder().runId(run).writtenAt(tick).storeId(store.storeId()).store(store);
  }

  private void add(Campaign campaign) {
    campaigns.add(campaign);
    compare(CAMPAIGN, campaign.campaignId(), CanonicalJson.bytes(campaign));
  }

  private void add(ContextEvent event) {
    contextEvents.add(event);
    compare(CONTEXT_EVENT, event.contextId(), CanonicalJson.bytes(event));
  }

  private void compare(Driver driver, String hash) {
    String name = name(DRIVER, driver.ref());
    hashes.put(name, hash);
    if (!hash.equals(before.contentHashes().get(name))) {
      Map<String, Object> body = CanonicalJson.fields(CanonicalJson.bytes(driver));
      context.add(row(DRIVER, driver.ref(), hash, body).build());
    }
  }

  private void compare(String kind, String ref, byte[] json) {
    String hash = Digests.sha256Hex(json);
    hashes.put(name(kind, ref), hash);
    if (!hash.equals(before.contentHashes().get(name(kind, ref)))) {
      context.add(row(kind, ref, hash, CanonicalJson.fields(json)).build());
    }
  }

  /** What a source holds that cannot be read just now is not withdrawn. */
  private void keepMissing(String kind, boolean missing) {
    before.contentHashes().entrySet().stream()
        .filter(entry -> missing && entry.getKey().startsWith(kind + " "))
        .forEach(entry -> hashes.put(entry.getKey(), entry.getValue()));
  }

  /** What is gone is withdrawn; its body stays where it was logged first. */
  private void withdraw() {
    for (Map.Entry<String, String> entry : before.contentHashes().entrySet()) {
      if (!hashes.containsKey(entry.getKey())) {
        int cut = entry.getKey().indexOf(' ');
        String kind = entry.getKey().substring(0, cut);
        String ref = entry.getKey().substring(cut + 1);
        context.add(row(kind, ref, entry.getValue(), Map.of()).withdrawn(true).build());
      }
    }
  }

  private ContextRecord.Builder row(
      String kind, String ref, String hash, Map<String, Object> body) {
    return ContextRecord.builder()
        .runId(run)
        .writtenAt(tick)
        .kind(kind)
        .ref(ref)
        .contentHash(hash)
        .body(body);
  }

  static String name(Delivery delivery) {
    return delivery.name() + " " + delivery.digest();
  }

  static String name(String kind, String ref) {
    return kind + " " + ref;
  }

  /** The digests of the days that the tick completes, new deliveries, and silent stores. */
  private Optional<InputsRecord> deliveries() {
    List<Delivery> fresh = new ArrayList<>();
    for (Delivery delivery : inputs.deliveries()) {
      if (deliveries.add(name(delivery))) {
        fresh.add(delivery);
      }
    }
    SortedMap<String, SortedMap<String, String>> days = digests();
    Collections.sort(silent);
    if (fresh.isEmpty() && days.isEmpty() && silent.equals(before.silent())) {
      return Optional.empty();
    }
    boolean delivered = !fresh.isEmpty() || (before.stores().isEmpty() && inputs.rowsRead() > 0);
    return Optional.of(
        InputsRecord.builder()
            .runId(run)
            .writtenAt(tick)
            .source(inputs.source().name())
            .deliveries(fresh)
            .digests(days)
            .rowsRead(delivered ? inputs.rowsRead() : 0)
            .rowsRefused(delivered ? inputs.refused().size() : 0)
            .rowsLate(late(fresh))
            .silentStores(silent)
            .build());
  }

  /** How many rows of new deliveries are about steps that an earlier tick could have seen. */
  private Optional<Long> late(List<Delivery> fresh) {
    boolean counted = fresh.stream().anyMatch(d -> d.deliveredAt().isPresent());
    return before
        .tick()
        .filter(t -> counted)
        .map(t -> inputs.source().cadence().floor(t))
        .map(seen -> fresh.stream().mapToLong(d -> inputs.rowsAbout(d, seen)).sum());
  }

  private SortedMap<String, SortedMap<String, String>> digests() {
    SortedMap<String, SortedMap<String, String>> logged = new TreeMap<>();
    before.corrected().forEach((store, days) -> log(logged, store, days));
    Instant seen = inputs.covers().to().isBefore(tick) ? inputs.covers().to() : tick;
    Instant from = before.digestedTo().orElse(DAY.floor(inputs.covers().from()));
    Instant to = DAY.floor(seen);
    Cadence cadence = inputs.source().cadence();
    Instant newest = cadence.plus(cadence.floor(seen), -1);
    Instant begin = newest.isBefore(from) ? newest : from;
    if (!begin.isBefore(seen)) {
      return logged;
    }
    if (to.isAfter(from)) {
      digestedTo = Optional.of(to);
    }
    for (Store store : inputs.stores()) {
      List<SalesSeries> sales = inputs.sales(store.storeId(), TimeSpan.of(begin, seen));
      if (sales.stream().noneMatch(s -> s.size() > 0 && s.isKnown(s.size() - 1))) {
        silent.add(store.storeId());
      }
      SortedMap<String, String> days = new TreeMap<>();
      SortedMap<String, String> known = digests.getOrDefault(store.storeId(), new TreeMap<>());
      for (Instant day = from; day.isBefore(to); day = DAY.plus(day, 1)) {
        String digest = DayDigests.of(sales, day);
        if (!digest.equals(known.getOrDefault(DayDigests.name(day), DayDigests.NOTHING))) {
          days.put(DayDigests.name(day), digest);
        }
      }
      log(logged, store.storeId(), days);
    }
    return logged;
  }

  /** Notes digests, for the log and for the next tick; those of other stores are shared with it. */
  private void log(
      SortedMap<String, SortedMap<String, String>> logged,
      StoreId store,
      SortedMap<String, String> days) {
    if (days.isEmpty()) {
      return;
    }
    logged.computeIfAbsent(store.value(), k -> new TreeMap<>()).putAll(days);
    SortedMap<String, String> all = new TreeMap<>(digests.getOrDefault(store, new TreeMap<>()));
    all.putAll(days);
    digests.put(store, all);
  }
}
