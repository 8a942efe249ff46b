package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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
import org.minorityreport.core.input.DriverBook;

/**
 * The sales of today as an earlier tick looks at them: some stores only, and stores and context as
 * they were logged by that tick. One object for all ticks of a rerun, so that what is remembered of
 * the data stays good; {@link #look} before each. One thread looks, many read.
 */
final class DataView implements InputSnapshot {
  private final InputSnapshot data;
  private final LoggedContext logged;
  private List<Store> stores = List.of();
  private Optional<List<Campaign>> campaigns = Optional.empty();
  private Optional<List<ContextEvent>> events = Optional.empty();
  private Optional<List<Driver>> drivers = Optional.empty();
  private DriverBook book = DriverBook.EMPTY;

  DataView(InputSnapshot data, LoggedContext logged) {
    this.data = data;
    this.logged = logged;
  }

  /** {@return the sales of today, of all stores} */
  InputSnapshot data() {
    return data;
  }

  /** As the sales of today: the stores looked at are another matter. */
  @Override
  public SortedMap<StoreId, Instant> changedSince(InputSnapshot earlier) {
    InputSnapshot before = earlier instanceof DataView view ? view.data : earlier;
    return before == data ? new TreeMap<>() : data.changedSince(before);
  }

  /** Looks with the eyes of a tick at some stores. */
  void look(Instant tick, SortedSet<StoreId> wanted) {
    List<Store> now = new ArrayList<>();
    for (Store store : data.stores()) {
      if (wanted.contains(store.storeId())) {
        now.add(logged.store(store, tick));
      }
    }
    stores = List.copyOf(now);
    campaigns = unlessMissing(logged.campaigns(tick), data.campaigns().isPresent());
    events = unlessMissing(logged.contextEvents(tick), data.contextEvents().isPresent());
    Optional<DriverBook> known = logged.drivers(tick);
    book = known.orElse(DriverBook.EMPTY);
    drivers = unlessMissing(known.map(b -> b.at(tick)), data.drivers().isPresent());
  }

  /** A source that is not there today and of which nothing was ever logged was missing then. */
  private static <T> Optional<List<T>> unlessMissing(Optional<List<T>> rows, boolean isThere) {
    return rows.filter(r -> isThere || !r.isEmpty());
  }

  @Override
  public SalesSource source() {
    return data.source();
  }

  @Override
  public List<Store> stores() {
    return stores;
  }

  @Override
  public Optional<List<Campaign>> campaigns() {
    return campaigns;
  }

  @Override
  public Optional<List<ContextEvent>> contextEvents() {
    return events;
  }

  @Override
  public Optional<List<Driver>> drivers() {
    return drivers;
  }

  /** {@return the drivers with the times from which the ticks knew them} */
  DriverBook driverBook() {
    return book;
  }

  /** Nothing, as an earlier tick has said already what it saw. */
  @Override
  public TimeSpan covers() {
    return TimeSpan.of(Instant.EPOCH, Instant.EPOCH);
  }

  @Override
  public List<SalesSeries> sales(StoreId store, TimeSpan span) {
    return data.sales(store, span);
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
