package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of stage_runs_log: how a stage fared at a tick. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableStageRun.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "stage",
  "outcome",
  "rows_in",
  "rows_out",
  "rows_error",
  "model_versions",
  "edits_seen",
  "calls",
  "config_id",
  "input_digests",
  "degraded_reasons",
  "message"
})
public interface StageRun extends LogRecord {
  /** {@return the stage} */
  String stage();

  /** {@return how it fared} */
  StageOutcome outcome();

  /** {@return rows it was given} */
  long rowsIn();

  /** {@return rows it wrote} */
  long rowsOut();

  /** {@return rows it could not process} */
  long rowsError();

  /** {@return role to name@version} */
  @Value.NaturalOrder
  SortedMap<String, String> modelVersions();

  /** {@return rows of each edit log that the tick saw} */
  @Value.NaturalOrder
  SortedMap<String, Long> editsSeen();

  /** {@return calls to models, by role, name, version, route} */
  List<ModelCalls> calls();

  /** {@return the configuration it ran with} */
  String configId();

  /** {@return source to digest of what the tick saw of it} */
  @Value.NaturalOrder
  SortedMap<String, String> inputDigests();

  /** {@return codes of what was missing, sorted} */
  List<String> degradedReasons();

  /** {@return what went wrong} */
  Optional<String> message();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link StageRun}; one thread at a time. */
  final class Builder extends ImmutableStageRun.Builder {
    Builder() {}
  }
}
