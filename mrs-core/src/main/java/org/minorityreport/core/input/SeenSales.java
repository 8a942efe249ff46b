package org.minorityreport.core.input;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.core.identity.Digests;

/**
 * The digest of all that a tick could see of the sales, as {@code stage_runs_log} has it: SHA-256
 * over the digests of the UTC days of the look-back, each of them over what its stores sold (see
 * {@code DayLinks}). A tick digests only the steps that it adds.
 *
 * <p>One thread at a time; memory grows with stores x days of the look-back (about 100 bytes each).
 */
public final class SeenSales {
  private final Duration lookBack;
  private final Map<StoreId, DayLinks> byStore = new TreeMap<>();
  private final TreeMap<Instant, byte[]> days = new TreeMap<>();
  private @Nullable InputSnapshot data;
  private List<StoreId> stores = List.of();

  /**
   * Nothing seen yet.
   *
   * @param lookBack how far back a tick looks
   */
  public SeenSales(Duration lookBack) {
    this.lookBack = lookBack;
  }

  /**
   * Looks at another snapshot of the same source: what it left as it was stays digested.
   *
   * @param snapshot the data of the next tick
   */
  public void follow(InputSnapshot snapshot) {
    InputSnapshot before = data;
    if (before == null || before == snapshot) {
      return;
    }
    data = null; // should the source fail in between
    Cadence cadence = snapshot.source().cadence();
    Cadence daily = daily(cadence);
    snapshot
        .changedSince(before)
        .forEach(
            (store, step) -> {
              days.tailMap(daily.floor(step), true).clear();
              DayLinks links = byStore.get(store);
              if (links != null) {
                links.forgetFrom(step, cadence, daily);
              }
            });
    data = snapshot;
  }

  /**
   * The digest.
   *
   * @param tick the tick
   * @param snapshot the data; what was digested of another one that it does not follow is forgotten
   * @return 64 hex digits
   */
  public String of(Instant tick, InputSnapshot snapshot) {
    List<StoreId> present = snapshot.stores().stream().map(Store::storeId).toList();
    if (data != snapshot) {
      byStore.clear();
      days.clear();
    }
    if (!present.equals(stores)) {
      days.clear();
      stores = present;
    }
    data = null; // should the source fail in between
    Cadence cadence = snapshot.source().cadence();
    Cadence daily = daily(cadence);
    Instant first = daily.floor(tick.minus(lookBack));
    Instant end = cadence.floor(tick);
    Instant last = daily.floor(end);
    days.headMap(first).clear();
    List<byte[]> parts = new ArrayList<>();
    for (Instant day = first; day.isBefore(last); day = daily.plus(day, 1)) {
      byte[] known = days.get(day);
      if (known == null) {
        known = all(snapshot, day, daily.plus(day, 1));
        days.put(day, known);
      }
      parts.add(known);
    }
    parts.add(all(snapshot, last, end));
    byStore.values().forEach(links -> links.forgetBefore(first));
    data = snapshot;
    return Digests.sha256Hex(parts.toArray(byte[][]::new));
  }

  /** Steps of a day or longer are days of their own. */
  private static Cadence daily(Cadence cadence) {
    return cadence.isDaily() ? cadence : DayDigests.DAY;
  }

  /** The digest of a day up to a moment, over all stores. */
  private byte[] all(InputSnapshot snapshot, Instant day, Instant end) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (StoreId store : stores) {
      hasher.putBytes(
          byStore.computeIfAbsent(store, DayLinks::new).upTo(end, day, daily(snapshot), snapshot));
    }
    return hasher.hash().asBytes();
  }

  private static Cadence daily(InputSnapshot snapshot) {
    return daily(snapshot.source().cadence());
  }
}
