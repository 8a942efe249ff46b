package org.minorityreport.core.run;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.AppendResult;

/**
 * What became of a tick. Immutable.
 *
 * @param tick the tick
 * @param appended where the store stands, and what became of the rows
 * @param reports how many reports were open at the tick or closed at it
 * @param eventsChanged how many events changed
 * @param corrected first changed step of each store whose sales were corrected, so that earlier
 *     ticks were run again in the same commit
 * @param tooOld first changed step of each store whose correction lies so far back that it was not
 *     taken up: {@code Mrs.rerun} does
 */
public record TickReport(
    Instant tick,
    AppendResult appended,
    int reports,
    int eventsChanged,
    SortedMap<StoreId, Instant> corrected,
    SortedMap<StoreId, Instant> tooOld) {
  /** Makes the maps unmodifiable. */
  public TickReport {
    corrected = Collections.unmodifiableSortedMap(new TreeMap<>(corrected));
    tooOld = Collections.unmodifiableSortedMap(new TreeMap<>(tooOld));
  }
}
