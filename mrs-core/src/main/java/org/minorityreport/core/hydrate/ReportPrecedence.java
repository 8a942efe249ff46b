package org.minorityreport.core.hydrate;

import java.util.Optional;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportSpine;

/**
 * Which row gives which group of fields (spec 4.6): the table, one method per line. Sources that no
 * log holds yet (ui, rereview, finalised) go in front of those listed here. The line {@code
 * window_end} is {@link Closing}, because what is not closed has no end.
 */
final class ReportPrecedence {
  private final ReportRows rows;

  ReportPrecedence(ReportRows rows) {
    this.rows = rows;
  }

  Optional<Choice<ReportSpine>> windowStart() {
    return Choice.of(rows.detected());
  }

  Optional<Choice<ReportSpine>> structure() {
    return spine();
  }

  Optional<Choice<ReportSpine>> totals() {
    return spine();
  }

  Optional<Choice<ReportClustered>> cluster() {
    return Choice.of(rows.clustered());
  }

  Optional<Choice<ReportAttributed>> proposed() {
    return Choice.of(rows.attributed());
  }

  Optional<Choice<ReportCohorted>> groupId() {
    return Choice.of(rows.cohorted());
  }

  private Optional<Choice<ReportSpine>> spine() {
    return Choice.<ReportSpine>of(rows.detected())
        .or(() -> Choice.of(rows.clustered()))
        .or(() -> Choice.of(rows.attributed()))
        .or(() -> Choice.of(rows.cohorted()));
  }
}
