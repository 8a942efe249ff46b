package org.minorityreport.testkit.store;

import java.time.InstantSource;
import org.minorityreport.core.log.disk.Disk;

/** The store in a directory, on disks in memory that fail. */
class DirectoryStoreTest extends LogStoreKit {
  @Override
  protected StorePlace newPlace(Disk disk, InstantSource clock) {
    return new DirectoryPlace(disk, clock);
  }
}
