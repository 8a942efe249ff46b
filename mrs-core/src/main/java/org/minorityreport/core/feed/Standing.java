package org.minorityreport.core.feed;

import java.util.Optional;
import java.util.Set;
import org.minorityreport.api.feed.AssessmentStatus;
import org.minorityreport.api.feed.FeedOptions;
import org.minorityreport.api.feed.Recommendation;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.view.MinorityReport;

/**
 * How a report stands in the feed.
 *
 * @param status how far it may be relied on
 * @param recommendation what to do
 * @param weight weight of its steps
 */
record Standing(AssessmentStatus status, Recommendation recommendation, double weight) {
  static final String DISMISSED = "dismissed";
  static final String SUPERSEDED = "superseded";
  static final String SUPPRESSED = "suppressed";

  /** Causes that were paid for, which optimisers are to learn from. */
  private static final Set<String> PAID = Set.of("paid_media", "trade_promotion");

  private static final String UNKNOWN = "unknown";

  /** {@return why a report is not in the feed; empty if it is} */
  static Optional<String> absence(MinorityReport report) {
    if (report.reportStatus().equals(SUPERSEDED)) {
      return Optional.of(SUPERSEDED);
    }
    if (decision(report).filter(FinalDecision.DISMISSED::equals).isPresent()) {
      return Optional.of(DISMISSED);
    }
    return report.suppressedBy().isPresent() ? Optional.of(SUPPRESSED) : Optional.empty();
  }

  /** {@return how a report that is in the feed stands there} */
  static Standing of(MinorityReport report, FeedOptions options) {
    Optional<FinalDecision> decision = decision(report);
    if (decision.filter(FinalDecision.REJECTED::equals).isPresent()) {
      return new Standing(AssessmentStatus.REJECTED, Recommendation.INVESTIGATE, 1);
    }
    boolean confirmed =
        decision
            .filter(
                d ->
                    d == FinalDecision.APPROVED
                        || d == FinalDecision.EDITED
                        || d == FinalDecision.AUTO_APPROVED)
            .isPresent();
    return confirmed ? confirmed(report, options) : provisional(report, options);
  }

  private static Standing confirmed(MinorityReport report, FeedOptions options) {
    String category = category(report);
    if (category.equals(UNKNOWN)) { // a decision that names no cause confirms nothing
      return new Standing(AssessmentStatus.PROVISIONAL, Recommendation.INVESTIGATE, 1);
    }
    return PAID.contains(category)
        ? new Standing(AssessmentStatus.CONFIRMED, Recommendation.MAINTAIN_STRATEGY, 1)
        : new Standing(
            AssessmentStatus.CONFIRMED, Recommendation.EXCLUDE, options.confirmedWeight());
  }

  private static Standing provisional(MinorityReport report, FeedOptions options) {
    String category = report.proposedCauseCategory().orElse(UNKNOWN);
    boolean sure =
        options.provisionalAbove().isPresent()
            && report.confidenceScore().isPresent()
            && report.confidenceScore().getAsDouble() >= options.provisionalAbove().getAsDouble();
    boolean excluded = sure && !category.equals(UNKNOWN) && !PAID.contains(category);
    return excluded
        ? new Standing(
            AssessmentStatus.PROVISIONAL, Recommendation.EXCLUDE, options.provisionalWeight())
        : new Standing(AssessmentStatus.PROVISIONAL, Recommendation.INVESTIGATE, 1);
  }

  private static String category(MinorityReport report) {
    return report.finalCauseCategory().or(report::proposedCauseCategory).orElse(UNKNOWN);
  }

  /** {@return whether a decision about it holds, of whatever sort} */
  static boolean isDecided(MinorityReport report) {
    return decision(report)
        .filter(d -> d != FinalDecision.REOPENED && d != FinalDecision.WITHDRAWN)
        .isPresent();
  }

  private static Optional<FinalDecision> decision(MinorityReport report) {
    return report.finalDecision().flatMap(FinalDecision::of);
  }
}
