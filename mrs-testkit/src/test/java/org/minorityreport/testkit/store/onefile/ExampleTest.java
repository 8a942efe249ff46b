package org.minorityreport.testkit.store.onefile;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.testkit.store.LogStoreKit;
import org.minorityreport.testkit.store.StoreCapability;
import org.minorityreport.testkit.store.StorePlace;

class ExampleTest extends LogStoreKit {
  @Override
  protected StorePlace newPlace(Disk disk, InstantSource clock) {
    return () -> OneFileStore.open(disk, Path.of("/one"), clock, Set.of());
  }

  @Override
  protected Set<StoreCapability> declined() {
    return Set.of(StoreCapability.IS_READ_ELSEWHERE, StoreCapability.VERIFIES);
  }
}
