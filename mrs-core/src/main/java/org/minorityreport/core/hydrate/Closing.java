package org.minorityreport.core.hydrate;

import java.time.Instant;
import java.util.Optional;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.view.ValueSource;

/**
 * Whether the machine has a report open, and if not, when and why it closed: the end from the
 * closing rows, as long as the latest of them says so, then from detection. What a person said of
 * the end comes before it in {@link ReportPrecedence} and opens or closes nothing.
 *
 * @param open whether it is open
 * @param end end of the window
 * @param source where the end comes from
 * @param reason why it closed, if closing rows say
 * @param temporary false once closed as the new normal; absent if closing rows are missing
 * @param rowsMissing whether it closed and no closing row says so
 * @param decidedBy the row that opened or closed it
 */
record Closing(
    boolean open,
    Optional<Instant> end,
    ValueSource source,
    Optional<EndReason> reason,
    Optional<Boolean> temporary,
    boolean rowsMissing,
    RowPlace decidedBy) {

  static Closing of(ReportRows rows, Choice<ReportSpine> structure) {
    Optional<SourcedRow<ReportEnded>> latest = rows.ended().latest();
    Optional<SourcedRow<ReportEnded>> closed =
        latest.filter(row -> row.row().eventStatus() == EventStatus.ENDED);
    if (closed.isPresent()) {
      return byClosingRow(closed.get(), structure);
    }
    // An end that was said before the report opened again is an end no more.
    boolean overtaken =
        latest.filter(row -> row.writtenAt().isAfter(structure.writtenAt())).isPresent();
    if (structure.row().windowEnd().isPresent() && !overtaken) {
      return byStructure(structure);
    }
    RowPlace opened =
        latest.map(SourcedRow::place).orElseGet(() -> firstRow(rows, structure.place()));
    return new Closing(
        true,
        Optional.empty(),
        ValueSource.NONE,
        Optional.empty(),
        Optional.of(true),
        false,
        opened);
  }

  private static Closing byClosingRow(
      SourcedRow<ReportEnded> closed, Choice<ReportSpine> structure) {
    ReportEnded row = closed.row();
    Optional<Instant> detected = detectedEnd(structure);
    ValueSource source =
        row.windowEnd().isPresent()
            ? ValueSource.ENDED
            : detected.isPresent() ? ValueSource.DETECTED : ValueSource.NONE;
    return new Closing(
        false,
        row.windowEnd().or(() -> detected),
        source,
        Optional.of(row.endReason()),
        Optional.of(row.endReason() != EndReason.STRUCTURAL_CHANGE),
        false,
        closed.place());
  }

  private static Closing byStructure(Choice<ReportSpine> structure) {
    Optional<Instant> end = detectedEnd(structure);
    return new Closing(
        false,
        end,
        end.isPresent() ? ValueSource.DETECTED : ValueSource.NONE,
        Optional.empty(),
        Optional.empty(),
        true,
        structure.place());
  }

  /** Only rows of detection are a source of the end. */
  private static Optional<Instant> detectedEnd(Choice<ReportSpine> structure) {
    return structure.source() == ValueSource.DETECTED
        ? structure.row().windowEnd()
        : Optional.empty();
  }

  private static RowPlace firstRow(ReportRows rows, RowPlace otherwise) {
    return rows.stages().stream()
        .filter(stage -> !stage.rows().isEmpty())
        .findFirst()
        .flatMap(stage -> stage.rows().first().map(SourcedRow::place))
        .orElse(otherwise);
  }
}
