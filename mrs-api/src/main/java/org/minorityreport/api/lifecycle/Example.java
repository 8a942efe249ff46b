package org.minorityreport.api.lifecycle;

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
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.ScoredCandidate;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A report with what models were given, what they proposed and what was decided, for those who
 * train models. Immutable; {@code docs/lifecycle.md} describes its fields as columns.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableExample.class)
@JsonPropertyOrder({
  "report_id",
  "event_id",
  "split",
  "store_id",
  "retailer",
  "city",
  "region",
  "country",
  "sku",
  "direction",
  "first_detected_from",
  "window_start",
  "window_end",
  "severity_score",
  "impact_estimate",
  "features",
  "slice",
  "cluster_id",
  "candidates",
  "candidate_drivers",
  "proposed_cause",
  "proposed_cause_category",
  "confidence_score",
  "model_versions",
  "final_decision",
  "final_cause",
  "final_cause_category",
  "final_confidence",
  "decision_level",
  "decided_by_role",
  "is_automatic",
  "in_conflict",
  "annotation_id",
  "finalized_at",
  "evidence"
})
public interface Example {
  /** {@return the report} */
  ReportId reportId();

  /** {@return its event; absent if it is in none} */
  Optional<EventId> eventId();

  /** {@return what it is for} */
  ExampleSplit split();

  /** {@return where} */
  StoreId storeId();

  /** {@return retailer of the store} */
  Optional<String> retailer();

  /** {@return city of the store} */
  Optional<String> city();

  /** {@return region of the store} */
  Optional<String> region();

  /** {@return country of the store} */
  Optional<String> country();

  /** {@return the lead product} */
  Sku sku();

  /** {@return the side of the expectation} */
  Direction direction();

  /** {@return the onset} */
  Instant firstDetectedFrom();

  /** {@return start of the window} */
  Instant windowStart();

  /** {@return end of the window; absent while open} */
  Optional<Instant> windowEnd();

  /** {@return intensity, 0 to 1} */
  double severityScore();

  /** {@return money above or below the baseline} */
  Optional<BigDecimal> impactEstimate();

  /** {@return the 16 features of its shape; empty if clustering told none} */
  List<Double> features();

  /** {@return what was sold and expected, per step and SKU; absent if the logs do not tell} */
  Optional<ExampleSlice> slice();

  /** {@return the cluster matched} */
  Optional<String> clusterId();

  /** {@return every cause that was considered, best first} */
  List<ScoredCandidate> candidates();

  /**
   * {@return what was measured of these and touches the report, known by the tick of the proposal;
   * by candidate, without those of which nothing was}
   */
  List<ExampleDrivers> candidateDrivers();

  /** {@return the cause proposed} */
  Optional<String> proposedCause();

  /** {@return its category} */
  Optional<String> proposedCauseCategory();

  /** {@return its confidence, 0 to 1} */
  OptionalDouble confidenceScore();

  /** {@return role to name@version of the models behind all that} */
  @Value.NaturalOrder
  SortedMap<String, String> modelVersions();

  /** {@return what was decided: a word of finalisation} */
  String finalDecision();

  /** {@return the cause that was decided: the label} */
  Optional<String> finalCause();

  /** {@return its category} */
  Optional<String> finalCauseCategory();

  /** {@return how sure the decision is, 0 to 1} */
  OptionalDouble finalConfidence();

  /** {@return report or event: what the decision was about} */
  Optional<String> decisionLevel();

  /** {@return in which role it was decided; system for a policy} */
  Optional<String> decidedByRole();

  /** {@return whether a policy decided it and no person} */
  @JsonProperty("is_automatic")
  boolean isAutomatic();

  /** {@return whether two people decided differently and nobody has adjudicated} */
  boolean inConflict();

  /** {@return the act that decided} */
  Optional<AnnotationId> annotationId();

  /** {@return when it was decided} */
  Optional<Instant> finalizedAt();

  /** {@return what spoke for the cause proposed} */
  List<Evidence> evidence();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link Example}; one thread at a time. */
  final class Builder extends ImmutableExample.Builder {
    Builder() {}
  }
}
