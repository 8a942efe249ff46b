package org.minorityreport.core.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.lifecycle.ExampleDrivers;
import org.minorityreport.api.record.AttributionPrediction;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.core.attribution.CandidateDrivers;
import org.minorityreport.core.input.InputLedger;
import org.minorityreport.core.json.CanonicalJson;

/**
 * What was measured of campaigns and context events, as each tick logged it. Mutable, one thread;
 * memory grows with the drivers that belong to one.
 */
final class LoggedDrivers {
  private static final Comparator<Driver> ORDER =
      Comparator.comparing(Driver::driverId).thenComparing(Driver::timestamp);

  /** The measurements of each campaign ("true " and its id) or context event. */
  private final Map<String, SortedSet<String>> byOwner = new HashMap<>();

  /** What ticks logged of each measurement; empty where it was taken back. */
  private final Map<String, NavigableMap<Instant, Optional<Driver>>> states = new HashMap<>();

  void add(ContextRecord row) {
    if (!row.kind().equals(InputLedger.DRIVER)) {
      return;
    }
    boolean withdrawn = row.withdrawn().orElse(false);
    Optional<Driver> said =
        withdrawn
            ? Optional.empty()
            : Optional.of(CanonicalJson.read(CanonicalJson.bytes(row.body()), Driver.class));
    said.flatMap(Driver::campaignId).ifPresent(id -> own(key(true, id), row));
    said.flatMap(Driver::contextId).ifPresent(id -> own(key(false, id), row));
    states.computeIfAbsent(row.ref(), k -> new TreeMap<>()).put(row.writtenAt(), said);
  }

  private void own(String owner, ContextRecord row) {
    byOwner.computeIfAbsent(owner, k -> new TreeSet<>()).add(row.ref());
  }

  private static String key(boolean campaign, String id) {
    return campaign + " " + id;
  }

  /** What attribution was given of the candidates of a report, when it proposed. */
  List<ExampleDrivers> of(
      AttributionPrediction said, StoreId store, Optional<String> region, List<Sku> skus) {
    if (byOwner.isEmpty()) {
      return List.of();
    }
    SortedMap<String, String> owners = new TreeMap<>();
    said.output().stream()
        .flatMap(cause -> cause.evidence().stream())
        .forEach(
            (Evidence evidence) ->
                owners.put(
                    evidence.ref(), key(evidence.kind() == EvidenceKind.CAMPAIGN, evidence.ref())));
    List<ExampleDrivers> drivers = new ArrayList<>();
    owners.forEach(
        (ref, owner) -> {
          List<Driver> known = known(owner, said.writtenAt());
          known.removeIf(driver -> !CandidateDrivers.touches(driver, store, region, skus));
          if (!known.isEmpty()) {
            drivers.add(ExampleDrivers.builder().ref(ref).drivers(known).build());
          }
        });
    return drivers;
  }

  private List<Driver> known(String owner, Instant tick) {
    List<Driver> known = new ArrayList<>();
    for (String ref : byOwner.getOrDefault(owner, new TreeSet<>())) {
      Map.Entry<Instant, Optional<Driver>> state =
          states.getOrDefault(ref, new TreeMap<>()).floorEntry(tick);
      if (state != null) {
        state.getValue().filter(driver -> isOf(driver, owner)).ifPresent(known::add);
      }
    }
    known.sort(ORDER);
    return known;
  }

  /** A measurement may have been corrected to belong to something else. */
  private static boolean isOf(Driver driver, String owner) {
    return driver.campaignId().filter(id -> key(true, id).equals(owner)).isPresent()
        || driver.contextId().filter(id -> key(false, id).equals(owner)).isPresent();
  }
}
