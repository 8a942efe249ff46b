package org.minorityreport.core.log.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything a store asks of a disk: no other way leads from the store to files, so that a test can
 * put a faulty one in. Thread-safe.
 */
public interface Disk {
  /** {@return the disk of the operating system} */
  static Disk real() {
    return new RealDisk();
  }

  /**
   * Resolves a path, relative or with symbolic links, to the real one.
   *
   * @param path a path that need not exist
   * @return the absolute path without symbolic links
   * @throws IOException if it cannot be resolved
   */
  Path real(Path path) throws IOException;

  /**
   * Whether there is something at a path.
   *
   * @param path file or directory
   * @return true if there is
   * @throws IOException if that cannot be told
   */
  boolean exists(Path path) throws IOException;

  /**
   * Lists a directory.
   *
   * @param directory the directory
   * @return names of what is in it, sorted
   * @throws IOException if it cannot be read
   */
  List<String> list(Path directory) throws IOException;

  /**
   * Makes a directory and those above it.
   *
   * @param directory the directory; nothing happens if it is there
   * @throws IOException if it cannot be made
   */
  void createDirectory(Path directory) throws IOException;

  /**
   * Makes what was created or renamed in a directory last through a loss of power.
   *
   * @param directory the directory
   * @throws IOException if that is not certain
   */
  void forceDirectory(Path directory) throws IOException;

  /**
   * Opens a file for reading.
   *
   * @param file the file
   * @return the open file
   * @throws IOException if there is none or it may not be read
   */
  DiskFile openToRead(Path file) throws IOException;

  /**
   * Opens a file for reading and writing; makes it if it is not there.
   *
   * @param file the file
   * @return the open file
   * @throws IOException if it may not be written
   */
  DiskFile openToWrite(Path file) throws IOException;

  /**
   * Renames a file within the store.
   *
   * @param from the file
   * @param to its new name; a file of that name is replaced
   * @throws IOException if it cannot be done
   */
  void rename(Path from, Path to) throws IOException;

  /**
   * Locks a file against every other process and every other store of this one.
   *
   * @param file the lock file, made if it is not there
   * @return the lock, to be closed, or nothing if another holds it
   * @throws IOException if it cannot be told
   */
  Optional<Closeable> tryLock(Path file) throws IOException;
}
