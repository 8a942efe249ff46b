package org.minorityreport.core.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Delivery;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.RefusedRow;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.TimeSpan;

/**
 * What a tick has of inputs that cannot be read: the stores that are known, and nothing else.
 *
 * @param source the source, as it described itself
 * @param stores the stores as the logs hold them, by id
 */
record MissingSnapshot(SalesSource source, List<Store> stores) implements InputSnapshot {
  @Override
  public Optional<List<Campaign>> campaigns() {
    return Optional.empty();
  }

  @Override
  public Optional<List<ContextEvent>> contextEvents() {
    return Optional.empty();
  }

  @Override
  public Optional<List<Driver>> drivers() {
    return Optional.empty();
  }

  @Override
  public TimeSpan covers() {
    return TimeSpan.of(Instant.EPOCH, Instant.EPOCH);
  }

  @Override
  public List<SalesSeries> sales(StoreId store, TimeSpan span) {
    return List.of();
  }

  @Override
  public List<Delivery> deliveries() {
    return List.of();
  }

  @Override
  public long rowsRead() {
    return 0;
  }

  @Override
  public List<RefusedRow> refused() {
    return List.of();
  }
}
