package org.minorityreport.core.log;

import java.time.InstantSource;
import org.minorityreport.api.log.LogStore;

class InMemoryLogStoreTest extends LogStoreContract {
  @Override
  protected LogStore create(InstantSource clock) {
    return LogStores.inMemory(clock);
  }
}
