package org.minorityreport.api.rehearsal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Where a row that was logged and the same row made again part. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableRowDifference.class)
@JsonPropertyOrder({"log", "tick", "key", "field", "logged", "replayed"})
public interface RowDifference {
  /** {@return wire name of the log} */
  String log();

  /** {@return the tick} */
  Instant tick();

  /** {@return key of the row} */
  String key();

  /** {@return the first field that differs; absent if one of both has no such row} */
  Optional<String> field();

  /** {@return what the log holds; absent if nothing} */
  Optional<Object> logged();

  /** {@return what was made again; absent if nothing} */
  Optional<Object> replayed();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RowDifference}; one thread at a time. */
  final class Builder extends ImmutableRowDifference.Builder {
    Builder() {}
  }
}
