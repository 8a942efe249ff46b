package org.minorityreport.core.log.file;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.ConcurrentReadersContract;

class DirectoryReadersTest extends ConcurrentReadersContract {
  @TempDir private Path directory;

  DirectoryReadersTest() {
    super(200);
  }

  @Override
  protected LogStore create() {
    return DirectoryLogStore.open(directory, DirectoryOptions.defaults().segmentBytes(10_000));
  }
}
