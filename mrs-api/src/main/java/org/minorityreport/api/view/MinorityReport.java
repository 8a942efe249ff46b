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
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import tools.jackson.databind.annotation.JsonDeserialize;

/** One report, as the logs say it stands. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableMinorityReport.class)
@JsonPropertyOrder({
  "report_id",
  "run_id",
  "store_id",
  "sku",
  "skus",
  "first_detected_from",
  "raised_at",
  "window_start",
  "window_end",
  "is_open",
  "end_reason",
  "temporary",
  "direction",
  "severity_score",
  "first_severity",
  "members",
  "attributed_sales_total",
  "baseline_sales_total",
  "attributed_revenue_total",
  "baseline_revenue_total",
  "impact_estimate",
  "cluster_id",
  "cluster_name",
  "similarity_score",
  "cluster_match_confidence",
  "nearest_cluster_id",
  "nearest_distance",
  "embedding_x",
  "embedding_y",
  "proposed_cause",
  "proposed_cause_category",
  "confidence_score",
  "proposed_cause_2",
  "proposed_cause_category_2",
  "confidence_score_2",
  "proposed_cause_3",
  "proposed_cause_category_3",
  "confidence_score_3",
  "first_cause",
  "first_confidence",
  "supporting_evidence",
  "abstain_reason",
  "report_group_id",
  "event_status",
  "cohort_name",
  "cohort_reason",
  "cohort_confidence",
  "final_decision",
  "final_cause",
  "final_cause_category",
  "final_confidence",
  "finalized_at",
  "annotation_id",
  "decided_by",
  "decision_level",
  "review_state",
  "in_conflict",
  "rereview_round",
  "tick_differs",
  "assignee",
  "priority",
  "retailer",
  "city",
  "region",
  "country",
  "sales_region",
  "lat",
  "lon",
  "report_status",
  "is_degraded",
  "degraded_reasons",
  "model_versions",
  "suppressed_by",
  "source_used_window_start",
  "source_used_window_end",
  "source_used_structure",
  "source_used_totals",
  "source_used_cluster",
  "source_used_proposed",
  "source_used_group_id",
  "source_used_final",
  "row_refs",
  "last_changed"
})
public interface MinorityReport {
  /** {@return the report} */
  ReportId reportId();

  /** {@return the line of work} */
  RunId runId();

  /** {@return where} */
  StoreId storeId();

  /** {@return the lead product} */
  Sku sku();

  /** {@return all products} */
  List<Sku> skus();

  /** {@return the onset} */
  Instant firstDetectedFrom();

  /** {@return the tick that raised it} */
  Instant raisedAt();

  /** {@return start of the window} */
  Instant windowStart();

  /** {@return end of the window; absent while open} */
  Optional<Instant> windowEnd();

  /** {@return whether it is open} */
  @JsonProperty("is_open")
  boolean isOpen();

  /** {@return why it closed} */
  Optional<EndReason> endReason();

  /** {@return false once closed as structural; absent if the closing rows are missing} */
  Optional<Boolean> temporary();

  /** {@return the side of the expectation} */
  Direction direction();

  /** {@return intensity, 0 to 1} */
  double severityScore();

  /** {@return what was said first} */
  double firstSeverity();

  /** {@return one per series, by SKU} */
  List<ReportMember> members();

  /** {@return units sold in the window} */
  BigDecimal attributedSalesTotal();

  /** {@return units expected in the window} */
  BigDecimal baselineSalesTotal();

  /** {@return money taken in the window} */
  Optional<BigDecimal> attributedRevenueTotal();

  /** {@return money expected in the window} */
  Optional<BigDecimal> baselineRevenueTotal();

  /** {@return money above or below the baseline} */
  Optional<BigDecimal> impactEstimate();

  /** {@return stable id of the cluster} */
  Optional<String> clusterId();

  /** {@return its name} */
  Optional<String> clusterName();

  /** {@return how alike the shapes are, 0 to 1} */
  OptionalDouble similarityScore();

  /** {@return how sure the model is, 0 to 1} */
  OptionalDouble clusterMatchConfidence();

  /** {@return the nearest cluster, also when it is too far to match} */
  Optional<String> nearestClusterId();

  /** {@return the distance to it} */
  OptionalDouble nearestDistance();

  /** {@return position on the map} */
  OptionalDouble embeddingX();

  /** {@return position on the map} */
  OptionalDouble embeddingY();

  /** {@return the first cause} */
  Optional<String> proposedCause();

  /** {@return its category} */
  Optional<String> proposedCauseCategory();

  /** {@return its confidence, 0 to 1} */
  OptionalDouble confidenceScore();

  /** {@return the second cause} */
  @JsonProperty("proposed_cause_2")
  Optional<String> proposedCause2();

  /** {@return its category} */
  @JsonProperty("proposed_cause_category_2")
  Optional<String> proposedCauseCategory2();

  /** {@return its confidence} */
  @JsonProperty("confidence_score_2")
  OptionalDouble confidenceScore2();

  /** {@return the third cause} */
  @JsonProperty("proposed_cause_3")
  Optional<String> proposedCause3();

  /** {@return its category} */
  @JsonProperty("proposed_cause_category_3")
  Optional<String> proposedCauseCategory3();

  /** {@return its confidence} */
  @JsonProperty("confidence_score_3")
  OptionalDouble confidenceScore3();

  /** {@return the cause that was said first} */
  Optional<String> firstCause();

  /** {@return the confidence that was said first} */
  OptionalDouble firstConfidence();

  /** {@return what speaks for the first cause} */
  List<Evidence> supportingEvidence();

  /** {@return why the cause is unknown} */
  Optional<String> abstainReason();

  /** {@return the event} */
  Optional<EventId> reportGroupId();

  /** {@return whether that event is active} */
  Optional<EventStatus> eventStatus();

  /** {@return its name} */
  Optional<String> cohortName();

  /** {@return what joined its reports, sorted} */
  List<String> cohortReason();

  /** {@return how sure it is that they belong together, 0 to 1} */
  OptionalDouble cohortConfidence();

  /**
   * {@return what was decided: a word of {@link org.minorityreport.api.record.FinalDecision}, or of
   * a newer library; absent unless a decision holds}
   */
  Optional<String> finalDecision();

  /** {@return the cause that was decided} */
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

  /**
   * {@return what the decision was about: a word of {@link
   * org.minorityreport.api.record.DecisionLevel}, or of a newer library}
   */
  Optional<String> decisionLevel();

  /** {@return how far people are with it} */
  ReviewState reviewState();

  /** {@return whether two people decided differently and nobody has adjudicated} */
  boolean inConflict();

  /** {@return how often it was looked at again; 0 is never} */
  int rereviewRound();

  /** {@return whether a later look is shown and the latest tick thinks otherwise} */
  boolean tickDiffers();

  /** {@return who is to deal with it} */
  Optional<String> assignee();

  /**
   * {@return how urgent it is: what a person said last; {@code top} if it was escalated without a
   * word}
   */
  Optional<String> priority();

  /** {@return retailer of the store} */
  Optional<String> retailer();

  /** {@return city of the store} */
  Optional<String> city();

  /** {@return region of the store} */
  Optional<String> region();

  /** {@return country of the store} */
  Optional<String> country();

  /** {@return region of the sales organisation} */
  Optional<String> salesRegion();

  /** {@return latitude of the store} */
  OptionalDouble lat();

  /** {@return longitude of the store} */
  OptionalDouble lon();

  /** {@return the furthest stage reached, or its degraded form} */
  String reportStatus();

  /** {@return whether something that should have contributed did not} */
  @JsonProperty("is_degraded")
  boolean isDegraded();

  /** {@return codes of what was missing, sorted} */
  List<String> degradedReasons();

  /** {@return role to name@version of the models behind the values shown} */
  @Value.NaturalOrder
  SortedMap<String, String> modelVersions();

  /** {@return rule@version that keeps it out of alerts, work list and feed} */
  Optional<String> suppressedBy();

  /** {@return where the values of the group window_start come from} */
  ValueSource sourceUsedWindowStart();

  /** {@return where the values of the group window_end come from} */
  ValueSource sourceUsedWindowEnd();

  /** {@return where the values of the group structure come from} */
  ValueSource sourceUsedStructure();

  /** {@return where the values of the group totals come from} */
  ValueSource sourceUsedTotals();

  /** {@return where the values of the group cluster come from} */
  ValueSource sourceUsedCluster();

  /** {@return where the values of the group proposed come from} */
  ValueSource sourceUsedProposed();

  /** {@return where the values of the group group_id come from} */
  ValueSource sourceUsedGroupId();

  /** {@return where the values of the group final come from} */
  ValueSource sourceUsedFinal();

  /** {@return the rows that contributed, sorted} */
  List<RowRef> rowRefs();

  /** {@return commit position of the newest of them} */
  long lastChanged();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default MinorityReport check() {
    return Num.isRounded(severityScore())
            && Num.isRounded(firstSeverity())
            && Num.isRounded(similarityScore())
            && Num.isRounded(clusterMatchConfidence())
            && Num.isRounded(nearestDistance())
            && Num.isRounded(cohortConfidence())
            && Num.isRounded(finalConfidence())
            && Num.isRounded(embeddingX())
            && Num.isRounded(embeddingY())
            && Num.isRounded(confidenceScore())
            && Num.isRounded(confidenceScore2())
            && Num.isRounded(confidenceScore3())
            && Num.isRounded(firstConfidence())
            && Num.isRounded(lat())
            && Num.isRounded(lon())
        ? this
        : builder()
            .from(this)
            .severityScore(Num.round(severityScore()))
            .firstSeverity(Num.round(firstSeverity()))
            .similarityScore(Num.round(similarityScore()))
            .clusterMatchConfidence(Num.round(clusterMatchConfidence()))
            .nearestDistance(Num.round(nearestDistance()))
            .cohortConfidence(Num.round(cohortConfidence()))
            .finalConfidence(Num.round(finalConfidence()))
            .embeddingX(Num.round(embeddingX()))
            .embeddingY(Num.round(embeddingY()))
            .confidenceScore(Num.round(confidenceScore()))
            .confidenceScore2(Num.round(confidenceScore2()))
            .confidenceScore3(Num.round(confidenceScore3()))
            .firstConfidence(Num.round(firstConfidence()))
            .lat(Num.round(lat()))
            .lon(Num.round(lon()))
            .build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link MinorityReport}; one thread at a time. */
  final class Builder extends ImmutableMinorityReport.Builder {
    Builder() {}
  }
}
