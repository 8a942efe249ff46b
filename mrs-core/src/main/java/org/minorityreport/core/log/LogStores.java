package org.minorityreport.core.log;

import java.nio.file.Path;
import java.time.InstantSource;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.DirectoryOptions;

/** Makes log stores. */
public final class LogStores {
  private LogStores() {}

  /** {@return an empty store in memory, with the system's clock for the times of commits} */
  public static LogStore inMemory() {
    return inMemory(InstantSource.system());
  }

  /**
   * An empty store in memory.
   *
   * @param clock tells when a commit physically arrived; no row ever holds that
   * @return the store
   */
  public static LogStore inMemory(InstantSource clock) {
    return new InMemoryLogStore(clock);
  }

  /**
   * A store in a directory, open for writing; made if there is nothing yet.
   *
   * @param directory the directory; relative and symbolic paths are resolved
   * @return the store, which holds the directory against other writers until it is closed
   * @throws org.minorityreport.api.error.LogStoreException if it is no store, of another format,
   *     held by another writer, damaged, or may not be written
   */
  public static DirectoryLogStore directory(Path directory) {
    return directory(directory, DirectoryOptions.defaults());
  }

  /**
   * A store in a directory, open for writing; made if there is nothing yet.
   *
   * @param directory the directory; relative and symbolic paths are resolved
   * @param options size of segments, clock, disk
   * @return the store, which holds the directory against other writers until it is closed
   * @throws org.minorityreport.api.error.LogStoreException if it is no store, of another format,
   *     held by another writer, damaged, or may not be written
   */
  public static DirectoryLogStore directory(Path directory, DirectoryOptions options) {
    return DirectoryLogStore.open(directory, options);
  }

  /**
   * A store in a directory, open for reading, also while another process writes it.
   *
   * @param directory the directory; relative and symbolic paths are resolved
   * @return the store; it refuses to append, and sees new commits as they come
   * @throws org.minorityreport.api.error.LogStoreException if it is no store, of another format, or
   *     may not be read
   */
  public static DirectoryLogStore directoryForReading(Path directory) {
    return DirectoryLogStore.openForReading(directory, DirectoryOptions.defaults());
  }
}
