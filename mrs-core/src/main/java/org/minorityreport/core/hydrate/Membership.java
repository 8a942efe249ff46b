package org.minorityreport.core.hydrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.view.ValueSource;

/**
 * The event that a report is put into, before any mergers: the group {@code group_id}, whose
 * sources are a person's move or split, then cohorting. The last committed act that stands counts,
 * whatever event the report was in by then. A move to something that is no event id does nothing;
 * one to an event that nobody wrote makes that event, because a person said so.
 *
 * @param event the event
 * @param source who put it there
 * @param said the rows that say so
 */
record Membership(EventId event, ValueSource source, List<RowPlace> said) {
  /**
   * The event of a report.
   *
   * @param report the report
   * @param review what people did about it, and about the events of which an act names it
   * @param cohort what cohorting said last
   * @return empty if neither says anything
   */
  static Optional<Membership> of(ReportId report, ReviewRows review, Optional<CohortSaid> cohort) {
    return byPerson(report, review)
        .or(
            () ->
                cohort.map(
                    said ->
                        new Membership(said.event(), ValueSource.COHORT, List.of(said.place()))));
  }

  private static Optional<Membership> byPerson(ReportId report, ReviewRows review) {
    List<Membership> claims = new ArrayList<>();
    for (SourcedRow<UserEdit> row : review.edits().standing()) {
      if (Edits.is(row.row(), EditAction.MOVE)) {
        target(row.row()).ifPresent(event -> claims.add(claim(event, row)));
      }
    }
    for (Edits edits : review.eventEdits()) {
      for (SourcedRow<UserEdit> row : edits.standing()) {
        if (Edits.is(row.row(), EditAction.SPLIT) && row.row().reportIds().contains(report)) {
          MadeEvent.by(row.row()).ifPresent(event -> claims.add(claim(event, row)));
        }
      }
    }
    return claims.stream()
        .max(Comparator.comparing(claim -> claim.said().get(0), RowPlace.BY_COMMIT));
  }

  private static Membership claim(EventId event, SourcedRow<UserEdit> row) {
    return new Membership(event, ValueSource.UI, List.of(row.place()));
  }

  private static Optional<EventId> target(UserEdit move) {
    return MadeEvent.by(move).or(() -> move.reportGroupId().flatMap(Membership::eventId));
  }

  /** {@return the id that a text is, if it is one} */
  static Optional<EventId> eventId(String text) {
    try {
      return Optional.of(EventId.of(text));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }
}
