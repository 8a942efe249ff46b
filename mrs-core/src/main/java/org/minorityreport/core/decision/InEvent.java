package org.minorityreport.core.decision;

import org.minorityreport.api.id.EventId;

/**
 * That a report is in an event, or was before that was merged into another. Immutable.
 *
 * @param event the event
 * @param since when it came: a tick, or the number of an act
 * @param merged whether its event was merged into this one; if not, it joined itself
 * @param <P> how moments are told
 */
public record InEvent<P extends Comparable<? super P>>(EventId event, P since, boolean merged) {
  /**
   * Whether a decision about the event is about the report: not if its event was merged into this
   * one later (spec 4.4).
   *
   * @param decided since when the decision holds
   * @return whether the report inherits it
   */
  public boolean inherits(P decided) {
    return !merged || decided.compareTo(since) >= 0;
  }
}
