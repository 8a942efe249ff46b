package org.minorityreport.core.input;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.core.identity.Digests;

/**
 * Digests of what was sold, by series and UTC day; a complete day is digested once per run of the
 * program. Thread-safe; memory grows with series x days of the look-back (about 100 bytes each).
 *
 * <p>Input of a day's digest: per step its units in thousandths and its revenue in hundredths, as 8
 * bytes each, little-endian, the smallest long where unknown.
 */
public final class SeriesDigests {
  private static final Cadence DAY = Cadence.of(Duration.ofDays(1));

  private final Map<StoreId, Map<Sku, Map<Instant, byte[]>>> days = new ConcurrentHashMap<>();

  /**
   * The digest of a series: over the digests of its UTC days.
   *
   * @param series the series
   * @return 64 hex digits
   */
  public String digest(SalesSeries series) {
    Map<Instant, byte[]> known =
        days.computeIfAbsent(series.id().store(), k -> new ConcurrentHashMap<>())
            .computeIfAbsent(series.id().sku(), k -> new ConcurrentHashMap<>());
    Instant end = series.steps().to();
    Hasher hasher = Hashing.sha256().newHasher();
    for (Instant day = DAY.floor(series.steps().from());
        day.isBefore(end);
        day = DAY.plus(day, 1)) {
      Instant next = DAY.plus(day, 1);
      boolean whole = !next.isAfter(end) && !day.isBefore(series.steps().from());
      byte[] digest = whole ? known.get(day) : null;
      if (digest == null) {
        digest = content(series.between(day, next));
        if (whole) {
          known.put(day, digest);
        }
      }
      hasher.putBytes(digest);
    }
    known.keySet().removeIf(day -> day.isBefore(series.steps().from()));
    return Digests.hex(hasher.hash().asBytes());
  }

  /**
   * Forgets what rests on data that changed.
   *
   * @param store the store
   * @param step the first of its steps that is another now
   */
  public void forgetFrom(StoreId store, Instant step) {
    Instant first = DAY.floor(step);
    days.getOrDefault(store, Map.of())
        .values()
        .forEach(known -> known.keySet().removeIf(day -> !day.isBefore(first)));
  }

  /**
   * The digest of the steps of a series, without looking at days.
   *
   * @param series the series
   * @return 32 bytes
   */
  static byte[] content(SalesSeries series) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (int i = 0; i < series.size(); i++) {
      hasher.putLong(series.thousandthsAt(i)).putLong(series.revenueCentsAt(i));
    }
    return hasher.hash().asBytes();
  }

  static boolean isAnyKnown(SalesSeries series) {
    for (int i = 0; i < series.size(); i++) {
      if (series.isKnown(i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The digest of the known steps of a series.
   *
   * @param series the series
   * @return 32 bytes
   */
  static byte[] known(SalesSeries series) {
    Hasher hasher = Hashing.sha256().newHasher();
    for (int i = 0; i < series.size(); i++) {
      if (series.isKnown(i)) {
        hasher
            .putLong(series.steps().timeAt(i).getEpochSecond())
            .putLong(series.thousandthsAt(i))
            .putLong(series.revenueCentsAt(i));
      }
    }
    return hasher.hash().asBytes();
  }
}
