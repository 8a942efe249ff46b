package org.minorityreport.core.log.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;

/**
 * A log store in a directory. Thread-safe; appends run one at a time, readers never wait for them.
 */
public interface DirectoryLogStore extends LogStore {
  /**
   * Opens a directory for writing; makes a store if there is nothing yet.
   *
   * @param directory the directory
   * @param options how
   * @return the store, which holds the directory against other writers until it is closed
   * @throws org.minorityreport.api.error.LogStoreException if it is no store, of another format,
   *     held by another writer, damaged, or may not be written
   */
  static DirectoryLogStore open(Path directory, DirectoryOptions options) {
    return Opening.forWriting(directory, options);
  }

  /**
   * Opens a directory for reading, also while a process writes; changes nothing in it.
   *
   * @param directory the directory
   * @param options how
   * @return the store; it refuses to append, and sees new commits as they come
   * @throws org.minorityreport.api.error.LogStoreException if it is no store, of another format, or
   *     may not be read
   */
  static DirectoryLogStore openForReading(Path directory, DirectoryOptions options) {
    return Opening.forReading(directory, options);
  }

  /**
   * Moves the last commit aside if it is damaged, so that the store can be opened for writing.
   *
   * @param directory the directory
   * @param options how
   * @return what was moved; empty if nothing was damaged
   * @throws org.minorityreport.api.error.LogStoreException if an earlier commit is damaged, or the
   *     directory cannot be opened for another reason
   */
  static List<Finding> repair(Path directory, DirectoryOptions options) {
    return Opening.repair(directory, options);
  }

  /** {@return the real path of the directory} */
  Path directory();

  /** {@return what was moved aside when the store was opened} */
  List<Finding> openingReport();

  /**
   * Reads rows as the bytes in which they stand, checked like those of {@link #read}: a tenth of
   * the time for who looks at many rows and needs few.
   *
   * @param log the log
   * @param run the line of work; slices without rows of it are left out
   * @param after rows of this commit and of those before it are left out
   * @param to rows of later commits than this are left out
   * @param reader is given each sound slice in commit order, on the calling thread
   * @param damages is told of each damage that may concern these rows; unlike {@link #read}, this
   *     goes on
   * @throws org.minorityreport.api.error.LogStoreException if a file cannot be read at all
   */
  void readSlices(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition to,
      Consumer<? super RowSlice> reader,
      Consumer<? super Finding> damages);

  /** {@return a new reader of single rows; to be closed} */
  RowReader rowReader();

  /**
   * Keeps in the cache of the store what was made of its commits and can be made of them again, in
   * place of what had the name before.
   *
   * @param name what it is called: a file name of lower-case letters, digits, hyphens and dots
   * @param upTo the last commit that it was made of
   * @param content writes it
   * @return whether it was kept; if not, that costs time and nothing else. A store that is open for
   *     reading keeps nothing
   */
  boolean keep(String name, CommitPosition upTo, Content content);

  /**
   * Looks for what was kept.
   *
   * @param name what it is called
   * @return it; empty if it is not there, changed since, or is of other commits than this store's
   */
  Optional<Kept> kept(String name);

  /**
   * Reads everything and checks it: hash chain, checksums, digests, rows.
   *
   * @return all faults in the order of commits; empty if the store is sound
   */
  List<Finding> verify();

  /**
   * Reads everything and checks it, and that the store still holds what an anchor stands for.
   *
   * @param anchor what {@link #anchor()} said once
   * @return all faults in the order of commits; empty if the store is sound
   */
  List<Finding> verify(Anchor anchor);

  /**
   * The state of the store now.
   *
   * @return its newest position and the hash of all commits
   * @throws org.minorityreport.api.error.LogStoreException if the newest commit is damaged
   */
  Anchor anchor();

  /** Writes what is to be kept. */
  @FunctionalInterface
  interface Content {
    /**
     * Writes it.
     *
     * @param out takes the bytes
     * @throws IOException if writing fails; nothing is kept then
     */
    void write(OutputStream out) throws IOException;
  }
}
