package org.minorityreport.testkit.store;

import java.time.InstantSource;
import java.util.Set;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.disk.Disk;

class InMemoryStoreTest extends LogStoreKit {
  @Override
  protected StorePlace newPlace(Disk disk, InstantSource clock) {
    return () -> LogStores.inMemory(clock);
  }

  @Override
  protected Set<StoreCapability> declined() {
    return Set.of(
        StoreCapability.LASTS,
        StoreCapability.HAS_ONE_WRITER,
        StoreCapability.IS_READ_ELSEWHERE,
        StoreCapability.VERIFIES,
        StoreCapability.TAKES_A_DISK);
  }
}
