package org.minorityreport.core.finalisation;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.minorityreport.api.record.DecisionLevel;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.stage.FinalOutcome;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ValueSource;

/** Rows of MRFL: an outcome, and all else as seen then. */
public final class FinalisedRows {
  private FinalisedRows() {}

  /**
   * The row of an outcome.
   *
   * @param outcome what became of the report
   * @param seen the report as of the commit that decided
   * @param event its event as of then; empty if it had none
   * @param writtenAt the later of the last tick and the newest act
   * @return the row
   */
  public static ReportFinalised row(
      FinalOutcome outcome, MinorityReport seen, Optional<MinorityEvent> event, Instant writtenAt) {
    ReportFinalised.Builder row = ReportFinalised.builder();
    spine(row, outcome, seen, writtenAt);
    proposed(row, seen);
    return row.reportGroupId(seen.reportGroupId())
        .eventStatus(seen.eventStatus())
        .cohortName(seen.cohortName())
        .cohortConfidence(seen.cohortConfidence())
        .cohortReason(seen.cohortReason())
        .cohortSize(event.map(MinorityEvent::cohortSize))
        .finalDecision(outcome.decision().wireName())
        .finalCause(outcome.cause())
        .finalCauseCategory(outcome.category())
        .finalConfidence(outcome.confidence())
        .finalizedAt(outcome.finalizedAt())
        .annotationId(outcome.annotationId())
        .decidedBy(outcome.decidedBy())
        .decisionLevel(outcome.level().map(DecisionLevel::wireName))
        .sourceUsedWindowStart(word(seen.sourceUsedWindowStart()))
        .sourceUsedWindowEnd(word(seen.sourceUsedWindowEnd()))
        .sourceUsedStructure(word(seen.sourceUsedStructure()))
        .sourceUsedTotals(word(seen.sourceUsedTotals()))
        .sourceUsedCluster(word(seen.sourceUsedCluster()))
        .sourceUsedProposed(word(seen.sourceUsedProposed()))
        .sourceUsedGroupId(word(seen.sourceUsedGroupId()))
        .sourceUsedFinal(word(source(outcome.decision())))
        .build();
  }

  private static void spine(
      ReportFinalised.Builder row, FinalOutcome outcome, MinorityReport seen, Instant writtenAt) {
    row.reportId(seen.reportId())
        .runId(seen.runId())
        .writtenAt(writtenAt)
        .storeId(seen.storeId())
        .sku(seen.sku())
        .skus(seen.skus())
        .firstDetectedFrom(seen.firstDetectedFrom())
        .windowStart(seen.windowStart())
        .windowEnd(seen.windowEnd())
        .direction(seen.direction())
        .severityScore(seen.severityScore())
        .members(seen.members())
        .attributedRevenueTotal(seen.attributedRevenueTotal())
        .baselineRevenueTotal(seen.baselineRevenueTotal())
        .impactEstimate(seen.impactEstimate())
        .attributedSalesTotal(seen.attributedSalesTotal())
        .baselineSalesTotal(seen.baselineSalesTotal())
        .reportStatus(status(outcome))
        .isDegraded(seen.isDegraded())
        .degradedReasons(seen.degradedReasons())
        .modelVersions(seen.modelVersions())
        .suppressedBy(seen.suppressedBy())
        .clusterId(seen.clusterId())
        .clusterName(seen.clusterName())
        .similarityScore(seen.similarityScore())
        .clusterMatchConfidence(seen.clusterMatchConfidence());
  }

  private static void proposed(ReportFinalised.Builder row, MinorityReport seen) {
    row.proposedCause(seen.proposedCause())
        .proposedCauseCategory(seen.proposedCauseCategory())
        .confidenceScore(seen.confidenceScore())
        .proposedCause2(seen.proposedCause2())
        .proposedCauseCategory2(seen.proposedCauseCategory2())
        .confidenceScore2(seen.confidenceScore2())
        .proposedCause3(seen.proposedCause3())
        .proposedCauseCategory3(seen.proposedCauseCategory3())
        .confidenceScore3(seen.confidenceScore3());
  }

  private static String status(FinalOutcome outcome) {
    return switch (outcome.decision()) {
      case REOPENED -> "reopened";
      case WITHDRAWN -> "cohorted";
      default -> outcome.isLater() ? "revised" : "finalised";
    };
  }

  private static String word(ValueSource source) {
    return source.name().toLowerCase(Locale.ROOT);
  }

  private static ValueSource source(FinalDecision decision) {
    return decision == FinalDecision.REOPENED || decision == FinalDecision.WITHDRAWN
        ? ValueSource.NONE
        : ValueSource.FINALISED;
  }
}
