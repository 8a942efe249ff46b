package org.minorityreport.testkit.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.core.log.disk.Disk;

/** The store in a directory of this machine. */
class DirectoryOnRealDiskTest extends LogStoreKit {
  @TempDir private Path temporary;

  @Override
  protected StorePlace newPlace(Disk disk, InstantSource clock) {
    try {
      Path directory = Files.createTempDirectory(temporary, "store");
      return new DirectoryPlace(directory, Disk.real(), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Set<StoreCapability> declined() {
    return Set.of(StoreCapability.TAKES_A_DISK);
  }
}
