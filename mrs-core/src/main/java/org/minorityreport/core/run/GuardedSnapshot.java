package org.minorityreport.core.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.UsageException;
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
 * A snapshot of which the sources may throw: sales that do are a {@link SourceFailure}, campaigns,
 * context events and drivers that do are missing. What throws is tried again, until one read has
 * failed for good: the others of the same data then fail at once, so that not every store waits.
 * Thread-safe as what it guards is.
 */
final class GuardedSnapshot implements InputSnapshot {
  private final InputSnapshot snapshot;
  private final Retrying retrying;
  private volatile boolean isDown;
  private volatile @Nullable Compared compared;
  private final Optional<List<Campaign>> campaigns;
  private final Optional<List<ContextEvent>> contextEvents;
  private final Optional<List<Driver>> drivers;

  /**
   * Reads campaigns, context events and drivers, so that a tick sees one state of them.
   *
   * @param snapshot what a host handed in
   * @param retrying tries again what throws
   * @param failed is told the name and failure of a source that is missing
   */
  GuardedSnapshot(
      InputSnapshot snapshot, Retrying retrying, BiConsumer<String, RuntimeException> failed) {
    this.snapshot = snapshot;
    this.retrying = retrying;
    this.campaigns = optional("campaigns", snapshot::campaigns, failed);
    this.contextEvents = optional("context events", snapshot::contextEvents, failed);
    this.drivers = optional("drivers", snapshot::drivers, failed);
  }

  private <T> Optional<List<T>> optional(
      String name,
      Supplier<Optional<List<T>>> source,
      BiConsumer<String, RuntimeException> failed) {
    try {
      return retrying.call(source);
    } catch (UsageException e) {
      throw e;
    } catch (RuntimeException e) {
      failed.accept(name, e);
      return Optional.empty();
    }
  }

  private <T> T required(Supplier<T> source) {
    try {
      return isDown ? source.get() : retrying.call(source);
    } catch (UsageException e) {
      throw e;
    } catch (RuntimeException e) {
      isDown = true;
      throw new SourceFailure(e);
    }
  }

  @Override
  public SalesSource source() {
    return required(snapshot::source);
  }

  @Override
  public List<Store> stores() {
    return required(snapshot::stores);
  }

  @Override
  public Optional<List<Campaign>> campaigns() {
    return campaigns;
  }

  @Override
  public Optional<List<ContextEvent>> contextEvents() {
    return contextEvents;
  }

  @Override
  public Optional<List<Driver>> drivers() {
    return drivers;
  }

  @Override
  public TimeSpan covers() {
    return required(snapshot::covers);
  }

  @Override
  public List<SalesSeries> sales(StoreId store, TimeSpan span) {
    return required(() -> snapshot.sales(store, span));
  }

  @Override
  public List<Delivery> deliveries() {
    return required(snapshot::deliveries);
  }

  @Override
  public SortedMap<StoreId, Instant> changedSince(InputSnapshot earlier) {
    InputSnapshot before = unguarded(earlier);
    Compared known = compared;
    if (known == null || known.earlier() != before) {
      known = new Compared(before, required(() -> snapshot.changedSince(before)));
      compared = known;
    }
    return new TreeMap<>(known.changes());
  }

  @Override
  public long rowsAbout(Delivery delivery, Instant before) {
    return required(() -> snapshot.rowsAbout(delivery, before));
  }

  private static InputSnapshot unguarded(InputSnapshot other) {
    InputSnapshot data = other instanceof DataView view ? view.data() : other;
    return data instanceof GuardedSnapshot guarded ? guarded.snapshot : data;
  }

  @Override
  public long rowsRead() {
    return required(snapshot::rowsRead);
  }

  @Override
  public List<RefusedRow> refused() {
    return required(snapshot::refused);
  }

  /** What changed since an earlier snapshot: several ask, and finding out looks at all sales. */
  private record Compared(InputSnapshot earlier, SortedMap<StoreId, Instant> changes) {}
}
