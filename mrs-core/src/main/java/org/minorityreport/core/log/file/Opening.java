package org.minorityreport.core.log.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;

/** Opens directories: looks first, and moves something only when nothing is damaged. */
final class Opening {
  private final StoreFiles files;
  private final DirectoryOptions options;
  private final JournalFollower follower;
  private final CommitHistory history;
  private final KeyCache cache;
  private Map<Log<?>, LogKeys> keys = Map.of();
  private final List<Finding> report = new ArrayList<>();

  private Opening(StoreFiles files, DirectoryOptions options) {
    this.files = files;
    this.options = options;
    this.follower = JournalFollower.fromCache(files);
    this.history = follower.history();
    this.cache = new KeyCache(files, history, true);
  }

  static DirectoryLogStore forReading(Path directory, DirectoryOptions options) {
    try {
      StoreFiles files = files(directory, options);
      if (!StoreFormat.isStore(files)) {
        boolean exists = options.disk().exists(files.root());
        throw new LogStoreException(
            files.root()
                + (exists ? "" : " does not exist, so it")
                + " holds no log store yet; open it for writing to make one");
      }
      StoreFormat.check(files);
      return new ReadingStore(files, options.heapKeys());
    } catch (IOException e) {
      throw new LogStoreException(
          directory
              + " cannot be opened for reading: "
              + DiskComplaint.of(e)
              + "; see to path and permissions; nothing was touched",
          e);
    }
  }

  static DirectoryLogStore forWriting(Path directory, DirectoryOptions options) {
    try {
      StoreFiles files = files(directory, options);
      return locked(files, lock -> new Opening(files, options).open(lock));
    } catch (IOException e) {
      throw notForWriting(directory, e);
    }
  }

  static List<Finding> repair(Path directory, DirectoryOptions options) {
    try {
      StoreFiles files = files(directory, options);
      List<Finding> moved =
          locked(
              files,
              lock -> {
                List<Finding> done = new Opening(files, options).repair();
                lock.close();
                return done;
              });
      try (DirectoryLogStore store = forWriting(directory, options)) {
        List<Finding> all = new ArrayList<>(moved);
        all.addAll(store.openingReport());
        return List.copyOf(all);
      }
    } catch (IOException e) {
      throw notForWriting(directory, e);
    }
  }

  private static LogStoreException notForWriting(Path directory, IOException e) {
    return new LogStoreException(
        directory
            + " cannot be opened for writing: "
            + DiskComplaint.of(e)
            + "; see to disk, path and permissions, or open it for reading",
        e);
  }

  private static StoreFiles files(Path directory, DirectoryOptions options) throws IOException {
    return new StoreFiles(options.disk(), options.disk().real(directory));
  }

  /** Does something under the lock; gives it up if that fails. */
  private static <T> T locked(StoreFiles files, Locked<T> work) throws IOException {
    if (StoreFormat.isStore(files)) {
      StoreFormat.check(files);
    } else {
      files.disk().createDirectory(files.root());
      files
          .disk()
          .forceDirectory(Objects.requireNonNullElse(files.root().getParent(), files.root()));
    }
    Closeable lock = Holder.lock(files);
    boolean done = false;
    try {
      if (!StoreFormat.isStore(files)) {
        StoreFormat.create(files);
      }
      StoreFormat.check(files);
      T result = work.run(lock);
      done = true;
      return result;
    } finally {
      if (!done) {
        lock.close();
      }
    }
  }

  private DirectoryLogStore open(Closeable lock) throws IOException {
    long cachedEnd = follower.place().offset();
    Optional<JournalFollower.Leftover> leftover = load();
    List<Finding> damages = history.damages();
    if (!damages.isEmpty()) {
      throw new LogStoreException(
          String.format(
              Locale.ROOT,
              "%s is damaged, so it is not opened for writing: %s%s; restore the file from a copy,"
                  + " or, if only the last commit is concerned, call DirectoryLogStore.repair, which moves it"
                  + " aside;"
                  + " what is sound can be read",
              files.root(),
              damages.get(0),
              damages.size() > 1 ? " (and " + (damages.size() - 1) + " more)" : ""));
    }
    if (leftover.isPresent()) {
      moveJournalEnd(leftover.get().offset(), leftover.get().why());
    }
    moveSegmentEnds();
    long end = follower.place().offset();
    JournalWriter journal =
        JournalWriter.open(
            files, follower.lastOffset(), end, follower.hashBefore(), follower.place().hash());
    return new WritingStore(files, options, history, keys, cache, cachedEnd, journal, lock, report);
  }

  private Optional<JournalFollower.Leftover> load() throws IOException {
    Optional<JournalFollower.Leftover> leftover = follower.advance();
    keys = new KeyIndex(files, history, cache, options.heapKeys()).ofAll();
    return leftover;
  }

  /** Moves the last entry aside if it, or a slice of it, is damaged. */
  private List<Finding> repair() throws IOException {
    load();
    long last = follower.place().position();
    for (Finding damage : history.damages()) {
      if (damage.position().map(CommitPosition::value).orElse(0L) != last) {
        throw new LogStoreException(
            files.root()
                + " cannot be repaired: "
                + damage
                + "; only the last commit, "
                + last
                + ", can be moved aside; restore the file from a copy");
      }
    }
    if (!history.damages().isEmpty()) {
      String what = "commit " + last + " is taken back: " + history.damages().get(0);
      moveJournalEnd(follower.lastOffset(), what);
    }
    return List.copyOf(report);
  }

  private void moveJournalEnd(long from, String why) throws IOException {
    report.add(files.moveAside(files.at(StoreFiles.JOURNAL), null, from, why));
  }

  /** Moves aside what no commit covers: rows of a commit that did not come to its end. */
  private void moveSegmentEnds() throws IOException {
    for (LogHistory log : history.logs()) {
      for (int segment : files.segments(log.log())) {
        Path file = files.segment(log.log(), segment);
        long covered = log.covered(segment);
        if (files.size(file) > covered) {
          String why = "rows of a commit that was not completed";
          report.add(files.moveAside(file, log.log(), covered, why));
        }
      }
    }
  }

  /** What is done while the directory is locked. */
  private interface Locked<T> {
    T run(Closeable lock) throws IOException;
  }
}
