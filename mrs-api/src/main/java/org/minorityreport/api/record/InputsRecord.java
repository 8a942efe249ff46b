package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Delivery;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of inputs_log: what a source delivered that changed at a tick. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableInputsRecord.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "source",
  "deliveries",
  "digests",
  "rows_read",
  "rows_refused",
  "rows_late",
  "silent_stores"
})
public interface InputsRecord extends LogRecord {
  /** {@return the source} */
  String source();

  /** {@return what was delivered} */
  List<Delivery> deliveries();

  /** {@return store to UTC date to digest, of the days that changed} */
  @Value.NaturalOrder
  SortedMap<String, SortedMap<String, String>> digests();

  /** {@return rows read, refused ones included} */
  long rowsRead();

  /** {@return rows refused} */
  long rowsRefused();

  /** {@return rows that came after their tick; absent while nobody counts them} */
  Optional<Long> rowsLate();

  /** {@return stores with nothing known in the newest step, sorted} */
  List<StoreId> silentStores();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link InputsRecord}; one thread at a time. */
  final class Builder extends ImmutableInputsRecord.Builder {
    Builder() {}
  }
}
