package org.minorityreport.testkit.store.kill;

import java.nio.file.Path;
import java.util.List;
import org.minorityreport.api.log.LogStore;

/**
 * How a store in a directory is opened, in this process and in others. Implementations have a
 * constructor without parameters, by which other processes make them.
 */
public interface KillableStore {
  /**
   * Opens a directory for writing; makes a store if there is nothing yet. Segments, pages or
   * whatever the store rolls by are best small, so that rolling is killed too.
   *
   * @param directory a directory that need not exist
   * @return the store
   * @throws org.minorityreport.api.error.LogStoreException if it cannot be opened
   */
  LogStore open(Path directory);

  /**
   * Opens a directory for reading, also while another process writes.
   *
   * @param directory a directory that holds a store
   * @return the store, which sees new commits as they come
   * @throws org.minorityreport.api.error.LogStoreException if it cannot be opened
   */
  LogStore openForReading(Path directory);

  /**
   * What was moved aside when a store was opened.
   *
   * @param store what {@link #open} returned
   * @return one line for each piece, which names the file that it was taken from
   */
  List<String> openingReport(LogStore store);

  /**
   * Reads everything and checks it.
   *
   * @param store what {@link #open} or {@link #openForReading} returned
   * @return all faults; empty if the store is sound
   */
  List<String> verify(LogStore store);

  /**
   * Whether a file holds rows or says which of them count, so that opening may not shorten it
   * without a word. Locks and caches do not.
   *
   * @param file path of the file within the directory
   * @return true if no byte of it may vanish
   */
  boolean holdsRows(Path file);
}
