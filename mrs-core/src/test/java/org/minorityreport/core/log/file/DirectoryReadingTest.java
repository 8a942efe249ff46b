package org.minorityreport.core.log.file;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.ConcurrentReadersContract;

class DirectoryReadingTest extends ConcurrentReadersContract {
  @TempDir private Path directory;

  DirectoryReadingTest() {
    super(200);
  }

  @Override
  protected LogStore create() {
    return DirectoryLogStore.open(directory, DirectoryOptions.defaults().segmentBytes(10_000));
  }

  /** As another process would: with a store of its own over the same files. */
  @Override
  protected LogStore readers(LogStore writer) {
    return DirectoryLogStore.openForReading(directory, DirectoryOptions.defaults());
  }
}
