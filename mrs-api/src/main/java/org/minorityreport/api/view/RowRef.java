package org.minorityreport.api.view;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Where a shown value comes from: a row of a log of the run. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableRowRef.class)
@JsonPropertyOrder({"log", "row"})
public interface RowRef {
  /** {@return wire name of the log} */
  String log();

  /** {@return its number among the rows of the run in that log, from 1} */
  long row();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RowRef}; one thread at a time. */
  final class Builder extends ImmutableRowRef.Builder {
    Builder() {}
  }
}
