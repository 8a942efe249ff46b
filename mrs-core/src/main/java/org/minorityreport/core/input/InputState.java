package org.minorityreport.core.input;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;

/**
 * What the logs say of the inputs before a tick. Immutable: the ledger makes a new one per tick.
 *
 * @param stores stores that are there, by id
 * @param contentHashes content hash of each campaign, context event and driver that is there, by
 *     kind and id
 * @param deliveries names and digests of the deliveries seen
 * @param silent stores that were silent, sorted
 * @param digestedTo end of the last UTC day whose digests were logged, absent before the first
 * @param digests digest of each store and UTC day as it was logged last; a day of which nothing is
 *     known has none
 * @param corrected digests of earlier days that are others now and are still to be logged
 * @param tick the tick after which the logs hold this, absent before the first
 */
public record InputState(
    SortedMap<StoreId, Store> stores,
    SortedMap<String, String> contentHashes,
    SortedSet<String> deliveries,
    List<StoreId> silent,
    Optional<Instant> digestedTo,
    SortedMap<StoreId, SortedMap<String, String>> digests,
    SortedMap<StoreId, SortedMap<String, String>> corrected,
    Optional<Instant> tick) {
  /** {@return the same with digests of earlier days that are others now} */
  public InputState corrected(SortedMap<StoreId, SortedMap<String, String>> days) {
    return new InputState(
        stores, contentHashes, deliveries, silent, digestedTo, digests, days, tick);
  }
}
