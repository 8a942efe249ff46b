package org.minorityreport.core.lifecycle;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.ReportFinalised;

/**
 * A proposal that a person judged, as the person saw it. Immutable.
 *
 * @param report the report
 * @param at when it was judged: {@code written_at} of the row
 * @param model name@version of the attribution model; empty if no model stands behind the row
 * @param classifier name@version of the classifier; likewise
 * @param cluster the cluster matched
 * @param cause the cause proposed; empty if none was, or it was unknown
 * @param category its category; empty likewise
 * @param confidence its confidence
 * @param dismissed whether the person found that nothing had happened
 * @param finalCause the cause that holds; empty if none was named
 * @param finalCategory its category; empty likewise
 * @param event the event that the report was in; empty if it was in none
 * @param placed whether people had put it there
 */
record Judged(
    String report,
    Instant at,
    Optional<String> model,
    Optional<String> classifier,
    Optional<String> cluster,
    Optional<String> cause,
    Optional<String> category,
    OptionalDouble confidence,
    boolean dismissed,
    Optional<String> finalCause,
    Optional<String> finalCategory,
    Optional<String> event,
    boolean placed) {
  private static final String UNKNOWN = "unknown";

  /** Where a value came from that a person entered. */
  private static final String BY_PEOPLE = "ui";

  static Judged of(ReportFinalised row) {
    boolean dismissed = is(row, FinalDecision.DISMISSED);
    boolean rejected = is(row, FinalDecision.REJECTED);
    boolean named = !dismissed && !rejected;
    Optional<String> cause = row.proposedCause().filter(c -> !c.equals(UNKNOWN));
    return new Judged(
        row.reportId().value(),
        row.writtenAt(),
        Optional.ofNullable(row.modelVersions().get("attribution")),
        Optional.ofNullable(row.modelVersions().get("classifier")),
        row.clusterId(),
        cause,
        cause.flatMap(c -> row.proposedCauseCategory()),
        cause.isPresent() ? row.confidenceScore() : OptionalDouble.empty(),
        dismissed,
        named ? row.finalCause() : Optional.empty(),
        named ? row.finalCauseCategory() : Optional.empty(),
        row.reportGroupId().map(EventId::value),
        row.sourceUsedGroupId().equals(BY_PEOPLE));
  }

  static boolean is(ReportFinalised row, FinalDecision decision) {
    return row.finalDecision().equals(decision.wireName());
  }

  /** {@return whether a cause was proposed and a person said whether it is the one} */
  boolean isProposalJudged() {
    return cause.isPresent() && !dismissed;
  }

  /** {@return whether the person named the cause that was proposed} */
  boolean isConfirmed() {
    return isProposalJudged() && cause.equals(finalCause);
  }
}
