package org.minorityreport.api.id;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One series: one store and one SKU; ordered by store, then SKU. */
public final class SeriesId implements Comparable<SeriesId> {
  private static final Comparator<SeriesId> ORDER =
      Comparator.comparing(SeriesId::store).thenComparing(SeriesId::sku);

  private final StoreId store;
  private final Sku sku;

  private SeriesId(StoreId store, Sku sku) {
    this.store = Objects.requireNonNull(store, "store");
    this.sku = Objects.requireNonNull(sku, "sku");
  }

  /**
   * The series of a store and a SKU.
   *
   * @param store where
   * @param sku what
   * @return the id
   */
  public static SeriesId of(StoreId store, Sku sku) {
    return new SeriesId(store, sku);
  }

  /**
   * Where.
   *
   * @return the store
   */
  public StoreId store() {
    return store;
  }

  /**
   * What.
   *
   * @return the SKU
   */
  public Sku sku() {
    return sku;
  }

  @Override
  public int compareTo(SeriesId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SeriesId that && store.equals(that.store) && sku.equals(that.sku);
  }

  @Override
  public int hashCode() {
    return 31 * store.hashCode() + sku.hashCode();
  }

  /** The store and the SKU with a space between, for messages only. */
  @Override
  public String toString() {
    return store + " " + sku;
  }
}
