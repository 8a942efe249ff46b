package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A row of the cohort prediction log: a pair when first accepted, or first refused above half the
 * threshold. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableCohortPrediction.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "report_id",
  "other_report_id",
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
public interface CohortPrediction extends LogRecord, ModelColumns {
  /** {@return the smaller report of the pair} */
  ReportId reportId();

  /** {@return the other report} */
  ReportId otherReportId();

  /** {@return what the model answered; absent if it failed} */
  Optional<CohortOutput> output();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default CohortPrediction check() {
    Rules.check(
        reportId().compareTo(otherReportId()) < 0,
        "report_id",
        reportId(),
        "the smaller of the pair");
    return Num.isRounded(qualityScore())
        ? this
        : builder().from(this).qualityScore(Num.round(qualityScore())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CohortPrediction}; one thread at a time. */
  final class Builder extends ImmutableCohortPrediction.Builder {
    Builder() {}
  }
}
