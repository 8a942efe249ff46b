package org.minorityreport.api.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A campaign or context event that speaks for a cause, and the row that holds it as it was used.
 * Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableContextUse.class)
@JsonPropertyOrder({"kind", "ref", "content_hash", "row"})
public interface ContextUse {
  /** {@return campaign, context_event, or another kind of evidence} */
  String kind();

  /** {@return its id} */
  String ref();

  /** {@return digest of what it said when it was used} */
  Optional<String> contentHash();

  /** {@return the row of context_log with that content; absent if there is none} */
  Optional<RowTrace> row();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ContextUse}; one thread at a time. */
  final class Builder extends ImmutableContextUse.Builder {
    Builder() {}
  }
}
