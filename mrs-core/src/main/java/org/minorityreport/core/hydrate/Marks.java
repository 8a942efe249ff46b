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
    marks.fromRounds(Stage.CLUSTERING, rows.review().reclustered(), rows.review().cluster());
    marks.fromRounds(Stage.ATTRIBUTION, rows.review().reattributed(), rows.review().proposed());
    marks.fromFinalisation(runs);
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

  /** A round that is degraded marks until a higher one, or a later tick, is complete. */
  private void fromRounds(
      Stage stage,
      List<? extends SourcedRow<? extends ReportSpine>> rounds,
      Optional<? extends SourcedRow<? extends ReportSpine>> giving) {
    boolean after = giving.isEmpty();
    for (SourcedRow<? extends ReportSpine> round : rounds) {
      if (after) {
        round.row().degradedReasons().stream()
            .filter(code -> stage.isGap(code) && !isHealed(code, round.writtenAt()))
            .forEach(code -> add(code, round.place()));
      }
      after |= giving.isPresent() && giving.get().place().equals(round.place());
    }
  }

  private void fromFinalisation(StageRuns runs) {
    rows.review()
        .latestFinalised()
        .filter(row -> row.row().degradedReasons().contains(Stage.EDITS_DOWN))
        .ifPresent(row -> add(Stage.EDITS_DOWN, row.place()));
    runs.withoutEdits().ifPresent(run -> add(Stage.EDITS_DOWN, run));
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
