package org.minorityreport.api.lineage;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A part of the lineage of a run. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableLineageNode.class)
@JsonPropertyOrder({"id", "kind", "label", "rows", "details"})
public interface LineageNode {
  /** {@return its id: letters, digits and underscores} */
  String id();

  /** {@return what it is} */
  LineageKind kind();

  /** {@return its name} */
  String label();

  /** {@return how many rows it holds; absent if it holds none by nature} */
  OptionalLong rows();

  /** {@return versions of models and what else is to say, by name} */
  @Value.NaturalOrder
  SortedMap<String, String> details();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LineageNode}; one thread at a time. */
  final class Builder extends ImmutableLineageNode.Builder {
    Builder() {}
  }
}
