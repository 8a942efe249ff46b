package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.KnownDriver;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.core.input.DriverBook;
import org.minorityreport.core.input.InputLedger;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.model.DegradationCodes;

/**
 * Stores and context as the logs had them at each tick. Memory grows with the rows of both logs.
 */
final class LoggedContext {
  private final SortedMap<StoreId, NavigableMap<Instant, StoreRecord>> stores = new TreeMap<>();
  private final SortedMap<String, NavigableMap<Instant, ContextRecord>> context = new TreeMap<>();
  private final TickIndex ticks;
  private final boolean heal;

  /**
   * Reads both logs.
   *
   * @param heal whether a source that a tick missed counts as there
   */
  LoggedContext(LogStore store, RunId run, TickIndex ticks, boolean heal) {
    this.ticks = ticks;
    this.heal = heal;
    CommitPosition head = store.head();
    store.read(
        Logs.STORES,
        run,
        CommitPosition.START,
        head,
        row -> {
          if (!row.isRetracted()) {
            StoreRecord read = LogCodec.read(Logs.STORES, row);
            stores.computeIfAbsent(read.storeId(), k -> new TreeMap<>()).put(row.writtenAt(), read);
          }
        });
    store.read(
        Logs.CONTEXT,
        run,
        CommitPosition.START,
        head,
        row -> {
          if (!row.isRetracted()) {
            ContextRecord read = LogCodec.read(Logs.CONTEXT, row);
            context
                .computeIfAbsent(read.kind() + " " + read.ref(), k -> new TreeMap<>())
                .put(row.writtenAt(), read);
          }
        });
  }

  /** {@return a store as it was at a tick; as it was first known, if that was later} */
  Store store(Store today, Instant tick) {
    NavigableMap<Instant, StoreRecord> rows = stores.get(today.storeId());
    if (rows == null) {
      return today;
    }
    Map.Entry<Instant, StoreRecord> row = rows.floorEntry(tick);
    return (row == null ? rows.firstEntry() : row).getValue().store();
  }

  /** {@return a store as it was at a tick, whether or not it is there today} */
  Optional<Store> store(StoreId id, Instant tick) {
    NavigableMap<Instant, StoreRecord> rows = stores.get(id);
    return Optional.ofNullable(rows)
        .map(r -> r.floorEntry(tick) == null ? r.firstEntry() : r.floorEntry(tick))
        .map(e -> e.getValue().store());
  }

  /** {@return the campaigns that a tick knew; absent if it missed that source} */
  Optional<List<Campaign>> campaigns(Instant tick) {
    return at(tick, InputLedger.CAMPAIGN, "CAMPAIGNS_missing", Campaign.class);
  }

  /** {@return the context events that a tick knew; absent if it missed that source} */
  Optional<List<ContextEvent>> contextEvents(Instant tick) {
    return at(tick, InputLedger.CONTEXT_EVENT, "CONTEXT_missing", ContextEvent.class);
  }

  private <T> Optional<List<T>> at(Instant tick, String kind, String code, Class<T> type) {
    boolean missing =
        !heal
            && ticks
                .trouble(tick, Stages.ATTRIBUTION)
                .filter(run -> run.degradedReasons().contains(code))
                .isPresent();
    if (missing) {
      return Optional.empty();
    }
    List<T> known = new ArrayList<>();
    for (NavigableMap<Instant, ContextRecord> rows :
        context.subMap(kind + " ", kind + "!").values()) {
      Map.Entry<Instant, ContextRecord> row = rows.floorEntry(tick);
      if (row != null && !row.getValue().withdrawn().orElse(false)) {
        known.add(CanonicalJson.read(CanonicalJson.bytes(body(rows, tick)), type));
      }
    }
    return Optional.of(known);
  }

  /**
   * The drivers that a tick knew, and earlier ones of them, each with the steps that it counts for:
   * those that the tick which logged it was the first to see, and later ones; what the first tick
   * of the run logged was known as long as its source says.
   *
   * @return the drivers; absent if the tick missed that source
   */
  Optional<DriverBook> drivers(Instant tick) {
    boolean missing =
        !heal
            && ticks
                .trouble(tick, StageRuns.DETECTION)
                .filter(run -> run.degradedReasons().contains(DegradationCodes.DRIVERS_MISSING))
                .isPresent();
    if (missing) {
      return Optional.empty();
    }
    List<KnownDriver> known = new ArrayList<>();
    for (NavigableMap<Instant, ContextRecord> rows :
        context.subMap(InputLedger.DRIVER + " ", InputLedger.DRIVER + "!").values()) {
      add(rows.headMap(tick, true), known);
    }
    return Optional.of(DriverBook.ofKnown(known));
  }

  private void add(NavigableMap<Instant, ContextRecord> rows, List<KnownDriver> known) {
    Optional<Instant> until = Optional.empty();
    for (Map.Entry<Instant, ContextRecord> row : rows.descendingMap().entrySet()) {
      Optional<Instant> since = since(row.getKey());
      if (!row.getValue().withdrawn().orElse(false)) {
        byte[] body = CanonicalJson.bytes(row.getValue().body());
        Driver driver = CanonicalJson.read(body, Driver.class);
        Instant logged = since.orElse(Instant.MIN);
        since = driver.recordedAt().filter(r -> !r.isBefore(logged)).or(() -> since(row.getKey()));
        known.add(KnownDriver.builder().driver(driver).since(since).until(until).build());
      }
      until = since;
    }
  }

  /** Just after the tick before one; absent at the first. */
  private Optional<Instant> since(Instant tick) {
    return ticks.before(tick).map(before -> before.plusNanos(1));
  }

  private static Map<String, Object> body(NavigableMap<Instant, ContextRecord> rows, Instant tick) {
    return rows.floorEntry(tick).getValue().body();
  }
}
