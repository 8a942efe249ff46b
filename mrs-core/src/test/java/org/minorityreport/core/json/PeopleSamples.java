package org.minorityreport.core.json;

import static org.minorityreport.core.json.SampleRows.EVENT;
import static org.minorityreport.core.json.SampleRows.OTHER;
import static org.minorityreport.core.json.SampleRows.REPORT;
import static org.minorityreport.core.json.SampleRows.RUN;
import static org.minorityreport.core.json.SampleRows.TICK;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.record.ContextRecorded;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.ReportReclustered;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.value.Cut;

/** The samples of {@link SampleRows} that people cause. */
final class PeopleSamples {
  private static final AnnotationId ACT = AnnotationId.of("AN-0123456789abcdef0123456789abcdef");
  private static final AnnotationId ANOTHER =
      AnnotationId.of("AN-fedcba9876543210fedcba9876543210");
  private static final Cut CUT = Cut.of(Map.of("minority_reports_detected_log", 3L));
  private static final Instant EARLIER = Instant.parse("2025-08-07T15:00:00Z");

  private PeopleSamples() {}

  static UserEdit edit(String target) {
    return UserEdit.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .annotationId(ACT)
        .targetId(target)
        .action("edit")
        .actor("ann")
        .role("data_scientist")
        .basedOn(CUT)
        .cause("Rain")
        .causeCategory("weather")
        .confidence(0.78)
        .windowStart(EARLIER)
        .windowEnd(TICK)
        .reportGroupId("new")
        .reportIds(List.of(REPORT, OTHER))
        .addEvidence(SampleRows.evidence())
        .note("telephoned")
        .reason("new_evidence")
        .assignee("bob")
        .priority("high")
        .deferUntil(TICK)
        .refersTo(ANOTHER)
        .addLinkedContextIds("CX-1")
        .reopenMode("manual")
        .attributedSalesTotal(new BigDecimal("12.5"))
        .baselineSalesTotal(new BigDecimal("30"))
        .impactEstimate(new BigDecimal("-21.90"))
        .members(SampleRows.detected().members())
        .addFlags("overrides_newer")
        .build();
  }

  static ContextRecorded recorded() {
    return ContextRecorded.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .annotationId(ACT)
        .contextId("CX-0123456789abcdef0123456789abcdef")
        .action("correct")
        .targetId("CX-0123456789abcdef0123456789abcdef")
        .basedOn(CUT)
        .actor("ann")
        .role("marketer")
        .actedAt(TICK)
        .contextEvent(
            ContextEvent.builder()
                .contextId("CX-0123456789abcdef0123456789abcdef")
                .category("competitor_action")
                .subtype("stock_out")
                .name("Empty shelf next door")
                .start(EARLIER)
                .end(TICK)
                .addRegions("North")
                .addCities("Leeds")
                .addStoreIds(StoreId.of("327"))
                .addSkus(Sku.of("cola"))
                .severity("high")
                .source("ann")
                .url("https://example.org/shelf")
                .confidence(0.9)
                .recordedAt(TICK)
                .attributes(new TreeMap<>(Map.of("told by", "the manager")))
                .build())
        .build();
  }

  static ReportFinalised finalised() {
    return ReportFinalised.builder()
        .from((ReportSpine) SampleRows.detected())
        .reportStatus("finalised")
        .clusterId("k1")
        .clusterName("Spike")
        .similarityScore(0.9)
        .clusterMatchConfidence(0.8)
        .proposedCause("Rain")
        .proposedCauseCategory("weather")
        .confidenceScore(0.7)
        .proposedCause2("Strike")
        .proposedCauseCategory2("travel_disruption")
        .confidenceScore2(0.2)
        .proposedCause3("Leaflets")
        .proposedCauseCategory3("paid_media")
        .confidenceScore3(0.1)
        .reportGroupId(EVENT)
        .eventStatus(EventStatus.ACTIVE)
        .cohortName("Rain, North")
        .cohortConfidence(0.6)
        .cohortReason(List.of("shared_cause"))
        .cohortSize(2)
        .finalDecision("edited")
        .finalCause("Empty shelf next door")
        .finalCauseCategory("competitor_action")
        .finalConfidence(0.78)
        .finalizedAt(TICK)
        .annotationId(ACT)
        .decidedBy(Decider.builder().actor("ann").role("marketer").build())
        .decisionLevel("report")
        .sourceUsedWindowStart("detected")
        .sourceUsedWindowEnd("ended")
        .sourceUsedStructure("detected")
        .sourceUsedTotals("detected")
        .sourceUsedCluster("clustered")
        .sourceUsedProposed("attribution")
        .sourceUsedGroupId("cohort")
        .sourceUsedFinal("ui")
        .build();
  }

  static RereviewRound round() {
    return RereviewRound.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .reportId(REPORT)
        .rereviewRound(2)
        .triggerReason("new_evidence")
        .triggerAt(EARLIER)
        .outputsGeneratedAt(TICK)
        .build();
  }

  static ReportReclustered reclustered() {
    return ReportReclustered.builder()
        .from((ReportSpine) SampleRows.clustered())
        .rereviewRound(2)
        .build();
  }

  static ReportReattributed reattributed() {
    return ReportReattributed.builder()
        .from((ReportSpine) SampleRows.attributed())
        .rereviewRound(2)
        .build();
  }
}
