package org.minorityreport.mock.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Delivery;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.mock.world.narrative.FeedFaultKind;

/** What arrives of what was sold: at first, and in the deliveries that follow. Immutable. */
final class WorldFeed {
  private final List<StagedFault> faults;
  private final List<WorldStore> stores;

  WorldFeed(List<StagedFault> faults, List<WorldStore> stores) {
    this.faults = List.copyOf(faults);
    this.stores = stores;
  }

  /** What is known in the end: all but gaps. */
  SalesSeries known(WorldStore store, SalesSeries sold) {
    return spoilt(store, sold, FeedFaultKind.GAP);
  }

  /**
   * What arrives with the running feed: nothing of gaps and late rows, and rows yet uncorrected.
   */
  SalesSeries first(WorldStore store, SalesSeries sold) {
    SalesSeries first = spoilt(store, sold, FeedFaultKind.GAP);
    first = spoilt(store, first, FeedFaultKind.CORRECTED);
    return spoilt(store, first, FeedFaultKind.LATE);
  }

  private SalesSeries spoilt(WorldStore store, SalesSeries sold, FeedFaultKind kind) {
    SalesSeries spoilt = sold;
    for (StagedFault fault : faults) {
      if (fault.fault().kind() == kind && fault.playsAt(store.store())) {
        spoilt = spoilt(spoilt, fault);
      }
    }
    return spoilt;
  }

  private static SalesSeries spoilt(SalesSeries sold, StagedFault fault) {
    boolean corrected = fault.fault().kind() == FeedFaultKind.CORRECTED;
    long[] units = new long[sold.size()];
    long[] cents = new long[sold.size()];
    for (int i = 0; i < units.length; i++) {
      units[i] = sold.thousandthsAt(i);
      cents[i] = sold.revenueCentsAt(i);
      if (fault.span().contains(sold.steps().timeAt(i)) && sold.isKnown(i)) {
        double factor = fault.fault().factor();
        units[i] = corrected ? 1000 * Math.round(units[i] / 1000.0 * factor) : SalesSeries.UNKNOWN;
        cents[i] = corrected ? Math.round(cents[i] * factor) : SalesSeries.UNKNOWN;
      }
    }
    return SalesSeries.of(sold.id(), sold.steps(), units, cents);
  }

  /** The deliveries that follow, by time; sales are asked for by store. */
  List<SalesDelivery> later(Function<WorldStore, List<SalesSeries>> known) {
    List<SalesDelivery> later = new ArrayList<>();
    for (StagedFault fault : faults) {
      fault.deliveredAt().ifPresent(at -> deliver(fault, at, known, later));
    }
    later.sort(
        Comparator.comparing((SalesDelivery d) -> d.delivery().deliveredAt().orElseThrow())
            .thenComparing(d -> d.delivery().name()));
    return later;
  }

  private void deliver(
      StagedFault fault,
      Instant at,
      Function<WorldStore, List<SalesSeries>> known,
      List<SalesDelivery> later) {
    List<SalesSeries> parts = new ArrayList<>();
    for (WorldStore store : stores) {
      if (fault.playsAt(store.store())) {
        known.apply(store).stream()
            .map(s -> s.between(fault.span().from(), fault.span().to()))
            .filter(s -> s.size() > 0)
            .forEach(parts::add);
      }
    }
    parts.sort(Comparator.comparing(SalesSeries::id));
    if (!parts.isEmpty()) {
      Delivery delivery =
          Delivery.builder()
              .name(fault.fault().id() + ".csv")
              .deliveredAt(at)
              .digest(digest(parts))
              .build();
      later.add(SalesDelivery.builder().delivery(delivery).sales(parts).build());
    }
  }

  /** The faults as they took place, by start and id. */
  List<TrueFault> truth(Steps steps) {
    List<TrueFault> truth = new ArrayList<>();
    for (StagedFault fault : faults) {
      List<StoreId> at =
          stores.stream()
              .map(WorldStore::store)
              .filter(fault::playsAt)
              .map(s -> s.storeId())
              .sorted()
              .toList();
      boolean shows =
          fault.span().from().isBefore(steps.to()) && fault.span().to().isAfter(steps.from());
      if (!at.isEmpty() && shows) {
        truth.add(
            TrueFault.builder()
                .id(fault.fault().id())
                .kind(fault.fault().kind())
                .span(fault.span())
                .stores(at)
                .deliveredAt(fault.deliveredAt())
                .build());
      }
    }
    return truth;
  }

  private static String digest(List<SalesSeries> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (SalesSeries part : parts) {
        for (int i = 0; i < part.size(); i++) {
          String row = part.id() + "," + part.steps().timeAt(i) + "," + part.thousandthsAt(i);
          digest.update(
              (row + "," + part.revenueCentsAt(i) + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
