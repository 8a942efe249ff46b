package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A row of context_log: a campaign, context event or driver as first seen, changed or withdrawn.
 * Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableContextRecord.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "kind",
  "ref",
  "content_hash",
  "withdrawn",
  "body"
})
public interface ContextRecord extends LogRecord {
  /** {@return campaign, context_event or driver} */
  String kind();

  /** {@return its id; of a driver with the time measured} */
  String ref();

  /** {@return SHA-256 of the canonical JSON of its body, as hex} */
  String contentHash();

  /** {@return true if the source no longer has it} */
  Optional<Boolean> withdrawn();

  /** {@return the row of the source} */
  Map<String, Object> body();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ContextRecord}; one thread at a time. */
  final class Builder extends ImmutableContextRecord.Builder {
    Builder() {}
  }
}
