package org.minorityreport.core.log.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.minorityreport.api.log.Log;

/**
 * The keys of logs in files, so that opening a store does not read all its rows and a store does
 * not hold all its keys. A file counts only if its checksums match and it tells of the commits that
 * the journal tells of; otherwise its keys are made out of the segments again. Thread-safe.
 */
final class KeyCache {
  private static final String SUFFIX = ".keys";
  private static final String RECENT = "recent";

  private final StoreFiles files;
  private final CommitHistory history;
  private final boolean writable;

  KeyCache(StoreFiles files, CommitHistory history, boolean writable) {
    this.files = files;
    this.history = history;
    this.writable = writable;
  }

  /** The complete parts of a log that are there without gap from its first slice on. */
  List<KeyPart> complete(LogHistory log) {
    List<KeyPart> parts = new ArrayList<>();
    Optional<KeyPart> next = part(log, name(1), 0);
    while (next.isPresent()) {
      parts.add(next.get());
      next = part(log, name(parts.size() + 1), next.get().endSlice());
    }
    return parts;
  }

  /** Whether there is a file for the part after so many. */
  boolean hasMore(LogHistory log, int parts) {
    try {
      return files.disk().exists(file(log.log(), name(parts + 1)).path());
    } catch (IOException e) {
      return false;
    }
  }

  /** The keys of a log from a slice on as they were when the store was last closed. */
  GrowingKeys recent(LogHistory log, int firstSlice) {
    return part(log, RECENT, firstSlice)
        .map(GrowingKeys::new)
        .orElseGet(() -> new GrowingKeys(firstSlice));
  }

  /** Writes a complete part, whose table is in the file from then on if that could be done. */
  boolean keep(LogHistory log, int number, KeyPart part) {
    try {
      boolean written = write(log, name(number), part);
      if (written) {
        part(log, name(number), part.firstSlice()).ifPresent(kept -> part.moveTo(kept.table()));
      }
      return written;
    } catch (RuntimeException | OutOfMemoryError e) {
      return false;
    }
  }

  void writeRecent(LogHistory log, GrowingKeys recent) {
    write(log, RECENT, recent.part());
  }

  /** Files that changed since they were written. */
  List<Finding> faults(Log<?> log) throws IOException {
    List<Finding> faults = new ArrayList<>();
    Path folder = files.cache(log);
    if (files.disk().exists(folder)) {
      for (String name : files.disk().list(folder)) {
        if (name.endsWith(SUFFIX)) {
          KeyFile file = new KeyFile(files, folder, name);
          if (!file.isSound()) {
            String path = files.root().relativize(file.path()).toString().replace('\\', '/');
            faults.add(damaged(path));
          }
        }
      }
    }
    return faults;
  }

  static Finding damaged(String path) {
    return Finding.inFile(path, "this cache is damaged; no row is lost; delete the folder 'cache'");
  }

  /** A cache that cannot be written costs time when the store is opened next, and memory now. */
  private boolean write(LogHistory log, String name, KeyPart part) {
    try {
      file(log.log(), name).write(log.log(), part, chain(log, part.endSlice()));
      return true;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return false; // a cache must not stop what needs none
    }
  }

  private Optional<KeyPart> part(LogHistory log, String name, int firstSlice) {
    KeyFile file = file(log.log(), name);
    try {
      return file.header()
          .filter(
              h ->
                  h.log() == KeyFileHeader.log(log.log())
                      && h.firstSlice() == firstSlice
                      && h.endSlice() > firstSlice
                      && h.endSlice() <= log.slicesUpTo(history.head())
                      && h.rows() == log.rows(firstSlice, h.endSlice())
                      && h.chain() == chain(log, h.endSlice()))
          .map(
              h ->
                  new KeyPart(
                      h.firstSlice(),
                      h.endSlice(),
                      h.firstSecond(),
                      h.lastSecond(),
                      () -> table(log, name, h)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private KeyTable table(LogHistory log, String name, KeyFileHeader header) {
    try {
      Optional<KeyTable> sound = file(log.log(), name).table(header);
      if (sound.isPresent()) {
        return sound.get();
      }
    } catch (IOException e) {
      // the segments have it all
    }
    GrowingKeys again = new GrowingKeys(header.firstSlice());
    new KeyLoader(files).load(log, again, header.endSlice());
    if (writable) {
      write(log, name, again.part());
    }
    return again.table();
  }

  private long chain(LogHistory log, int endSlice) {
    return history.chain(log.position(endSlice - 1));
  }

  private KeyFile file(Log<?> log, String name) {
    return new KeyFile(files, files.cache(log), name + SUFFIX);
  }

  private static String name(int number) {
    return String.format(Locale.ROOT, "%06d", number);
  }
}
