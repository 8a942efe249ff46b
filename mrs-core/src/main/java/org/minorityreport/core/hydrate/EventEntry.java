package org.minorityreport.core.hydrate;

import org.minorityreport.api.view.MinorityEvent;

/** An event of a view. Immutable. */
interface EventEntry {
  /** {@return the event for who looks at few of its fields, and only while it looks} */
  MinorityEvent readings();

  /** {@return the event as it is shown} */
  MinorityEvent event();
}
