package org.minorityreport.api.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row that a shown value comes from. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableExplainedRow.class)
@JsonPropertyOrder({"row", "field", "value"})
public interface ExplainedRow {
  /** {@return the row} */
  RowTrace row();

  /** {@return the field of the row, with dots where it lies deeper} */
  String field();

  /** {@return what stands there; absent if nothing does} */
  Optional<Object> value();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ExplainedRow}; one thread at a time. */
  final class Builder extends ImmutableExplainedRow.Builder {
    Builder() {}
  }
}
