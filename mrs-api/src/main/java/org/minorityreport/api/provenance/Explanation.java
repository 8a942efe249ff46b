package org.minorityreport.api.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.view.ValueSource;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Where a shown value comes from. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableExplanation.class)
@JsonPropertyOrder({
  "kind",
  "subject_id",
  "run_id",
  "position",
  "tick",
  "field",
  "value",
  "group",
  "source_used",
  "rule",
  "rows",
  "stage",
  "evidence",
  "gaps"
})
public interface Explanation {
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

  /** {@return the value shown, as JSON reads; absent if there is none} */
  Optional<Object> value();

  /** {@return the group of fields that it belongs to; absent if to none} */
  Optional<String> group();

  /** {@return what sort of rows gives the group; absent without group} */
  Optional<ValueSource> sourceUsed();

  /** {@return how it is computed from the rows; absent if it stands in the row as it is shown} */
  Optional<String> rule();

  /** {@return the rows it comes from, by log and number} */
  List<ExplainedRow> rows();

  /** {@return the run of the stage that wrote the row; absent if no stage did} */
  Optional<StageTrace> stage();

  /** {@return the context that the row names as evidence} */
  List<ContextUse> evidence();

  /** {@return what of the logs could not be read, by log and position} */
  List<LogGap> gaps();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Explanation}; one thread at a time. */
  final class Builder extends ImmutableExplanation.Builder {
    Builder() {}
  }
}
