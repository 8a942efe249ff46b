package org.minorityreport.core.hydrate;

import org.minorityreport.api.view.MinorityEvents;
import org.minorityreport.api.view.MinorityReports;

/** The reports and events of one run, from one pass over the same rows. Immutable. */
public final class HydratedView {
  private final MinorityReports reports;
  private final MinorityEvents events;

  HydratedView(MinorityReports reports, MinorityEvents events) {
    this.reports = reports;
    this.events = events;
  }

  /** {@return the reports} */
  public MinorityReports reports() {
    return reports;
  }

  /** {@return the events} */
  public MinorityEvents events() {
    return events;
  }
}
