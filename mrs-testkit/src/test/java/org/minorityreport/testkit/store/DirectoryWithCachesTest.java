package org.minorityreport.testkit.store;

import java.time.InstantSource;
import org.minorityreport.core.log.disk.Disk;

/** The store in a directory whose keys are in files after every other row. */
class DirectoryWithCachesTest extends LogStoreKit {
  @Override
  protected StorePlace newPlace(Disk disk, InstantSource clock) {
    return new DirectoryPlace(disk, clock).withFewKeysInTheHeap();
  }
}
