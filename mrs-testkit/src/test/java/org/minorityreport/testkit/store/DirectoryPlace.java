package org.minorityreport.testkit.store;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.DirectoryOptions;
import org.minorityreport.core.log.file.Finding;

/** A directory for a store. */
class DirectoryPlace implements StorePlace {
  /** So small that the second commit of a log begins a new segment. */
  private static final long SEGMENT_BYTES = 260;

  private final Path directory;
  private DirectoryOptions options;

  DirectoryPlace(Disk disk, InstantSource clock) {
    this(Path.of("/store"), disk, clock);
  }

  DirectoryPlace(Path directory, Disk disk, InstantSource clock) {
    this.directory = directory;
    this.options = DirectoryOptions.defaults().disk(disk).clock(clock).segmentBytes(SEGMENT_BYTES);
  }

  /**
   * The same place with so few keys in the heap that the cache is written and read all the time.
   */
  DirectoryPlace withFewKeysInTheHeap() {
    options = options.heapKeys(2);
    return this;
  }

  @Override
  public LogStore open() {
    return DirectoryLogStore.open(directory, options);
  }

  @Override
  public LogStore openForReading() {
    return DirectoryLogStore.openForReading(directory, options);
  }

  @Override
  public List<String> verify() {
    try (DirectoryLogStore store = DirectoryLogStore.openForReading(directory, options)) {
      return store.verify().stream().map(Finding::toString).toList();
    }
  }

  @Override
  public boolean isWithoutMeaning(Path file) {
    Path inside = directory.relativize(file);
    return inside.startsWith("lock") || inside.startsWith("holder") || inside.startsWith("cache");
  }
}
