package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.ReportReclustered;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.RereviewRound;

/**
 * What people, finalisation and re-review say about one report: the rows that stand.
 *
 * @param edits what people did about it
 * @param eventEdits what people did about each event of which an act names this report, by event
 * @param finalised MRFL
 * @param worklist MRRW
 * @param reclustered MRCRL
 * @param reattributed MRPARL
 */
record ReviewRows(
    Edits edits,
    List<Edits> eventEdits,
    List<SourcedRow<ReportFinalised>> finalised,
    List<SourcedRow<RereviewRound>> worklist,
    List<SourcedRow<ReportReclustered>> reclustered,
    List<SourcedRow<ReportReattributed>> reattributed) {
  private static final Comparator<SourcedRow<?>> BY_TICK =
      Comparator.<SourcedRow<?>, Instant>comparing(SourcedRow::writtenAt)
          .thenComparing(SourcedRow::place, RowPlace.BY_COMMIT);

  static final ReviewRows NONE =
      new ReviewRows(Edits.NONE, List.of(), List.of(), List.of(), List.of(), List.of());

  ReviewRows {
    finalised = finalised.stream().sorted(BY_TICK).toList();
    worklist = sorted(worklist, Comparator.comparing(row -> row.row().rereviewRound()));
    reclustered = sorted(reclustered, Comparator.comparing(row -> row.row().rereviewRound()));
    reattributed = sorted(reattributed, Comparator.comparing(row -> row.row().rereviewRound()));
  }

  private static <R> List<R> sorted(List<R> rows, Comparator<R> order) {
    return rows.stream().sorted(order).toList();
  }

  /** {@return the newest row of finalisation, whatever it says} */
  Optional<SourcedRow<ReportFinalised>> latestFinalised() {
    return last(finalised);
  }

  /** {@return the cluster of the highest round that has one} */
  Optional<SourcedRow<ReportReclustered>> cluster() {
    return last(reclustered.stream().filter(row -> complete(Stage.CLUSTERING, row.row())).toList());
  }

  /** {@return the causes of the highest round that has some} */
  Optional<SourcedRow<ReportReattributed>> proposed() {
    return last(
        reattributed.stream().filter(row -> complete(Stage.ATTRIBUTION, row.row())).toList());
  }

  /** {@return the number of the highest round, whether it has outputs or not; 0 without rounds} */
  int round() {
    int asked = last(worklist).map(row -> row.row().rereviewRound()).orElse(0);
    int clustered = last(reclustered).map(row -> row.row().rereviewRound()).orElse(0);
    int attributed = last(reattributed).map(row -> row.row().rereviewRound()).orElse(0);
    return Math.max(asked, Math.max(clustered, attributed));
  }

  /** {@return the newest rows of re-review, which say its round} */
  List<RowPlace> newest() {
    return Stream.of(last(worklist), last(reclustered), last(reattributed))
        .flatMap(Optional::stream)
        .map(SourcedRow::place)
        .toList();
  }

  private static boolean complete(Stage stage, ReportSpine row) {
    return stage.isComplete(row.degradedReasons());
  }

  private static <R> Optional<R> last(List<R> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
  }
}
