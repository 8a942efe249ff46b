package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of the cluster prediction log: one call for one report. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableClusterPrediction.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "report_id",
  "model_name",
  "model_version",
  "role",
  "route",
  "input_digest",
  "output",
  "quality_score",
  "outcome",
  "message"
})
public interface ClusterPrediction extends LogRecord, ModelColumns {
  /** {@return the report asked about} */
  ReportId reportId();

  /** {@return what the model answered; absent if it failed} */
  Optional<ClusterOutput> output();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ClusterPrediction check() {
    return Num.isRounded(qualityScore())
        ? this
        : builder().from(this).qualityScore(Num.round(qualityScore())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ClusterPrediction}; one thread at a time. */
  final class Builder extends ImmutableClusterPrediction.Builder {
    Builder() {}
  }
}
