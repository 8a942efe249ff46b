package org.minorityreport.core.hydrate;

import java.util.Optional;
import org.minorityreport.api.view.MinorityReport;

/**
 * A report of a view. What it says of its event is added when somebody looks at it, so that a
 * change of an event does not cost a copy of each of its reports.
 *
 * @param draft what its own rows say
 * @param event the event it is in
 */
record ReportEntry(ReportDraft draft, Optional<EventGroup> event) {
  MinorityReport report() {
    return event.map(draft::in).orElseGet(draft::alone);
  }
}
