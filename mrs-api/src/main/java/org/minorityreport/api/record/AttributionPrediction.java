package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of the attribution prediction log: one call for one report. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableAttributionPrediction.class)
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
public interface AttributionPrediction extends LogRecord, ModelColumns {
  /** {@return the report asked about} */
  ReportId reportId();

  /** {@return every candidate with its score, best first; empty if the model failed} */
  List<ScoredCandidate> output();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default AttributionPrediction check() {
    return Num.isRounded(qualityScore())
        ? this
        : builder().from(this).qualityScore(Num.round(qualityScore())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link AttributionPrediction}; one thread at a time. */
  final class Builder extends ImmutableAttributionPrediction.Builder {
    Builder() {}
  }
}
