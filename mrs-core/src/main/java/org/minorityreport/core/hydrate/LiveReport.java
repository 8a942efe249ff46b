package org.minorityreport.core.hydrate;

import java.util.Optional;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.view.MinorityReport;

/**
 * A report that was projected by this view. What it says of its event is added when somebody looks
 * at it, so that a change of an event does not cost a copy of each of its reports. Immutable.
 */
final class LiveReport implements ReportEntry {
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
  LiveReport(ReportDraft draft, Optional<EventGroup> event) {
    this.draft = draft;
    this.event = event;
  }

  @Override
  public String idText() {
    return draft.report().reportId().value();
  }

  @Override
  public MinorityReport readings() {
    return draft.report();
  }

  @Override
  public Optional<EventId> eventId() {
    return event.map(EventGroup::id);
  }

  @Override
  public Optional<String> eventName() {
    return event.flatMap(group -> group.nameFor(draft));
  }

  @Override
  public MinorityReport report() {
    return event.map(draft::in).orElseGet(draft::alone);
  }

  @Override
  public long lastChanged() {
    long known = lastChanged;
    if (known == NOT_KNOWN) {
      long own = draft.refs().lastChanged();
      known = event.map(e -> Math.max(own, e.lastChangedFor(draft))).orElse(own);
      lastChanged = known;
    }
    return known;
  }
}
