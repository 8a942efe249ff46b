package org.minorityreport.api.lineage;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Rows go from one part to another. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableLineageEdge.class)
@JsonPropertyOrder({"source", "target"})
public interface LineageEdge {
  /** {@return id of the part that is read, or that writes} */
  String source();

  /** {@return id of the part that reads, or that is written} */
  String target();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LineageEdge}; one thread at a time. */
  final class Builder extends ImmutableLineageEdge.Builder {
    Builder() {}
  }
}
