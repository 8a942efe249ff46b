package org.minorityreport.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.input.SeriesDigests;

/**
 * The digest of all that a tick could see of the sales, as {@code stage_runs_log} has it, without
 * folding anything.
 */
final class StoreDigests {
  private final SeriesDigests digests = new SeriesDigests();
  private final Duration lookBack;

  StoreDigests(Duration lookBack) {
    this.lookBack = lookBack;
  }

  /** {@return SHA-256 over the digests of the stores that have series} */
  String of(Instant tick, InputSnapshot data) {
    StringBuilder stores = new StringBuilder();
    Instant from = tick.minus(lookBack);
    for (Store store : data.stores()) {
      StringBuilder seen = new StringBuilder();
      for (SalesSeries sold : data.sales(store.storeId(), TimeSpan.of(from, tick))) {
        if (sold.size() > 0) {
          seen.append(sold.id().sku()).append('|').append(digests.digest(sold)).append('\n');
        }
      }
      if (seen.length() > 0) {
        String digest = Digests.sha256Hex(seen.toString().getBytes(UTF_8));
        stores.append(store.storeId()).append('|').append(digest).append('\n');
      }
    }
    return Digests.sha256Hex(stores.toString().getBytes(UTF_8));
  }
}
