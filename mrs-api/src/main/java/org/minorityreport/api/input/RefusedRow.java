package org.minorityreport.api.input;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of a source that could not be used; it becomes a dead letter. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableRefusedRow.class)
@JsonPropertyOrder({"kind", "source", "payload", "message"})
public interface RefusedRow {
  /** {@return what was wrong, as a code such as unparseable_time} */
  String kind();

  /** {@return where: of a file, its name and the line, as {@code sales.csv:17}} */
  String source();

  /** {@return the raw row, uncut} */
  String payload();

  /** {@return column, value and what was expected} */
  String message();

  /** Checks the code. */
  @Value.Check
  default void check() {
    Rules.check(kind().matches("[a-z][a-z_]*"), "kind", kind(), "a lower-case code");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RefusedRow}; one thread at a time. */
  final class Builder extends ImmutableRefusedRow.Builder {
    Builder() {}
  }
}
