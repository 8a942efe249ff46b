package org.minorityreport.core.log;

import org.minorityreport.api.log.LogStore;

class ConcurrentReadersTest extends ConcurrentReadersContract {
  ConcurrentReadersTest() {
    super(1500);
  }

  @Override
  protected LogStore create() {
    return LogStores.inMemory();
  }
}
