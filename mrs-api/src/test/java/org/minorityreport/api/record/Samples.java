package org.minorityreport.api.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Direction;

/** Builders of records that keep every rule, for tests that then break one. */
final class Samples {
  static final Instant ONSET = Instant.parse("2025-08-07T15:30:00Z");
  static final Instant TICK = Instant.parse("2025-08-07T16:00:00Z");
  static final ReportId REPORT = ReportId.of("MR-5108dbd30cf31dd0e8f093e0fcf59344");
  static final ReportId OTHER = ReportId.of("MR-6a20e58883f194e885a0d230525dd11f");
  static final EventId EVENT = EventId.of("ME-b45222024d9184540b511e2ee4573fd7");

  private Samples() {}

  static ReportMember.Builder member() {
    ReportMember.Builder builder = ReportMember.builder();
    builder
        .sku(Sku.of("cola"))
        .direction(Direction.UPLIFT)
        .raisedAt(TICK)
        .severityScore(0.5)
        .attributedSalesTotal(new BigDecimal("12.5"))
        .baselineSalesTotal(new BigDecimal("3"));
    return builder;
  }

  static ReportDetected.Builder detected() {
    ReportDetected.Builder builder = ReportDetected.builder();
    builder
        .reportId(REPORT)
        .runId(RunId.of("main"))
        .writtenAt(TICK)
        .storeId(StoreId.of("327"))
        .sku(Sku.of("cola"))
        .skus(List.of(Sku.of("cola")))
        .firstDetectedFrom(ONSET)
        .windowStart(ONSET)
        .direction(Direction.UPLIFT)
        .severityScore(0.5)
        .members(List.of(member().build()))
        .attributedSalesTotal(new BigDecimal("12.5"))
        .baselineSalesTotal(new BigDecimal("3"))
        .reportStatus("detected")
        .isDegraded(false);
    return builder;
  }

  static ReportClustered.Builder clustered() {
    ReportClustered.Builder builder = ReportClustered.builder();
    builder.from((ReportSpine) detected().build()).featureVector(Collections.nCopies(16, 0.5));
    return builder;
  }

  static ReportAttributed.Builder attributed() {
    ReportAttributed.Builder builder = ReportAttributed.builder();
    builder
        .from((ReportSpine) detected().build())
        .proposedCause("Heat wave")
        .proposedCauseCategory("weather")
        .confidenceScore(0.8);
    return builder;
  }

  static ReportCohorted.Builder cohorted() {
    ReportCohorted.Builder builder = ReportCohorted.builder();
    builder
        .from((ReportSpine) detected().build())
        .proposedCause("Heat wave")
        .proposedCauseCategory("weather")
        .reportGroupId(EVENT)
        .eventStatus(EventStatus.ACTIVE)
        .cohortName("Heat wave")
        .cohortConfidence(0.7)
        .cohortReason(List.of("same_region", "shared_cause"))
        .cohortSize(2);
    return builder;
  }

  static EventRecord.Builder event() {
    EventRecord.Builder builder = EventRecord.builder();
    builder
        .eventId(EVENT)
        .runId(RunId.of("main"))
        .writtenAt(TICK)
        .anchorReportId(REPORT)
        .eventStatus(EventStatus.ACTIVE)
        .cohortName("Heat wave")
        .cohortReason(List.of("same_region"))
        .cohortConfidence(0.7)
        .cohortSize(2)
        .reportIds(List.of(REPORT, OTHER))
        .storeIds(List.of(StoreId.of("327"), StoreId.of("328")))
        .regions(List.of("North"))
        .direction(Direction.UPLIFT)
        .windowStart(ONSET)
        .severityScore(0.5)
        .attributedSalesTotal(new BigDecimal("25"))
        .baselineSalesTotal(new BigDecimal("6"))
        .proposedCause("Heat wave")
        .proposedCauseCategory("weather")
        .createdAt(TICK)
        .isDegraded(false);
    return builder;
  }
}
