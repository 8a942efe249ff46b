package org.minorityreport.api.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Every value that a field had. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableFieldHistory.class)
@JsonPropertyOrder({"kind", "subject_id", "run_id", "position", "tick", "field", "values", "gaps"})
public interface FieldHistory {
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

  /** {@return wire name of the field} */
  String field();

  /** {@return the values, oldest first} */
  List<HistoryValue> values();

  /** {@return what of the logs could not be read, by log and position} */
  List<LogGap> gaps();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FieldHistory}; one thread at a time. */
  final class Builder extends ImmutableFieldHistory.Builder {
    Builder() {}
  }
}
