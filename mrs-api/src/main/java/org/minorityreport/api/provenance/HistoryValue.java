package org.minorityreport.api.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A value that was shown from a commit on. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableHistoryValue.class)
@JsonPropertyOrder({"position", "committed_at", "value", "row"})
public interface HistoryValue {
  /** {@return the commit that changed it} */
  long position();

  /** {@return when that arrived, by the clock of the host; absent if the store does not know} */
  Optional<Instant> committedAt();

  /** {@return the value, as JSON reads; absent if it was taken away} */
  Optional<Object> value();

  /** {@return the row it comes from, with tick and version; absent if it is no single one} */
  Optional<RowTrace> row();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link HistoryValue}; one thread at a time. */
  final class Builder extends ImmutableHistoryValue.Builder {
    Builder() {}
  }
}
