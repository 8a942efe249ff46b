package org.minorityreport.api.stage;

import java.util.List;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.value.MrsValue;

/** What one tick leaves to the next about a store. Immutable. */
@Value.Immutable
@MrsValue
public interface StoreCarry {
  /** {@return carry of each series} */
  @Value.NaturalOrder
  SortedMap<Sku, SeriesCarry> series();

  /** {@return closed members of reports that may yet change, by onset, then SKU} */
  List<ClosedMember> closedMembers();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link StoreCarry}; one thread at a time. */
  final class Builder extends ImmutableStoreCarry.Builder {
    Builder() {}
  }
}
