package org.minorityreport.testkit.store;

import java.nio.file.Path;
import java.util.List;
import org.minorityreport.api.log.LogStore;

/**
 * A place for one store: a directory, a schema of a database, a prefix in a bucket. The kit asks
 * for a new one per test and closes what it opens there. One thread at a time.
 */
public interface StorePlace extends AutoCloseable {
  /**
   * Opens the store for writing; makes it if there is none here.
   *
   * @return the store
   * @throws org.minorityreport.api.error.LogStoreException if that cannot be done
   */
  LogStore open();

  /**
   * Opens the store for reading, while a writer may have it open.
   *
   * @return the store, which refuses to append and sees commits as they come
   * @throws UnsupportedOperationException if the author declines {@link
   *     StoreCapability#IS_READ_ELSEWHERE}
   * @throws org.minorityreport.api.error.LogStoreException if it cannot be opened
   */
  default LogStore openForReading() {
    throw new UnsupportedOperationException("IS_READ_ELSEWHERE is declined");
  }

  /**
   * Checks everything that is stored here.
   *
   * @return what is wrong, each in a line that names the place; empty if the store is sound
   * @throws UnsupportedOperationException if the author declines {@link StoreCapability#VERIFIES}
   * @throws org.minorityreport.api.error.LogStoreException if it cannot even be opened
   */
  default List<String> verify() {
    throw new UnsupportedOperationException("VERIFIES is declined");
  }

  /**
   * Whether a file on the disk is without meaning: a lock, a cache that is made anew when it does
   * not check. {@link #verify()} need not notice a change in it; answers must be right all the
   * same.
   *
   * @param file a file that the store made
   * @return true if it could as well be absent
   */
  default boolean isWithoutMeaning(Path file) {
    return false;
  }

  /** Gives back what the place took up; all stores of it are closed. */
  @Override
  default void close() {}
}
