package org.minorityreport.core.input;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.json.CanonicalJson;

/**
 * Digests of what a store sold on a UTC day, as {@code inputs_log} holds them. Only known steps
 * count, so that neither a product that comes later nor the end of the source changes the digest of
 * a day.
 */
final class DayDigests {
  /** Days are UTC days. */
  static final Cadence DAY = Cadence.of(Duration.ofDays(1));

  /** Stands for a day of which nothing is known. */
  static final String NOTHING = "";

  private static final int DATE_LENGTH = 10;

  private DayDigests() {}

  /** {@return the name of a day in the log, such as 2025-08-07} */
  static String name(Instant day) {
    return day.toString().substring(0, DATE_LENGTH);
  }

  /**
   * SHA-256 over SKU and known steps of each series that has any, by SKU.
   *
   * @param sales the series of a store
   * @param day start of the day
   * @return 64 hex digits, or {@link #NOTHING}
   */
  static String of(List<SalesSeries> sales, Instant day) {
    List<byte[]> parts = new ArrayList<>();
    for (SalesSeries series : sales) {
      SalesSeries sold = series.between(day, DAY.plus(day, 1));
      if (SeriesDigests.isAnyKnown(sold)) {
        parts.add(CanonicalJson.bytes(series.id().sku().value()));
        parts.add(SeriesDigests.known(sold));
      }
    }
    return parts.isEmpty() ? NOTHING : Digests.sha256Hex(parts.toArray(byte[][]::new));
  }
}
