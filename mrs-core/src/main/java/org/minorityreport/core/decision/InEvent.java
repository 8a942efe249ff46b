package org.minorityreport.core.decision;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.record.UserEdit;

/**
 * That a report is in an event, or was before that was merged into another. Immutable.
 *
 * @param event the event
 * @param mergedAt the tick that merged the report's event into this one; absent if it joined itself
 */
record InEvent(EventId event, Optional<Instant> mergedAt) {
  /** Whether a decision about the event is about the report: not if it was made before it came. */
  boolean concerns(Verdict verdict, Map<AnnotationId, Instant> seenAt) {
    UserEdit act = verdict.act();
    if (act == null) {
      return false;
    }
    Instant seen = seenAt.getOrDefault(act.annotationId(), Instant.MAX);
    return mergedAt.filter(seen::isBefore).isEmpty();
  }
}
