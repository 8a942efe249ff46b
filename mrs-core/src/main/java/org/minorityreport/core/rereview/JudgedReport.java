package org.minorityreport.core.rereview;

import java.util.Objects;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.ReportAttributed;

/**
 * A closed report and what its newest proposal could know. Immutable.
 *
 * @param row its newest row of attribution; it knew what sources had said by its tick
 * @param store where
 * @param peopleKnown how many rows of people about context that row knew
 * @param round its newest round, 0 without
 * @param lookedAgain the newest commit about a round; the start without
 */
public record JudgedReport(
    ReportAttributed row, Store store, long peopleKnown, int round, CommitPosition lookedAgain) {
  /** Checks the parts. */
  public JudgedReport {
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(lookedAgain, "lookedAgain");
  }

  boolean knows(EvidenceChange change) {
    boolean then =
        change
            .byPerson()
            .map(number -> number < peopleKnown)
            .orElseGet(() -> !change.at().isAfter(row.writtenAt()));
    return then || change.position().compareTo(lookedAgain) <= 0;
  }

  /** A cause of another category, of which its source is surer than the evidence used weighs. */
  boolean contradictedBy(Candidate candidate) {
    double used = row.supportingEvidence().stream().mapToDouble(Evidence::weight).max().orElse(0);
    return !candidate.category().equals(row.proposedCauseCategory())
        && candidate.confidence().orElse(0) > used;
  }
}
