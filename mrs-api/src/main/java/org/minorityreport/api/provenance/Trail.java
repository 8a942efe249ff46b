package org.minorityreport.api.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Every row about a report or event, in the order of commits, with what each commit changed in the
 * hydrated view. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableTrail.class)
@JsonPropertyOrder({"kind", "subject_id", "run_id", "position", "tick", "commits", "gaps"})
public interface Trail {
  /** {@return what sort of thing it is about} */
  SubjectKind kind();

  /** {@return id of the report or event} */
  String subjectId();

  /** {@return the line of work} */
  RunId runId();

  /** {@return the commit position up to which was looked} */
  long position();

  /** {@return the last tick that was looked at; absent for all} */
  Optional<Instant> tick();

  /** {@return the commits that say something about it or change it, oldest first} */
  List<TrailCommit> commits();

  /** {@return what of the logs could not be read, by log and position} */
  List<LogGap> gaps();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Trail}; one thread at a time. */
  final class Builder extends ImmutableTrail.Builder {
    Builder() {}
  }
}
