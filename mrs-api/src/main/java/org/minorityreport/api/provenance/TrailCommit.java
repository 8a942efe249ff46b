package org.minorityreport.api.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What one commit says about a report or event, and what that changed. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableTrailCommit.class)
@JsonPropertyOrder({"position", "committed_at", "rows", "changes"})
public interface TrailCommit {
  /** {@return the commit} */
  long position();

  /** {@return when it arrived, by the clock of the host; absent if the store does not know} */
  Optional<Instant> committedAt();

  /**
   * {@return the rows about the subject, in the order of the logs; empty if only others changed
   * what is shown}
   */
  List<RowTrace> rows();

  /** {@return the fields that it changed in the hydrated view, in the order of the view} */
  List<FieldChange> changes();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TrailCommit}; one thread at a time. */
  final class Builder extends ImmutableTrailCommit.Builder {
    Builder() {}
  }
}
