package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minorityreport.api.record.ReportSpine;

/**
 * What one stage says about one report. A degraded row takes nothing away: values come from the
 * latest row that is complete for the stage. Not thread-safe.
 *
 * @param <R> type of the rows
 */
final class StageRows<R extends ReportSpine> {
  private final Stage stage;
  private final Standing<R> rows;
  private final Optional<SourcedRow<R>> giving;

  StageRows(Stage stage, Standing<R> rows) {
    this.stage = stage;
    this.rows = rows;
    this.giving = rows.latest(row -> isComplete(stage, row)).or(rows::latest);
  }

  Stage stage() {
    return stage;
  }

  Standing<R> rows() {
    return rows;
  }

  /** {@return the row that gives the values: the latest complete one, else the latest} */
  Optional<SourcedRow<R>> giving() {
    return giving;
  }

  /** {@return the row that gave the values at a tick} */
  Optional<SourcedRow<R>> givingAt(Instant tick) {
    return rows.latest(row -> !row.writtenAt().isAfter(tick) && isComplete(row))
        .or(() -> rows.latest(row -> !row.writtenAt().isAfter(tick)));
  }

  /** {@return the row that said something first: the first complete one, else the first} */
  Optional<SourcedRow<R>> first() {
    return rows.first(this::isComplete).or(rows::first);
  }

  /**
   * The rows whose marks count: of the row that gives the values and those after it, the newest
   * with each set of codes.
   *
   * @return degraded rows, by tick
   */
  List<SourcedRow<R>> marking() {
    Map<List<String>, SourcedRow<R>> newest = new LinkedHashMap<>();
    giving().map(row -> rows.since(row.writtenAt())).orElse(List.of()).stream()
        .filter(row -> row.row().isDegraded())
        .forEach(row -> newest.put(row.row().degradedReasons(), row));
    return newest.values().stream().sorted(Comparator.comparing(SourcedRow::writtenAt)).toList();
  }

  /** {@return the newest tick with a complete row} */
  Optional<Instant> completeAt() {
    return rows.latest(this::isComplete).map(SourcedRow::writtenAt);
  }

  private boolean isComplete(ReportSpine row) {
    return isComplete(stage, row);
  }

  private static boolean isComplete(Stage stage, ReportSpine row) {
    return !row.isDegraded() || stage.isComplete(row.degradedReasons());
  }
}
