package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of stores_log: a store as first seen, changed or gone. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableStoreRecord.class)
@JsonPropertyOrder({"run_id", "written_at", "version", "store_id", "store", "gone"})
public interface StoreRecord extends LogRecord {
  /** {@return the store} */
  StoreId storeId();

  /** {@return what is known of it} */
  Store store();

  /** {@return true if the source no longer has it} */
  Optional<Boolean> gone();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link StoreRecord}; one thread at a time. */
  final class Builder extends ImmutableStoreRecord.Builder {
    Builder() {}
  }
}
