package org.minorityreport.core.hydrate;

import java.util.Optional;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.record.EventRecord;

/**
 * What MELOG says about one event.
 *
 * @param latest the newest row: what became of the event
 * @param giving the newest row that is complete, else the newest: its name, reason and confidence
 * @param mergedInto the event that took it in
 */
record EventRows(
    SourcedRow<EventRecord> latest, SourcedRow<EventRecord> giving, Optional<EventId> mergedInto) {

  static Optional<EventRows> of(Standing<EventRecord> standing) {
    return standing
        .latest()
        .map(
            latest ->
                new EventRows(
                    latest,
                    standing.latest(EventRows::isComplete).orElse(latest),
                    latest.row().mergedInto()));
  }

  private static boolean isComplete(EventRecord row) {
    return !row.isDegraded() || Stage.COHORTING.isComplete(row.degradedReasons());
  }
}
