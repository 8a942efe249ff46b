package org.minorityreport.core.input;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.InputsRecord;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.core.json.StandingRecords;

/** Reads from the logs what they hold of the inputs; what the source holds today does not count. */
public final class LoggedInputs {
  private LoggedInputs() {}

  /**
   * What the logs hold of the inputs after a tick.
   *
   * @param store the logs
   * @param run the line of work
   * @param tick rows of later ticks are not looked at
   * @return the state that the ledger of the next tick compares with
   */
  public static InputState after(LogStore store, RunId run, Instant tick) {
    InputState state = before(store, run, tick.plusNanos(1));
    return new InputState(
        state.stores(),
        state.contentHashes(),
        state.deliveries(),
        state.silent(),
        state.digestedTo(),
        state.digests(),
        state.corrected(),
        Optional.of(tick));
  }

  /**
   * What the logs hold of the inputs before a tick.
   *
   * @param store the logs
   * @param run the line of work
   * @param tick rows of this tick and of later ones are not looked at
   * @return the state that the ledger of that tick compares with
   */
  public static InputState before(LogStore store, RunId run, Instant tick) {
    SortedMap<StoreId, Store> stores = new TreeMap<>();
    for (StoreRecord row : StandingRecords.before(store, Logs.STORES, run, tick)) {
      if (row.gone().orElse(false)) {
        stores.remove(row.storeId());
      } else {
        stores.put(row.storeId(), row.store());
      }
    }
    SortedMap<String, String> hashes = new TreeMap<>();
    for (ContextRecord row : StandingRecords.before(store, Logs.CONTEXT, run, tick)) {
      String name = InputLedger.name(row.kind(), row.ref());
      if (row.withdrawn().orElse(false)) {
        hashes.remove(name);
      } else {
        hashes.put(name, row.contentHash());
      }
    }
    SortedSet<String> deliveries = new TreeSet<>();
    List<StoreId> silent = List.of();
    Optional<Instant> digestedTo = Optional.empty();
    SortedMap<StoreId, SortedMap<String, String>> digests = new TreeMap<>();
    for (InputsRecord row : StandingRecords.before(store, Logs.INPUTS, run, tick)) {
      row.deliveries().forEach(d -> deliveries.add(InputLedger.name(d)));
      silent = row.silentStores();
      digestedTo = later(digestedTo, row.digests());
      row.digests()
          .forEach(
              (id, days) ->
                  digests.computeIfAbsent(StoreId.of(id), k -> new TreeMap<>()).putAll(days));
    }
    return new InputState(
        stores, hashes, deliveries, silent, digestedTo, digests, new TreeMap<>(), Optional.empty());
  }

  private static Optional<Instant> later(
      Optional<Instant> before, Map<String, SortedMap<String, String>> digests) {
    Optional<Instant> end = before;
    for (SortedMap<String, String> days : digests.values()) {
      Instant dayEnd =
          LocalDate.parse(days.lastKey()).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      end = end.isEmpty() || dayEnd.isAfter(end.get()) ? Optional.of(dayEnd) : end;
    }
    return end;
  }
}
