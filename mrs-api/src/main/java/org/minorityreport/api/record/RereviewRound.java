package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A row of MRRW: a report is looked at again. Appended once more when the outputs are there.
 * Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableRereviewRound.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "report_id",
  "rereview_round",
  "trigger_reason",
  "trigger_at",
  "outputs_generated_at"
})
public interface RereviewRound extends LogRecord {
  /** {@return the report} */
  ReportId reportId();

  /** {@return which of its rounds, 1 or more} */
  int rereviewRound();

  /** {@return why: a word of {@link RereviewTrigger}, or of a newer library} */
  String triggerReason();

  /** {@return when that happened} */
  Instant triggerAt();

  /** {@return when the outputs were made; absent until then} */
  Optional<Instant> outputsGeneratedAt();

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.check(rereviewRound() >= 1, "rereview_round", rereviewRound(), "1 or more");
    Rules.name("trigger_reason", triggerReason());
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RereviewRound}; one thread at a time. */
  final class Builder extends ImmutableRereviewRound.Builder {
    Builder() {}
  }
}
