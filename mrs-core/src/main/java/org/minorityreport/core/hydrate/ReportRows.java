package org.minorityreport.core.hydrate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.record.ReportSpine;

/**
 * All that stands about one report.
 *
 * @param detected MRDL
 * @param ended MEEL
 * @param clustered MRCL
 * @param attributed MRPAL
 * @param cohorted MRCH
 * @param superseded whether the report is no more and these are the rows that it last had
 * @param review what people, finalisation and re-review say
 */
record ReportRows(
    StageRows<ReportDetected> detected,
    Standing<ReportEnded> ended,
    StageRows<ReportClustered> clustered,
    StageRows<ReportAttributed> attributed,
    StageRows<ReportCohorted> cohorted,
    boolean superseded,
    ReviewRows review) {

  /**
   * What stands about a report in a run.
   *
   * @param report its rows
   * @return its rows; empty if there is nothing to show
   */
  static Optional<ReportRows> about(ReportHistory report) {
    History<ReportDetected> detected = report.detected();
    History<ReportClustered> clustered = report.clustered();
    History<ReportAttributed> attributed = report.attributed();
    History<ReportCohorted> cohorted = report.cohorted();
    Standing<ReportEnded> ended = report.ended().standing();
    boolean superseded =
        ended
            .latest()
            .filter(row -> row.row().endReason() == EndReason.DATA_CORRECTION)
            .isPresent();
    ReportRows rows =
        of(
            detected.standing(),
            ended,
            clustered.standing(),
            attributed.standing(),
            cohorted.standing(),
            superseded,
            report.review());
    if (!rows.isEmpty() || !superseded) {
      return rows.isEmpty() ? Optional.empty() : Optional.of(rows);
    }
    return Stream.of(detected, clustered, attributed, cohorted)
        .flatMap(history -> history.retractedAt().stream())
        .max(CommitPosition::compareTo)
        .map(
            at ->
                of(
                    detected.retractedBy(at),
                    ended,
                    clustered.retractedBy(at),
                    attributed.retractedBy(at),
                    cohorted.retractedBy(at),
                    true,
                    report.review()))
        .filter(last -> !last.isEmpty());
  }

  /** {@return the stages in the order of the flow, which is the precedence of their spines} */
  List<StageRows<? extends ReportSpine>> stages() {
    return List.of(detected, clustered, attributed, cohorted);
  }

  private boolean isEmpty() {
    return stages().stream().allMatch(stage -> stage.rows().isEmpty());
  }

  private static ReportRows of(
      Standing<ReportDetected> detected,
      Standing<ReportEnded> ended,
      Standing<ReportClustered> clustered,
      Standing<ReportAttributed> attributed,
      Standing<ReportCohorted> cohorted,
      boolean superseded,
      ReviewRows review) {
    return new ReportRows(
        new StageRows<>(Stage.DETECTION, detected),
        ended,
        new StageRows<>(Stage.CLUSTERING, clustered),
        new StageRows<>(Stage.ATTRIBUTION, attributed),
        new StageRows<>(Stage.COHORTING, cohorted),
        superseded,
        review);
  }
}
