package org.minorityreport.core.input;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.model.Covariates;
import org.minorityreport.api.model.KnownDriver;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.json.CanonicalJson;

/**
 * The drivers of one state of the inputs, by what they touch (spec 3.8). Thread-safe; memory grows
 * with drivers x the series that each touches.
 *
 * <p>A driver that belongs to a campaign or context event goes to attribution with that; to the
 * models of detection only if it names stores, regions or products itself.
 */
public final class DriverBook {
  private static final Comparator<KnownDriver> ORDER =
      Comparator.comparing((KnownDriver known) -> known.driver().driverId())
          .thenComparing(known -> known.driver().timestamp())
          .thenComparing(known -> known.since().orElse(Instant.MIN));

  /** No drivers. */
  public static final DriverBook EMPTY = new DriverBook(List.of());

  private final List<KnownDriver> all;
  private final Map<String, List<KnownDriver>> byCandidate = new HashMap<>();
  private final Map<StoreId, OfStore> byStore = new ConcurrentHashMap<>();
  private final Map<Driver, String> hashes = new ConcurrentHashMap<>();

  private DriverBook(Collection<KnownDriver> known) {
    this.all = known.stream().sorted(ORDER).toList();
    for (KnownDriver one : all) {
      Driver driver = one.driver();
      driver.campaignId().ifPresent(id -> add(key(true, id), one));
      driver.contextId().ifPresent(id -> add(key(false, id), one));
    }
  }

  private void add(String candidate, KnownDriver driver) {
    byCandidate.computeIfAbsent(candidate, k -> new ArrayList<>()).add(driver);
  }

  /**
   * The drivers that a source holds: of several measurements of one driver and time each counts
   * until the next was recorded.
   *
   * @param drivers all of them, in any order
   * @return the book
   */
  public static DriverBook of(List<Driver> drivers) {
    if (drivers.isEmpty()) {
      return EMPTY;
    }
    SortedMap<String, SortedMap<Instant, Driver>> versions = new TreeMap<>();
    for (Driver driver : drivers) {
      versions
          .computeIfAbsent(driver.ref(), k -> new TreeMap<>())
          .put(driver.recordedAt().orElse(Instant.MIN), driver);
    }
    List<KnownDriver> known = new ArrayList<>(drivers.size());
    for (SortedMap<Instant, Driver> of : versions.values()) {
      List<Instant> times = List.copyOf(of.keySet());
      int i = 0;
      for (Driver driver : of.values()) {
        i++;
        known.add(
            KnownDriver.builder()
                .driver(driver)
                .since(driver.recordedAt())
                .until(i < times.size() ? Optional.of(times.get(i)) : Optional.empty())
                .build());
      }
    }
    return new DriverBook(known);
  }

  /**
   * Drivers of which it is known when each counted.
   *
   * @param known all of them
   * @return the book
   */
  public static DriverBook ofKnown(Collection<KnownDriver> known) {
    return known.isEmpty() ? EMPTY : new DriverBook(known);
  }

  /** {@return whether there are none} */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * The drivers that a tick knows.
   *
   * @param tick the tick
   * @return one for each driver and time, by driver and time
   */
  public List<Driver> at(Instant tick) {
    return known(all, tick);
  }

  /**
   * The digest of a driver.
   *
   * @param driver a driver
   * @return SHA-256 of its canonical JSON, as hex
   */
  public String hash(Driver driver) {
    return hashes.computeIfAbsent(driver, d -> Digests.sha256Hex(CanonicalJson.bytes(d)));
  }

  /**
   * What may move the sales of a series, besides anomalies.
   *
   * @param store where
   * @param sku what
   * @param tick what was recorded later is left out
   * @return its covariates
   */
  public Covariates covariates(Store store, Sku sku, Instant tick) {
    return isEmpty() ? Covariates.NONE : of(store, sku).at(tick);
  }

  /**
   * The digest of what a model of detection is given of a series.
   *
   * @param sales the digest of its sales
   * @param store where
   * @param sku what
   * @param tick the tick
   * @return the same, with the drivers that the tick knows; without any, that of its sales
   */
  public String digest(String sales, Store store, Sku sku, Instant tick) {
    return isEmpty() ? sales : digest(sales, of(store, sku).known(tick));
  }

