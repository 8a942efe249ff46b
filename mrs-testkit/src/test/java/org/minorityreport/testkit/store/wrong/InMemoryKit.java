package org.minorityreport.testkit.store.wrong;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.testkit.store.LogStoreKit;
import org.minorityreport.testkit.store.StoreCapability;
import org.minorityreport.testkit.store.StorePlace;

/** The kit on a store that wraps the one in memory. */
abstract class InMemoryKit extends LogStoreKit {
  abstract LogStore wrapped(LogStore store);

  @Override
  protected StorePlace newPlace(Disk disk, InstantSource clock) {
    return () -> wrapped(LogStores.inMemory(clock));
  }

  @Override
  protected Set<StoreCapability> declined() {
    return EnumSet.complementOf(EnumSet.of(StoreCapability.TAKES_A_CLOCK));
  }
}
