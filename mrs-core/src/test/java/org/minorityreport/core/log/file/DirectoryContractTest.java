package org.minorityreport.core.log.file;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.LogStoreContract;

class DirectoryContractTest extends LogStoreContract {
  @TempDir private Path directory;
  private int stores;

  @Override
  protected LogStore create(InstantSource clock) {
    stores++;
    return DirectoryLogStore.open(
        directory.resolve("store-" + stores), DirectoryOptions.defaults().clock(clock));
  }
}
