package org.minorityreport.api.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.value.Cut;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a run reads of the decisions of its parent (spec 7.8). Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableInheritance.class)
@JsonPropertyOrder({"run_id", "parent", "parent_cut", "acts", "without_target"})
public interface Inheritance {
  /** {@return the line of work} */
  RunId runId();

  /** {@return the run whose decisions it reads as its own} */
  RunId parent();

  /** {@return how many rows of each log of people it reads} */
  Cut parentCut();

  /** {@return how many acts on reports and events these are} */
  int acts();

  /**
   * {@return those of them that are about a report or an event which this run does not have, in the
   * order of their logs: they hold again should it be raised}
   */
  List<UserEdit> withoutTarget();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Inheritance}; one thread at a time. */
  final class Builder extends ImmutableInheritance.Builder {
    Builder() {}
  }
}
