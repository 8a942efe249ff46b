package org.minorityreport.api.lineage;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a run is made of: inputs, stages, logs and datasets, and what goes where. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableLineageGraph.class)
@JsonPropertyOrder({"run_id", "position", "nodes", "edges"})
public interface LineageGraph {
  /** {@return the line of work} */
  RunId runId();

  /** {@return the commit position up to which was counted} */
  long position();

  /** {@return the parts, in the order of the flow} */
  List<LineageNode> nodes();

  /** {@return the ways, in the order of the parts} */
  List<LineageEdge> edges();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LineageGraph}; one thread at a time. */
  final class Builder extends ImmutableLineageGraph.Builder {
    Builder() {}
  }
}
