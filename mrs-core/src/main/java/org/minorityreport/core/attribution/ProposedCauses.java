package org.minorityreport.core.attribution;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ScoredCandidate;
import org.minorityreport.api.stage.RejectedCause;

/** The up to three causes of an answer, or that there is none, as a row says it. Immutable. */
final class ProposedCauses {
  private static final String UNKNOWN = "unknown";

  /** What a row says when a model works and names nothing (spec 3.4). */
  private static final double UNKNOWN_CONFIDENCE = 0.05;

  /** Of an answer only that was left which people rejected. */
  private static final Optional<String> NOTHING_ELSE = Optional.of("no_candidate");

  private final OptionalDouble unknownConfidence;
  private final List<ScoredCandidate> causes;
  private final Optional<String> abstainReason;

  private ProposedCauses(
      List<ScoredCandidate> causes,
      Optional<String> abstainReason,
      OptionalDouble unknownConfidence) {
    this.unknownConfidence = unknownConfidence;
    this.causes = causes;
    this.abstainReason = abstainReason;
  }

  /** What is proposed of an answer: nothing that a person rejected, as long as nothing is new. */
  static ProposedCauses of(AttributionAnswer answer, List<RejectedCause> rejected) {
    List<ScoredCandidate> causes =
        answer.abstainReason().isPresent()
            ? List.of()
            : answer.causes().stream().filter(cause -> !isRejected(cause, rejected)).toList();
    return new ProposedCauses(
        causes,
        causes.isEmpty() ? answer.abstainReason().or(() -> NOTHING_ELSE) : Optional.empty(),
        OptionalDouble.of(UNKNOWN_CONFIDENCE));
  }

  private static boolean isRejected(ScoredCandidate cause, List<RejectedCause> rejected) {
    return rejected.stream()
        .anyMatch(it -> it.covers(cause.cause(), cause.category(), cause.evidence()));
  }

  /** Nobody answered: unknown, and nothing is said of how sure that is. */
  static ProposedCauses failed() {
    return new ProposedCauses(List.of(), Optional.empty(), OptionalDouble.empty());
  }

  void putInto(ReportAttributed.Builder row) {
    if (causes.isEmpty()) {
      row.proposedCause(UNKNOWN)
          .proposedCauseCategory(UNKNOWN)
          .confidenceScore(unknownConfidence)
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
