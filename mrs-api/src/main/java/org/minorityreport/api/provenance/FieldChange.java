package org.minorityreport.api.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.view.RowRef;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A field whose shown value changed. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableFieldChange.class)
@JsonPropertyOrder({"field", "before", "after", "row"})
public interface FieldChange {
  /** {@return wire name of the field} */
  String field();

  /** {@return the value before, as JSON reads; absent if there was none} */
  Optional<Object> before();

  /** {@return the value after, as JSON reads; absent if there is none} */
  Optional<Object> after();

  /** {@return the row that the new value comes from; absent if it is no single one} */
  Optional<RowRef> row();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FieldChange}; one thread at a time. */
  final class Builder extends ImmutableFieldChange.Builder {
    Builder() {}
  }
}
