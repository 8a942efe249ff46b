package org.minorityreport.mock.world;

import java.time.Instant;
import java.util.Optional;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.mock.world.narrative.FeedFault;
import org.minorityreport.mock.world.narrative.FeedFaultKind;

/** A fault of the feed as it plays in one world. */
record StagedFault(FeedFault fault, TimeSpan span, long seed) {
  /** Each store is drawn by itself, as for happenings. */
  boolean playsAt(Store store) {
    return fault.places().covers(store)
        && Draws.share(seed, "store", fault.id(), store.storeId().value()) < fault.places().share();
  }

  /** When the right rows arrive, if they ever do. */
  Optional<Instant> deliveredAt() {
    return fault.kind() == FeedFaultKind.GAP
        ? Optional.empty()
        : Optional.of(span.from().plus(fault.deliveredAfter()));
  }
}
