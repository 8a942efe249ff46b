package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of MRFL: what became of a report, and what was known of it then. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableReportFinalised.class)
@JsonPropertyOrder({
  "proposed_cause",
  "proposed_cause_category",
  "confidence_score",
  "proposed_cause_2",
  "proposed_cause_category_2",
  "confidence_score_2",
  "proposed_cause_3",
  "proposed_cause_category_3",
  "confidence_score_3",
  "report_group_id",
  "event_status",
  "cohort_name",
  "cohort_confidence",
  "cohort_reason",
  "cohort_size",
  "final_decision",
  "final_cause",
  "final_cause_category",
  "final_confidence",
  "finalized_at",
  "annotation_id",
  "decided_by",
  "decision_level",
  "source_used_window_start",
  "source_used_window_end",
  "source_used_structure",
  "source_used_totals",
  "source_used_cluster",
  "source_used_proposed",
  "source_used_group_id",
  "source_used_final"
})
public interface ReportFinalised extends ReportSpine, ClusterFields {
  /** {@return the first cause as seen; absent if none was proposed} */
  Optional<String> proposedCause();

  /** {@return its category} */
  Optional<String> proposedCauseCategory();

  /** {@return its confidence, 0 to 1} */
  OptionalDouble confidenceScore();

  /** {@return the second cause as seen} */
  @JsonProperty("proposed_cause_2")
  Optional<String> proposedCause2();

  /** {@return its category} */
  @JsonProperty("proposed_cause_category_2")
  Optional<String> proposedCauseCategory2();

  /** {@return its confidence} */
  @JsonProperty("confidence_score_2")
  OptionalDouble confidenceScore2();

  /** {@return the third cause as seen} */
  @JsonProperty("proposed_cause_3")
  Optional<String> proposedCause3();

  /** {@return its category} */
  @JsonProperty("proposed_cause_category_3")
  Optional<String> proposedCauseCategory3();

  /** {@return its confidence} */
  @JsonProperty("confidence_score_3")
  OptionalDouble confidenceScore3();

  /** {@return the event as seen; absent if it had none} */
  Optional<EventId> reportGroupId();

  /** {@return whether that event was active} */
  Optional<EventStatus> eventStatus();

  /** {@return its name} */
  Optional<String> cohortName();

  /** {@return how sure it was that its reports belong together, 0 to 1} */
  OptionalDouble cohortConfidence();

  /** {@return what joined them, sorted} */
  List<String> cohortReason();

  /** {@return number of its reports} */
  Optional<Integer> cohortSize();

  /** {@return what became of the report: a word of {@link FinalDecision}, or of a newer library} */
  String finalDecision();

  /** {@return the cause that holds} */
  Optional<String> finalCause();

  /** {@return its category} */
  Optional<String> finalCauseCategory();

  /** {@return how sure the decision is, 0 to 1} */
  OptionalDouble finalConfidence();

  /** {@return when it was decided} */
  Instant finalizedAt();

  /** {@return the act that decided; absent if none does any more} */
  Optional<AnnotationId> annotationId();

  /** {@return who decided} */
  Optional<Decider> decidedBy();

  /**
   * {@return what the decision was about: a word of {@link DecisionLevel}, or of a newer library}
   */
  Optional<String> decisionLevel();

  /** {@return where the group window_start came from} */
  String sourceUsedWindowStart();

  /** {@return where the group window_end came from} */
  String sourceUsedWindowEnd();

  /** {@return where the group structure came from} */
  String sourceUsedStructure();

  /** {@return where the group totals came from} */
  String sourceUsedTotals();

  /** {@return where the group cluster came from} */
  String sourceUsedCluster();

  /** {@return where the group proposed came from} */
  String sourceUsedProposed();

  /** {@return where the group group_id came from} */
  String sourceUsedGroupId();

  /** {@return where the group final came from} */
  String sourceUsedFinal();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ReportFinalised check() {
    SpineRules.spine(this);
    SpineRules.cluster(this);
    Rules.share("confidence_score", confidenceScore());
    Rules.share("confidence_score_2", confidenceScore2());
    Rules.share("confidence_score_3", confidenceScore3());
    Rules.share("cohort_confidence", cohortConfidence());
    Rules.ascending("cohort_reason", cohortReason());
    Rules.name("final_decision", finalDecision());
    Rules.share("final_confidence", finalConfidence());
    return Num.isRounded(severityScore())
            && Num.isRounded(similarityScore())
            && Num.isRounded(clusterMatchConfidence())
            && Num.isRounded(confidenceScore())
            && Num.isRounded(confidenceScore2())
            && Num.isRounded(confidenceScore3())
            && Num.isRounded(cohortConfidence())
            && Num.isRounded(finalConfidence())
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
            .finalConfidence(Num.round(finalConfidence()))
            .build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReportFinalised}; one thread at a time. */
  final class Builder extends ImmutableReportFinalised.Builder {
    Builder() {}
  }
}
