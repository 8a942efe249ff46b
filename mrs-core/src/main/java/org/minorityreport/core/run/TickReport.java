package org.minorityreport.core.run;

import java.time.Instant;
import org.minorityreport.api.log.AppendResult;

/**
 * What became of a tick. Immutable.
 *
 * @param tick the tick
 * @param appended where the store stands, and what became of the rows
 * @param reports how many reports were open at the tick or closed at it
 * @param eventsChanged how many events changed
 */
public record TickReport(Instant tick, AppendResult appended, int reports, int eventsChanged) {}
