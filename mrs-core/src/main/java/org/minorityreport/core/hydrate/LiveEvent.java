package org.minorityreport.core.hydrate;

import org.minorityreport.api.view.MinorityEvent;

/**
 * An event that was computed by this view.
 *
 * @param event the event
 */
record LiveEvent(MinorityEvent event) implements EventEntry {
  @Override
  public MinorityEvent readings() {
    return event;
  }
}
