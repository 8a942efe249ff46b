package org.minorityreport.mock.world;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.Inputs;
import org.minorityreport.api.series.SalesSeries;

/**
 * A world of which each tick sees what had been delivered by then. The snapshot of the newest
 * delivery asked about is kept. Thread-safe.
 */
final class ArrivingWorld implements Inputs {
  private final World world;
  private final List<SalesDelivery> later;
  private int keptCount = -1;
  private @Nullable InputTables kept;

  ArrivingWorld(World world, List<SalesDelivery> later) {
    this.world = world;
    this.later = List.copyOf(later);
  }

  @Override
  public synchronized InputSnapshot at(Instant tick) {
    int count = 0;
    while (count < later.size()
        && !later.get(count).delivery().deliveredAt().orElseThrow().isAfter(tick)) {
      count++;
    }
    InputTables now = kept;
    if (now == null || keptCount != count) {
      now = tables(later.subList(0, count));
      kept = now;
      keptCount = count;
    }
    return now;
  }

  private InputTables tables(List<SalesDelivery> made) {
    SortedMap<SeriesId, SalesSeries> series = new TreeMap<>();
    world.stores().forEach(s -> world.firstSales(s.storeId()).forEach(x -> series.put(x.id(), x)));
    InputTables.Builder tables = world.tablesWithoutSales();
    long rows = (long) series.size() * world.steps().count();
    for (SalesDelivery delivery : made) {
      tables.delivery(delivery.delivery());
      for (SalesSeries part : delivery.sales()) {
        series.compute(part.id(), (id, first) -> first == null ? part : over(first, part));
        rows += part.size();
      }
    }
    series.values().forEach(tables::sales);
    return tables.rowsRead(rows).build();
  }

  private static SalesSeries over(SalesSeries first, SalesSeries part) {
    long[] units = new long[first.size()];
    long[] cents = new long[first.size()];
    int shift = first.steps().indexOf(part.steps().from());
    for (int i = 0; i < units.length; i++) {
      boolean told = i >= shift && i < shift + part.size() && part.isKnown(i - shift);
      units[i] = told ? part.thousandthsAt(i - shift) : first.thousandthsAt(i);
      cents[i] = told ? part.revenueCentsAt(i - shift) : first.revenueCentsAt(i);
    }
    return SalesSeries.of(first.id(), first.steps(), units, cents);
  }
}
