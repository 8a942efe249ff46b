package org.minorityreport.core.alert;

import java.time.Instant;
import java.util.List;
import org.minorityreport.api.health.Health;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;

/**
 * What alerts are decided from.
 *
 * @param reports the reports of a view
 * @param events the events of the same view
 * @param health the health of that view
 * @param now the wall time
 */
record AlertState(
    List<MinorityReport> reports, List<MinorityEvent> events, Health health, Instant now) {
  /** The newest tick; before the first one the wall time. */
  Instant tick() {
    return health.tick().orElse(now);
  }
}
