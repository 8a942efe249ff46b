package org.minorityreport.core.input;

import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.core.json.CanonicalJson;

/**
 * The digests of the days of one store, each a chain with a link for each step: SHA-256 over the
 * link before and, of each series that is known at the step, the first 8 bytes of the digest of its
 * id, its units in thousandths and its revenue in hundredths. A step at which nothing is known adds
 * no link. One thread at a time.
 */
final class DayLinks {
  private static final int LONGS = 3;
  private static final byte[] NONE = new byte[0];

  private final StoreId store;
  private final Map<Sku, Long> names = new HashMap<>();
  private final TreeMap<Instant, byte[]> days = new TreeMap<>();
  private Instant day = Instant.MIN;
  private byte[][] links = new byte[0][];
  private int known;

  DayLinks(StoreId store) {
    this.store = store;
  }

  /**
   * The digest of a day up to a moment.
   *
   * @param end a step of the day, or its end
   * @param start start of the day
   * @param daily length of a day
   * @return 32 bytes, none if nothing is known
   */
  byte[] upTo(Instant end, Instant start, Cadence daily, InputSnapshot snapshot) {
    boolean isWhole = end.equals(daily.plus(start, 1));
    byte[] whole = isWhole ? days.get(start) : null;
    if (whole != null) {
      return whole;
    }
    Cadence cadence = snapshot.source().cadence();
    int steps = (int) cadence.between(start, end);
    if (!day.equals(start)) {
      day = start;
      links = new byte[(int) (daily.seconds() / cadence.seconds())][];
      known = 0;
    }
    if (known < steps) {
      TimeSpan span = TimeSpan.of(start, daily.plus(start, 1));
      link(snapshot.sales(store, span), start, cadence, steps);
    }
    byte[] link = steps == 0 ? NONE : links[steps - 1];
    if (isWhole) {
      days.put(start, link);
    }
    return link;
  }

  /** Links the steps that the data hold already, so that the ticks to come find theirs. */
  private void link(List<SalesSeries> sold, Instant start, Cadence cadence, int wanted) {
    int end = wanted;
    for (SalesSeries series : sold) {
      end = Math.max(end, (int) cadence.between(start, series.steps().to()));
    }
    end = Math.min(end, links.length);
    ByteBuffer buffer = ByteBuffer.allocate(sold.size() * LONGS * Long.BYTES);
    byte[] link = known == 0 ? NONE : links[known - 1];
    for (; known < end; known++) {
      buffer.clear();
      for (SalesSeries series : sold) {
        int at = known - (int) cadence.between(start, series.steps().from());
        if (at >= 0 && at < series.size() && series.isKnown(at)) {
          buffer
              .putLong(names.computeIfAbsent(series.id().sku(), this::name))
              .putLong(series.thousandthsAt(at))
              .putLong(series.revenueCentsAt(at));
        }
      }
      if (buffer.position() > 0) {
        link =
            Hashing.sha256()
                .newHasher()
                .putBytes(link)
                .putBytes(buffer.array(), 0, buffer.position())
                .hash()
                .asBytes();
      }
      links[known] = link;
    }
  }

  private long name(Sku sku) {
    byte[] text = CanonicalJson.bytes(List.of(store.value(), sku.value()));
    return ByteBuffer.wrap(Hashing.sha256().hashBytes(text).asBytes()).getLong();
  }

  /** Forgets what a step that changed had part in. */
  void forgetFrom(Instant step, Cadence cadence, Cadence daily) {
    Instant changed = daily.floor(step);
    days.tailMap(changed, true).clear();
    if (day.equals(changed)) {
      known = Math.min(known, (int) cadence.between(day, step));
    } else if (day.isAfter(changed)) {
      day = Instant.MIN;
    }
  }

  /** Forgets days that no tick looks back to. */
  void forgetBefore(Instant first) {
    days.headMap(first).clear();
  }
}
