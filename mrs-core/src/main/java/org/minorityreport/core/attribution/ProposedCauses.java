package org.minorityreport.core.attribution;

import java.util.List;
import java.util.Optional;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ScoredCandidate;

/** The up to three causes of an answer, or that there is none, as a row says it. Immutable. */
final class ProposedCauses {
  private static final String UNKNOWN = "unknown";

  /** What a row says when a model works and names nothing (spec 3.4). */
  private static final double UNKNOWN_CONFIDENCE = 0.05;

  private final List<ScoredCandidate> causes;
  private final Optional<String> abstainReason;

  private ProposedCauses(List<ScoredCandidate> causes, Optional<String> abstainReason) {
    this.causes = causes;
    this.abstainReason = abstainReason;
  }

  static ProposedCauses of(AttributionAnswer answer) {
    return new ProposedCauses(
        answer.abstainReason().isPresent() ? List.of() : answer.causes(), answer.abstainReason());
  }

  void putInto(ReportAttributed.Builder row) {
    if (causes.isEmpty()) {
      row.proposedCause(UNKNOWN)
          .proposedCauseCategory(UNKNOWN)
          .confidenceScore(UNKNOWN_CONFIDENCE)
          .abstainReason(abstainReason);
      return;
    }
    ScoredCandidate first = causes.get(0);
    row.proposedCause(first.cause())
        .proposedCauseCategory(first.category())
        .confidenceScore(first.confidence())
        .supportingEvidence(first.evidence());
    if (causes.size() > 1) {
      ScoredCandidate second = causes.get(1);
      row.proposedCause2(second.cause())
          .proposedCauseCategory2(second.category())
          .confidenceScore2(second.confidence());
    }
    if (causes.size() > 2) {
      ScoredCandidate third = causes.get(2);
      row.proposedCause3(third.cause())
          .proposedCauseCategory3(third.category())
          .confidenceScore3(third.confidence());
    }
  }
}
