package org.minorityreport.api.record;

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
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of MELOG: an event at a tick at which it changed. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableEventRecord.class)
@JsonPropertyOrder({
  "event_id",
  "version",
  "run_id",
  "written_at",
  "anchor_report_id",
  "event_status",
  "cohort_name",
  "cohort_reason",
  "cohort_confidence",
  "cohort_size",
  "report_ids",
  "store_ids",
  "regions",
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
  "created_at",
  "ended_at",
  "merged_into",
  "resolution_reason",
  "is_degraded",
  "degraded_reasons"
})
public interface EventRecord extends LogRecord {
  /** {@return the event} */
  EventId eventId();

  /** {@return the report that gave the event its id} */
  ReportId anchorReportId();

  /** {@return active while a report is open} */
  EventStatus eventStatus();

  /** {@return its name} */
  String cohortName();

  /** {@return what joined its reports, sorted} */
  List<String> cohortReason();

  /** {@return how sure it is that they belong together, 0 to 1} */
  double cohortConfidence();

  /** {@return number of reports} */
  int cohortSize();

  /** {@return its reports, sorted} */
  List<ReportId> reportIds();

  /** {@return their stores, sorted} */
  List<StoreId> storeIds();

  /** {@return their regions, sorted} */
  List<String> regions();

  /** {@return the side on which all of them deviate} */
  Direction direction();

  /** {@return the earliest onset} */
  Instant windowStart();

  /** {@return the latest end; absent while active} */
  Optional<Instant> windowEnd();

  /** {@return mean severity weighted by absolute impact; without impacts the maximum} */
  double severityScore();

  /** {@return sum over the reports that have one, scale 2} */
  Optional<BigDecimal> impactEstimate();

  /** {@return units sold, summed over the reports} */
  BigDecimal attributedSalesTotal();

  /** {@return units expected, summed over the reports} */
  BigDecimal baselineSalesTotal();

  /** {@return the cause of the most impact} */
  String proposedCause();

  /** {@return its category} */
  String proposedCauseCategory();

  /** {@return the greatest confidence in it, 0 to 1} */
  OptionalDouble confidenceScore();

  /** {@return the tick that first wrote the event} */
  Instant createdAt();

  /** {@return the tick that ended it} */
  Optional<Instant> endedAt();

  /** {@return the event that took this one in} */
  Optional<EventId> mergedInto();

  /** {@return why it ended, if not because its reports did} */
  Optional<String> resolutionReason();

  /** {@return whether something that should have contributed did not} */
  @JsonProperty("is_degraded")
  boolean isDegraded();

  /** {@return codes of what was missing, sorted} */
  List<String> degradedReasons();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default EventRecord check() {
    Rules.share("severity_score", severityScore());
    Rules.share("cohort_confidence", cohortConfidence());
    Rules.share("confidence_score", confidenceScore());
    Rules.ascending("report_ids", reportIds());
    Rules.ascending("store_ids", storeIds());
    Rules.ascending("regions", regions());
    Rules.ascending("cohort_reason", cohortReason());
    Rules.ascending("degraded_reasons", degradedReasons());
    Rules.check(
        cohortSize() == reportIds().size(), "cohort_size", cohortSize(), "the number of reports");
    Rules.units("attributed_sales_total", attributedSalesTotal());
    Rules.units("baseline_sales_total", baselineSalesTotal());
    impactEstimate().ifPresent(v -> Rules.money("impact_estimate", v));
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

  /** Builds a {@link EventRecord}; one thread at a time. */
  final class Builder extends ImmutableEventRecord.Builder {
    Builder() {}
  }
}
