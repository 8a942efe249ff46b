package org.minorityreport.testkit.store.onefile;

import java.time.InstantSource;
import java.util.Set;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.testkit.store.LogStoreKit;
import org.minorityreport.testkit.store.StorePlace;

class OneFileStoreTest extends LogStoreKit {
  @Override
  protected StorePlace newPlace(Disk disk, InstantSource clock) {
    return new OneFilePlace(disk, clock, Set.of());
  }
}
