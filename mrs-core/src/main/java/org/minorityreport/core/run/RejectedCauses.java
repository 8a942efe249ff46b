package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.stage.RejectedCause;
import org.minorityreport.core.json.LogCodec;

/**
 * The causes that people rejected for reports of any age and linked what it was instead, as the
 * logs tell: rounds do not propose them again (spec 4.3). One thread.
 */
final class RejectedCauses {
  private final AskedRounds asked;
  private final KeyedRows rows;
  private final Map<ReportId, List<ReportReattributed>> rounds = new HashMap<>();

  RejectedCauses(LogStore store, RunId run, AskedRounds asked, KeyedRows rows) {
    this.asked = asked;
    this.rows = rows;
    store.read(
        Logs.REPORTS_REATTRIBUTED,
        run,
        CommitPosition.START,
        store.head(),
        row -> {
          if (!row.isRetracted()) {
            ReportReattributed said = LogCodec.read(Logs.REPORTS_REATTRIBUTED, row);
            rounds.computeIfAbsent(said.reportId(), k -> new ArrayList<>()).add(said);
          }
        });
  }

  List<RejectedCause> of(ReportId report) {
    List<RejectedCause> causes = new ArrayList<>();
    for (ReportFinalised row : asked.rejections(report)) {
      if (row.proposedCause().isPresent() && row.proposedCauseCategory().isPresent()) {
        String cause = row.proposedCause().get();
        causes.add(
            RejectedCause.builder()
                .cause(cause)
                .category(row.proposedCauseCategory().get())
                .evidence(evidence(report, cause, row.writtenAt()))
                .build());
      }
    }
    return causes;
  }

  /** What spoke for a cause when it was last proposed, by a round or by a tick. */
  private List<Evidence> evidence(ReportId report, String cause, Instant until) {
    Optional<List<Evidence>> ofRound =
        rounds.getOrDefault(report, List.of()).stream()
            .filter(row -> row.proposedCause().equals(cause))
            .filter(row -> !row.writtenAt().isAfter(until))
            .reduce((a, b) -> b)
            .map(ReportReattributed::supportingEvidence);
    ReportAttributed ofTick =
        rows.newest(Logs.REPORTS_ATTRIBUTED, List.of(report.value()), Instant.MIN, until)
            .get(report.value());
    return ofRound
        .or(() -> Optional.ofNullable(ofTick).map(ReportAttributed::supportingEvidence))
        .orElse(List.of());
  }
}
