package org.minorityreport.testkit.store.onefile;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.testkit.store.StorePlace;

/**
 * A directory for a store in one file.
 *
 * @param disk where it is
 * @param clock tells when commits arrive
 * @param slips what the author of the store forgot
 */
public record OneFilePlace(Disk disk, InstantSource clock, Set<Slip> slips) implements StorePlace {
  private static final Path DIRECTORY = Path.of("/one");

  @Override
  public LogStore open() {
    return OneFileStore.open(disk, DIRECTORY, clock, slips);
  }

  @Override
  public LogStore openForReading() {
    return OneFileStore.openForReading(disk, DIRECTORY, slips);
  }

  @Override
  public List<String> verify() {
    openForReading().close();
    return List.of(); // opening reads everything and refuses what does not check
  }

  @Override
  public boolean isWithoutMeaning(Path file) {
    return file.endsWith("lock");
  }
}
