package org.minorityreport.core.hydrate;

import java.util.Optional;
import org.minorityreport.api.view.MinorityReport;

/**
 * A report of a view. What it says of its event is added when somebody looks at it, so that a
 * change of an event does not cost a copy of each of its reports. Immutable.
 */
final class ReportEntry {
  private static final long NOT_KNOWN = -1;

  private final ReportDraft draft;
  private final Optional<EventGroup> event;

  /** Kept once asked for: orders ask often. Two threads may both find it out. */
  private volatile long lastChanged = NOT_KNOWN;

  /**
   * A report.
   *
   * @param draft what its own rows say
   * @param event the event it is in
   */
  ReportEntry(ReportDraft draft, Optional<EventGroup> event) {
    this.draft = draft;
    this.event = event;
  }

  /** {@return what its own rows say} */
  ReportDraft draft() {
    return draft;
  }

  /** {@return the event it is in} */
  Optional<EventGroup> event() {
    return event;
  }

  /** {@return the report as it is shown} */
  MinorityReport report() {
    return event.map(draft::in).orElseGet(draft::alone);
  }

  /** {@return what {@link #report()} says of its last change, without making it} */
  long lastChanged() {
    long known = lastChanged;
    if (known == NOT_KNOWN) {
      long own = draft.refs().lastChanged();
      known = event.map(e -> Math.max(own, e.lastChangedFor(draft))).orElse(own);
      lastChanged = known;
    }
    return known;
  }
}