  private String digest(String first, List<Driver> drivers) {
    if (drivers.isEmpty()) {
      return first;
    }
    List<String> parts = new ArrayList<>(drivers.size() + 1);
    parts.add(first);
    drivers.forEach(driver -> parts.add(hash(driver)));
    return Digests.sha256Hex(CanonicalJson.bytes(parts));
  }

  /**
   * A candidate with the drivers that belong to it.
   *
   * @param candidate a campaign or context event
   * @param tick what was recorded later is left out
   * @return the same with all its drivers, wherever they are
   */
  public Candidate withDrivers(Candidate candidate, Instant tick) {
    String key = key(candidate.kind() == EvidenceKind.CAMPAIGN, candidate.ref());
    List<Driver> drivers = known(byCandidate.getOrDefault(key, List.of()), tick);
    return drivers.isEmpty()
        ? candidate
        : Candidate.builder().from(candidate).drivers(drivers).build();
  }

  /**
   * Whether a driver is about a store.
   *
   * @param driver a driver
   * @param store a store
   * @param region the region of the store
   * @return whether it names the store or its region, or neither stores nor regions
   */
  public static boolean touches(Driver driver, StoreId store, Optional<String> region) {
    return (driver.storeIds().isEmpty() && driver.regions().isEmpty())
        || driver.storeIds().contains(store)
        || region.filter(driver.regions()::contains).isPresent();
  }

  private static boolean isOfDetection(Driver driver) {
    boolean linked = driver.campaignId().isPresent() || driver.contextId().isPresent();
    return !linked
        || !driver.storeIds().isEmpty()
        || !driver.regions().isEmpty()
        || !driver.skus().isEmpty();
  }

  private static List<Driver> known(List<KnownDriver> drivers, Instant tick) {
    return drivers.stream().filter(k -> k.isKnownBy(tick)).map(KnownDriver::driver).toList();
  }

  private static String key(boolean campaign, String id) {
    return (campaign ? InputLedger.CAMPAIGN : InputLedger.CONTEXT_EVENT) + " " + id;
  }

  private OfSeries of(Store store, Sku sku) {
    OfStore known = byStore.get(store.storeId());
    if (known == null || !known.store().equals(store)) {
      List<KnownDriver> touching =
          all.stream()
              .filter(
                  k ->
                      isOfDetection(k.driver())
                          && touches(k.driver(), store.storeId(), store.region()))
              .toList();
      known = new OfStore(store, touching, new ConcurrentHashMap<>());
      byStore.put(store.storeId(), known);
    }
    return known.of(sku);
  }

  /** The drivers that touch a store as it is known now. */
  private record OfStore(Store store, List<KnownDriver> drivers, Map<Sku, OfSeries> bySku) {
    OfSeries of(Sku sku) {
      return bySku.computeIfAbsent(
          sku,
          k ->
              new OfSeries(
                  drivers.stream()
                      .filter(d -> d.driver().skus().isEmpty() || d.driver().skus().contains(k))
                      .toList()));
    }
  }

  /** The drivers that touch a series, and the whole of them as covariates. */
  private static final class OfSeries {
    private final List<KnownDriver> drivers;
    private final Covariates whole;
    private final Instant knownBy;

    OfSeries(List<KnownDriver> drivers) {
      this.drivers = drivers;
      this.whole =
          drivers.isEmpty() ? Covariates.NONE : Covariates.builder().drivers(drivers).build();
      this.knownBy =
          drivers.stream()
              .flatMap(known -> known.since().stream())
              .max(Comparator.naturalOrder())
              .orElse(Instant.MIN);
    }

    Covariates at(Instant tick) {
      if (!tick.isBefore(knownBy)) {
        return whole;
      }
      List<KnownDriver> some = new ArrayList<>(drivers);
      some.removeIf(known -> known.since().filter(tick::isBefore).isPresent());
      return some.isEmpty() ? Covariates.NONE : Covariates.builder().drivers(some).build();
    }

    List<Driver> known(Instant tick) {
      return DriverBook.known(drivers, tick);
    }
  }
}
