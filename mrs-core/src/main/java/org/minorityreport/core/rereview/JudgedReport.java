package org.minorityreport.core.rereview;

import java.util.Objects;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.CommitPosition;
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
}
