package org.minorityreport.core.figures;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.view.Bands;
import org.minorityreport.api.view.ConfidenceTier;
import org.minorityreport.api.view.MinorityReport;

/** When what happened first to reports. Ids are those of reports and events. */
final class Moments {
  private static final String UNKNOWN = "unknown";
  private static final Set<String> NO_DECISION =
      Set.of(FinalDecision.REOPENED.wireName(), FinalDecision.WITHDRAWN.wireName());

  private final Bands bands;
  private final Map<String, Instant> causes = new TreeMap<>();
  private final Map<String, Instant> decisions = new TreeMap<>();
  private final Map<String, CommitPosition> sure = new TreeMap<>();
  private final Map<String, CommitPosition> acts = new TreeMap<>();

  /**
   * Reads the logs.
   *
   * @param bands from where on a confidence is high
   */
  Moments(Standings logs, Bands bands) {
    this.bands = bands;
    logs.said(Logs.REPORTS_ATTRIBUTED, this::attributed);
    for (ReportFinalised row : logs.standing(Logs.REPORTS_FINALISED)) {
      if (row.finalDecision() != null && !NO_DECISION.contains(row.finalDecision())) {
        decisions.merge(row.reportId().value(), row.finalizedAt(), Moments::earlier);
      }
    }
    logs.said(Logs.USER_EDITS, this::acted);
    logs.said(Logs.USER_EVENT_EDITS, this::acted);
  }

  private void attributed(ReportAttributed row, CommitPosition position) {
    String id = row.reportId().value();
    if (!row.proposedCause().equals(UNKNOWN)) {
      causes.merge(id, row.writtenAt(), Moments::earlier);
      if (bands.tier(row.confidenceScore()).filter(ConfidenceTier.HIGH::equals).isPresent()) {
        sure.putIfAbsent(id, position);
      }
    }
  }

  private void acted(UserEdit row, CommitPosition position) {
    if (!row.role().equals("system")) {
      acts.putIfAbsent(row.targetId(), position);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** {@return the tick at which each report first had a cause} */
  Map<String, Instant> causes() {
    return causes;
  }

  /** {@return when each report was first decided about, by a person or a policy} */
  Map<String, Instant> decisions() {
    return decisions;
  }

  /** Whether a sure cause was in the logs before any person acted on the report or its event. */
  boolean isSureByItself(MinorityReport report) {
    CommitPosition said = sure.get(report.reportId().value());
    return said != null
        && isBefore(said, acts.get(report.reportId().value()))
        && report.reportGroupId().filter(e -> !isBefore(said, acts.get(e.value()))).isEmpty();
  }

  private static boolean isBefore(CommitPosition said, @Nullable CommitPosition act) {
    return act == null || said.compareTo(act) < 0;
  }
}
