package org.minorityreport.core.hydrate;

import java.util.Optional;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.view.MinorityReport;

/** A report of a view. Immutable. */
interface ReportEntry {
  /** {@return its id} */
  String idText();

  /**
   * {@return what its own rows say, for who looks at few fields and only while it looks; what it
   * says of its event may be missing}
   */
  MinorityReport readings();

  /** {@return the event it is in} */
  Optional<EventId> eventId();

  /** {@return the name of that event} */
  Optional<String> eventName();

  /** {@return the report as it is shown} */
  MinorityReport report();

  /** {@return what {@link #report()} says of its last change, without making it} */
  long lastChanged();
}
