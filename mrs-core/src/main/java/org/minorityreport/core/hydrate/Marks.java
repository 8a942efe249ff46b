package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.minorityreport.api.record.ReportSpine;

/**
 * What was missing for a report. A code holds until the stage that it speaks of has a complete row
 * at or after the tick that said it, whichever row said it. Not thread-safe.
 */
final class Marks {
  private final ReportRows rows;
  private final RowRefs refs;
  private final SortedSet<String> codes = new TreeSet<>();
  private boolean degraded;

  private Marks(ReportRows rows, RowRefs refs) {
    this.rows = rows;
    this.refs = refs;
  }

  /**
   * Gathers the marks of a report.
   *
   * @param rows what stands about it
   * @param closing whether it is open
   * @param runs how the stages fared
   * @param refs is given the rows that the marks come from
   * @return the marks
   */
  static Marks of(ReportRows rows, Closing closing, StageRuns runs, RowRefs refs) {
    Marks marks = new Marks(rows, refs);
    rows.stages().forEach(marks::fromRows);
    Optional<Instant> detectedAt = rows.detected().rows().latest().map(SourcedRow::writtenAt);
    for (StageRows<? extends ReportSpine> stage : rows.stages()) {
      if (stage.stage() != Stage.DETECTION && !rows.superseded()) {
        runs.owed(stage.stage(), detectedAt, stage.completeAt())
            .ifPresent(run -> marks.add(stage.stage().down(), run));
      }
    }
    marks.fromDetection(closing, runs);
    if (closing.rowsMissing()) {
      marks.codes.add(Stage.CLOSING_DOWN);
    }
    return marks;
  }

  /** {@return codes, sorted} */
  List<String> codes() {
    return List.copyOf(codes);
  }

  boolean isDegraded() {
    return degraded || !codes.isEmpty();
  }

  private void fromRows(StageRows<? extends ReportSpine> stage) {
    for (SourcedRow<? extends ReportSpine> row : stage.marking()) {
      boolean counts = row.row().degradedReasons().isEmpty();
      for (String code : row.row().degradedReasons()) {
        if (stage.stage().owns(code) || !isHealed(code, row.writtenAt())) {
          codes.add(code);
          counts = true;
        }
      }
      if (counts) {
        degraded = true;
        refs.add(row);
      }
    }
  }

  private void fromDetection(Closing closing, StageRuns runs) {
    Optional<Instant> last = rows.detected().rows().latest().map(SourcedRow::writtenAt);
    if (last.isEmpty()) {
      codes.add(Stage.DETECTION.down());
    } else if (closing.open()) {
      for (StageRuns.Run run : runs.detectionGapsAfter(last.get())) {
        run.gaps().forEach(code -> add(code, run.place()));
      }
    }
  }

  private boolean isHealed(String code, Instant tick) {
    return rows.stages().stream()
        .filter(stage -> stage.stage().owns(code))
        .flatMap(stage -> stage.completeAt().stream())
        .anyMatch(complete -> !complete.isBefore(tick));
  }

  private void add(String code, RowPlace from) {
    codes.add(code);
    refs.add(from);
  }
}
