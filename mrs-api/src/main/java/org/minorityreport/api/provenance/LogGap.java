package org.minorityreport.api.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A part of a log that cannot be read. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableLogGap.class)
@JsonPropertyOrder({"log", "first_position", "last_position", "message"})
public interface LogGap {
  /** {@return wire name of the log} */
  String log();

  /** {@return the first commit whose rows cannot be read} */
  long firstPosition();

  /** {@return the last one} */
  long lastPosition();

  /** {@return what is wrong, as the store says it} */
  String message();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LogGap}; one thread at a time. */
  final class Builder extends ImmutableLogGap.Builder {
    Builder() {}
  }
}
