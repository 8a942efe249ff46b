package org.minorityreport.api.provenance;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The run of a stage that wrote a row. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableStageTrace.class)
@JsonPropertyOrder({"stage", "outcome", "config_id", "model_versions", "input_digests", "row"})
public interface StageTrace {
  /** {@return the stage} */
  String stage();

  /** {@return how it fared} */
  StageOutcome outcome();

  /** {@return the configuration it ran with} */
  String configId();

  /** {@return role to name@version of the models it asked} */
  @Value.NaturalOrder
  SortedMap<String, String> modelVersions();

  /** {@return source to digest of what the tick saw of it} */
  @Value.NaturalOrder
  SortedMap<String, String> inputDigests();

  /** {@return the row of stage_runs_log that says so} */
  RowTrace row();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link StageTrace}; one thread at a time. */
  final class Builder extends ImmutableStageTrace.Builder {
    Builder() {}
  }
}
