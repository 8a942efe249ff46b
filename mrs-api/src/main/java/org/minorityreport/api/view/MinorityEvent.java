package org.minorityreport.api.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import tools.jackson.databind.annotation.JsonDeserialize;

/** One event, computed from its hydrated reports. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableMinorityEvent.class)
@JsonPropertyOrder({
  "event_id",
  "run_id",
  "anchor_report_id",
  "event_status",
  "cohort_name",
  "cohort_reason",
  "cohort_confidence",
  "cohort_size",
  "report_ids",
  "store_ids",
  "regions",
  "retailers",
  "cities",
  "direction",
  "window_start",
  "window_end",
  "severity_score",
  "impact_estimate",
  "attributed_sales_total",
  "baseline_sales_total",
  "proposed_cause",
  "proposed_cause_category",
  "confidence_score",
  "proposed_cause_2",
  "proposed_cause_category_2",
  "confidence_score_2",
  "proposed_cause_3",
  "proposed_cause_category_3",
  "confidence_score_3",
  "reports_agreeing",
  "cluster_id",
  "embedding_x",
  "embedding_y",
  "final_decision",
  "final_cause",
  "final_cause_category",
  "final_confidence",
  "finalized_at",
  "annotation_id",
  "decided_by",
  "supporting_evidence",
  "review_state",
  "in_conflict",
  "reports_by_review_state",
  "created_at",
  "merged_into",
  "merged_from",
  "resolution_reason",
  "is_degraded",
  "degraded_reasons",
  "source_used_structure",
  "source_used_cohort",
  "source_used_final",
  "row_refs",
  "last_changed"
})
public interface MinorityEvent {
  /** {@return the event} */
  EventId eventId();

  /** {@return the line of work} */
  RunId runId();

  /** {@return the report that gave the event its id} */
  Optional<ReportId> anchorReportId();

  /** {@return active while one of its reports is open} */
  EventStatus eventStatus();

  /** {@return its name} */
  Optional<String> cohortName();

  /** {@return what joined its reports, sorted} */
  List<String> cohortReason();

  /** {@return how sure it is that they belong together, 0 to 1} */
  OptionalDouble cohortConfidence();

  /** {@return number of reports} */
  int cohortSize();

  /** {@return its reports, sorted} */
  List<ReportId> reportIds();

  /** {@return their stores, sorted} */
  List<StoreId> storeIds();

  /** {@return their regions, sorted} */
  List<String> regions();

  /** {@return their retailers, sorted} */
  List<String> retailers();

  /** {@return their cities, sorted} */
  List<String> cities();

  /** {@return the side on which they deviate} */
  Direction direction();

  /** {@return the earliest start} */
  Instant windowStart();

  /** {@return the latest end; absent while active} */
  Optional<Instant> windowEnd();

  /** {@return mean severity weighted by absolute impact; without impacts the maximum} */
  double severityScore();

  /** {@return sum over the reports that have one} */
  Optional<BigDecimal> impactEstimate();

  /** {@return units sold, summed over the reports} */
  BigDecimal attributedSalesTotal();

  /** {@return units expected, summed over the reports} */
  BigDecimal baselineSalesTotal();

  /** {@return the cause of the most impact} */
  Optional<String> proposedCause();

  /** {@return its category} */
  Optional<String> proposedCauseCategory();

  /** {@return the greatest confidence in it, 0 to 1} */
  OptionalDouble confidenceScore();

  /** {@return the cause of the second most impact} */
  @JsonProperty("proposed_cause_2")
  Optional<String> proposedCause2();

  /** {@return its category} */
  @JsonProperty("proposed_cause_category_2")
  Optional<String> proposedCauseCategory2();

  /** {@return the greatest confidence in it, 0 to 1} */
  @JsonProperty("confidence_score_2")
  OptionalDouble confidenceScore2();

  /** {@return the cause of the third most impact} */
  @JsonProperty("proposed_cause_3")
  Optional<String> proposedCause3();

  /** {@return its category} */
  @JsonProperty("proposed_cause_category_3")
  Optional<String> proposedCauseCategory3();

  /** {@return the greatest confidence in it, 0 to 1} */
  @JsonProperty("confidence_score_3")
  OptionalDouble confidenceScore3();

  /** {@return how many of its reports name that cause first} */
  int reportsAgreeing();

  /** {@return the commonest cluster of its reports; of equals the smaller id} */
  Optional<String> clusterId();

  /** {@return mean position of its reports on the map} */
  OptionalDouble embeddingX();

  /** {@return mean position of its reports on the map} */
  OptionalDouble embeddingY();

  /**
   * {@return what was decided about the event itself: a word of {@link
   * org.minorityreport.api.record.FinalDecision}; absent unless a decision holds}
   */
  Optional<String> finalDecision();

  /** {@return the cause that was decided, as far as a row says it} */
  Optional<String> finalCause();

  /** {@return its category} */
  Optional<String> finalCauseCategory();

  /** {@return how sure the decision is, 0 to 1} */
  OptionalDouble finalConfidence();

  /** {@return when it was decided} */
  Optional<Instant> finalizedAt();

  /** {@return the act that decided} */
  Optional<AnnotationId> annotationId();

  /** {@return who decided} */
  Optional<Decider> decidedBy();

  /** {@return what people put forward about the event, in the order in which they did} */
  List<Evidence> supportingEvidence();

  /** {@return how far people are with the event itself} */
  ReviewState reviewState();

  /** {@return whether it, or an event that went into it, was decided differently by two} */
  boolean inConflict();

  /** {@return how many of its reports are in each state; states without reports are left out} */
  @Value.NaturalOrder
  SortedMap<ReviewState, Integer> reportsByReviewState();

  /** {@return the tick that first wrote the event} */
  Optional<Instant> createdAt();

  /** {@return the event that took this one in} */
  Optional<EventId> mergedInto();

  /** {@return the events that went into it, sorted} */
  List<EventId> mergedFrom();

  /** {@return why it ended, if not because its reports did} */
  Optional<String> resolutionReason();

  /** {@return whether something that should have contributed did not} */
  @JsonProperty("is_degraded")
  boolean isDegraded();

  /** {@return codes of what was missing, sorted} */
  List<String> degradedReasons();

  /** {@return where members and totals come from} */
  ValueSource sourceUsedStructure();

  /** {@return where name, reason and confidence come from} */
  ValueSource sourceUsedCohort();

  /** {@return where the decision about the event comes from} */
  ValueSource sourceUsedFinal();

  /** {@return the rows that contributed, sorted} */
  List<RowRef> rowRefs();

  /** {@return commit position of the newest of them} */
  long lastChanged();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default MinorityEvent check() {
    return Num.isRounded(cohortConfidence())
            && Num.isRounded(confidenceScore2())
            && Num.isRounded(confidenceScore3())
            && Num.isRounded(embeddingX())
            && Num.isRounded(embeddingY())
            && Num.isRounded(finalConfidence())
            && Num.isRounded(severityScore())
            && Num.isRounded(confidenceScore())
        ? this
        : builder()
            .from(this)
            .cohortConfidence(Num.round(cohortConfidence()))
            .confidenceScore2(Num.round(confidenceScore2()))
            .confidenceScore3(Num.round(confidenceScore3()))
            .embeddingX(Num.round(embeddingX()))
            .embeddingY(Num.round(embeddingY()))
            .finalConfidence(Num.round(finalConfidence()))
            .severityScore(Num.round(severityScore()))
            .confidenceScore(Num.round(confidenceScore()))
            .build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MinorityEvent}; one thread at a time. */
  final class Builder extends ImmutableMinorityEvent.Builder {
    Builder() {}
  }
}
