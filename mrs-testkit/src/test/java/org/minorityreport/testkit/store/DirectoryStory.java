package org.minorityreport.testkit.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.disk.Disk;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.DirectoryOptions;
import org.minorityreport.testkit.store.disk.FaultyDisk;

/** The story in a directory of a disk in memory. */
final class DirectoryStory {
  static final Path ROOT = Path.of("/store");

  private DirectoryStory() {}

  /** Segments so small that the second commit of a log begins a new one. */
  static DirectoryOptions options(Disk disk) {
    return DirectoryOptions.defaults().disk(disk).segmentBytes(260).clock(() -> Instant.EPOCH);
  }

  static DirectoryLogStore open(Disk disk) {
    return DirectoryLogStore.open(ROOT, options(disk));
  }

  static DirectoryLogStore reading(Disk disk) {
    return DirectoryLogStore.openForReading(ROOT, options(disk));
  }

  /** Options with which everything that can be in the cache is there. */
  static DirectoryOptions cachedOptions(Disk disk) {
    return options(disk).heapKeys(1);
  }

  /** A disk with the whole story on it. */
  static FaultyDisk told() {
    return told(options(new FaultyDisk()));
  }

  static FaultyDisk told(DirectoryOptions options) {
    try (DirectoryLogStore store = DirectoryLogStore.open(ROOT, options)) {
      Story.tell(store, 0);
    }
    return (FaultyDisk) options.disk();
  }

  /** What a store says otherwise than it should after some commits; empty if nothing. */
  static Optional<String> difference(LogStore store, int commits) {
    return Answers.of(store).difference(Story.after(commits));
  }
}
