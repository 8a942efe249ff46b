package org.minorityreport.api.input;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.TimeSpan;

/**
 * What the sources hold at one moment; nothing in it changes while a tick runs. Thread-safe: stages
 * of several stores read it at once. See {@link InputTables} for the one held in memory.
 */
public interface InputSnapshot {
  /** {@return the source of the sales} */
  SalesSource source();

  /** {@return all stores, by id} */
  List<Store> stores();

  /**
   * {@return the campaigns, by id; absent if that source is missing, which is not the same as none}
   */
  Optional<List<Campaign>> campaigns();

  /** {@return the context events, by id; absent if that source is missing} */
  Optional<List<ContextEvent>> contextEvents();

  /**
   * {@return what was measured over time and may move sales, in any order; absent if that source is
   * missing, which is not the same as none}
   */
  default Optional<List<Driver>> drivers() {
    return Optional.of(List.of());
  }

  /** {@return from the first step known of any series to the end of the last} */
  TimeSpan covers();

  /**
   * The series of a store.
   *
   * @param store the store
   * @param span the steps wanted
   * @return its series by SKU, each over the same steps: those of the span that the source covers
   */
  List<SalesSeries> sales(StoreId store, TimeSpan span);

  /** {@return what was delivered, by time of delivery, then name} */
  List<Delivery> deliveries();

  /**
   * The first step of each store that is not what an earlier snapshot of the same source said:
   * other units or revenue, known now or no longer known. A step that neither knows is no change.
   *
   * <p>A source that knows may say so without comparing; this compares step by step.
   *
   * @param earlier a snapshot that the source gave before
   * @return first changed step by store
   */
  default SortedMap<StoreId, Instant> changedSince(InputSnapshot earlier) {
    return StepChanges.between(earlier, this);
  }

  /**
   * How many rows of a delivery told something new, against what was delivered before it, about
   * steps that begin before a moment.
   *
   * @param delivery one of {@link #deliveries()}
   * @param before a moment
   * @return rows; 0 if the delivery does not say when it was made, or the source does not count
   */
  default long rowsAbout(Delivery delivery, Instant before) {
    return 0;
  }

  /** {@return how many rows of sales were read, refused ones included} */
  long rowsRead();

  /** {@return the rows that could not be used, in the order of the source} */
  List<RefusedRow> refused();
}
