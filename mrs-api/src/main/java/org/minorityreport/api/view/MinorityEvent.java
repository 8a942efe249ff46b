package org.minorityreport.api.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.record.EventStatus;
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
  "reports_agreeing",
  "created_at",
  "merged_into",
  "resolution_reason",
  "is_degraded",
  "degraded_reasons",
  "source_used_structure",
  "source_used_cohort",
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

  /** {@return how many of its reports name that cause first} */
  int reportsAgreeing();

  /** {@return the tick that first wrote the event} */
  Optional<Instant> createdAt();

  /** {@return the event that took this one in} */
  Optional<EventId> mergedInto();

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

  /** {@return the rows that contributed, sorted} */
  List<RowRef> rowRefs();

  /** {@return commit position of the newest of them} */
  long lastChanged();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default MinorityEvent check() {
    return Num.isRounded(cohortConfidence())
            && Num.isRounded(severityScore())
            && Num.isRounded(confidenceScore())
        ? this
        : builder()
            .from(this)
            .cohortConfidence(Num.round(cohortConfidence()))
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
