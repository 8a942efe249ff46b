package org.minorityreport.api.record;

import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of MRCH: the event that a report belonged to at a tick. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableReportCohorted.class)
public interface ReportCohorted extends ReportSpine, ClusterFields, CauseFields, CohortFields {
  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ReportCohorted check() {
    SpineRules.spine(this);
    SpineRules.cluster(this);
    SpineRules.causes(this);
    Rules.share("cohort_confidence", cohortConfidence());
    Rules.ascending("cohort_reason", cohortReason());
    Rules.check(cohortSize() >= 1, "cohort_size", cohortSize(), "1 or more");
    return Num.isRounded(severityScore())
            && Num.isRounded(similarityScore())
            && Num.isRounded(clusterMatchConfidence())
            && Num.isRounded(confidenceScore())
            && Num.isRounded(confidenceScore2())
            && Num.isRounded(confidenceScore3())
            && Num.isRounded(cohortConfidence())
        ? this
        : builder()
            .from(this)
            .severityScore(Num.round(severityScore()))
            .similarityScore(Num.round(similarityScore()))
            .clusterMatchConfidence(Num.round(clusterMatchConfidence()))
            .confidenceScore(Num.round(confidenceScore()))
            .confidenceScore2(Num.round(confidenceScore2()))
            .confidenceScore3(Num.round(confidenceScore3()))
            .cohortConfidence(Num.round(cohortConfidence()))
            .build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReportCohorted}; one thread at a time. */
  final class Builder extends ImmutableReportCohorted.Builder {
    Builder() {}
  }
}
