package org.minorityreport.api.rehearsal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A report made again from source, compared with the logs. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableReplay.class)
@JsonPropertyOrder({
  "report_id",
  "run_id",
  "position",
  "ticks",
  "rows",
  "outcome",
  "first_difference",
  "source_changes",
  "config_logged",
  "config_replayed"
})
public interface Replay {
  /** {@return the report} */
  ReportId reportId();

  /** {@return the line of work} */
  RunId runId();

  /** {@return the commit position up to which the logs were read} */
  long position();

  /** {@return how many ticks were run again} */
  int ticks();

  /** {@return how many rows about the report were compared} */
  int rows();

  /** {@return what came of it} */
  ReplayOutcome outcome();

  /**
   * {@return the first difference, by tick, then in the order of the logs; absent if all is equal}
   */
  Optional<RowDifference> firstDifference();

  /** {@return what of the inputs changed, that of the report's store first} */
  List<SourceChange> sourceChanges();

  /** {@return the configuration of the run} */
  String configLogged();

  /** {@return the configuration that it was run with again} */
  String configReplayed();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Replay}; one thread at a time. */
  final class Builder extends ImmutableReplay.Builder {
    Builder() {}
  }
}
