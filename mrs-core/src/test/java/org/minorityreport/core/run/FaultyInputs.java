package org.minorityreport.core.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Delivery;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.Inputs;
import org.minorityreport.api.input.RefusedRow;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.TimeSpan;

/** Tables of which some cannot be read, or lack something, as long as the test says so. */
final class FaultyInputs implements Inputs {
  /** What can be wrong. */
  enum Fault {
    /** The source cannot be reached. */
    UNREACHABLE,
    /** Sales throw when they are read. */
    SALES_THROW,
    /** The store S1 is gone. */
    STORE_GONE,
    /** The store S1 is there and has no series. */
    SERIES_GONE,
    /** There are no campaigns to be had. */
    CAMPAIGNS_MISSING,
    /** Campaigns throw when they are read. */
    CAMPAIGNS_THROW,
    /** There are no context events to be had. */
    CONTEXT_MISSING,
    /** Context events throw when they are read. */
    CONTEXT_THROW,
    /** Drivers throw when they are read. */
    DRIVERS_THROW
  }

  private static final StoreId GONE = StoreId.of("S1");

  private InputTables tables;
  private final AtomicInteger failures = new AtomicInteger();
  private boolean failsAtSales;
  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
  private List<ContextEvent> events;
  private List<Driver> drivers = List.of();

  FaultyInputs(InputTables tables) {
    this.tables = tables;
    this.events = tables.contextEvents().orElseThrow();
  }

  /** Says what the source of context holds from now on. */
  void events(ContextEvent... now) {
    events = List.of(now);
  }

  /** Says what the source of drivers holds from now on. */
  void drivers(Driver... now) {
    drivers = List.of(now);
  }

  /** The next reads of sales, or of the source if there are no sales to read yet, fail. */
  void failNext(int reads, boolean ofSales) {
    failures.set(reads);
    failsAtSales = ofSales;
  }

  /** {@return how many of these reads did not come yet} */
  int failuresLeft() {
    return Math.max(0, failures.get());
  }

  private void fail(boolean atSales) {
    if (failsAtSales == atSales && failures.getAndDecrement() > 0) {
      throw new UncheckedIOException(new IOException("timed out"));
    }
  }

  /** The source delivers other data from now on. */
  void deliver(InputTables corrected) {
    tables = corrected;
  }

  /** Says what is wrong from now on. */
  void wrong(Fault... now) {
    faults.clear();
    faults.addAll(List.of(now));
  }

  @Override
  public InputSnapshot at(Instant tick) {
    check(Fault.UNREACHABLE);
    fail(false);
    return new Snapshot(this, tables, events, drivers, Set.copyOf(faults));
  }

  private void check(Fault fault) {
    if (faults.contains(fault)) {
      throw new UncheckedIOException(new IOException("connection refused"));
    }
  }

  private record Snapshot(
      FaultyInputs of,
      InputTables tables,
      List<ContextEvent> events,
      List<Driver> all,
      Set<Fault> faults)
      implements InputSnapshot {
    private void check(Fault fault) {
      if (faults.contains(fault)) {
        throw new UncheckedIOException(new IOException("connection reset"));
      }
    }

    @Override
    public SalesSource source() {
      return tables.source();
    }

    @Override
    public List<Store> stores() {
      return tables.stores().stream()
          .filter(s -> !faults.contains(Fault.STORE_GONE) || !s.storeId().equals(GONE))
          .toList();
    }

    @Override
    public Optional<List<Campaign>> campaigns() {
      check(Fault.CAMPAIGNS_THROW);
      return faults.contains(Fault.CAMPAIGNS_MISSING) ? Optional.empty() : tables.campaigns();
    }

    @Override
    public Optional<List<ContextEvent>> contextEvents() {
      check(Fault.CONTEXT_THROW);
      return faults.contains(Fault.CONTEXT_MISSING) ? Optional.empty() : Optional.of(events);
    }

    @Override
    public Optional<List<Driver>> drivers() {
      check(Fault.DRIVERS_THROW);
      return Optional.of(all);
    }

    @Override
    public TimeSpan covers() {
      return tables.covers();
    }

    @Override
    public List<SalesSeries> sales(StoreId store, TimeSpan span) {
      check(Fault.SALES_THROW);
      of.fail(true);
      boolean gone = faults.contains(Fault.SERIES_GONE) && store.equals(GONE);
      return gone ? List.of() : tables.sales(store, span);
    }

    @Override
    public List<Delivery> deliveries() {
      return tables.deliveries();
    }

    @Override
    public long rowsRead() {
      return tables.rowsRead();
    }

    @Override
    public List<RefusedRow> refused() {
      return tables.refused();
    }
  }
}
