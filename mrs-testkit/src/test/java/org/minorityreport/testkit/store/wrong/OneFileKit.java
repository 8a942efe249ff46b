package org.minorityreport.testkit.store.wrong;

import java.time.InstantSource;
import java.util.Set;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.testkit.store.LogStoreKit;
import org.minorityreport.testkit.store.StorePlace;
import org.minorityreport.testkit.store.onefile.OneFilePlace;
import org.minorityreport.testkit.store.onefile.Slip;

/** The kit on a store in one file whose author forgot something. */
abstract class OneFileKit extends LogStoreKit {
  private final Slip slip;

  OneFileKit(Slip slip) {
    this.slip = slip;
  }

  @Override
  protected StorePlace newPlace(Disk disk, InstantSource clock) {
    return new OneFilePlace(disk, clock, Set.of(slip));
  }
}
