package org.minorityreport.testkit.store.onefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.disk.Disk;

/**
 * A log store with all commits in one file and all rows in memory, twice: what readers see, and
 * what a commit is tried on before it is written.
 */
public final class OneFileStore implements LogStore {
  private final Set<Slip> slips;
  private final InstantSource clock;
  private final RecordFile file;
  private final Closeable lock;
  private final boolean writes;
  private Instant now = Instant.EPOCH;
  private final LogStore tried = LogStores.inMemory();
  private final LogStore shown = LogStores.inMemory(() -> now);
  private boolean failed;
  private boolean closed;

  private OneFileStore(
      RecordFile file, Closeable lock, boolean writes, InstantSource clock, Set<Slip> slips)
      throws IOException {
    this.file = file;
    this.lock = lock;
    this.writes = writes;
    this.clock = clock;
    this.slips = slips;
    file.readOn(this::load);
  }

  /**
   * Opens a directory for writing; makes the store if there is none.
   *
   * @param disk where the directory is
   * @param directory the directory
   * @param clock tells when a commit arrived
   * @param slips what its author forgot
   * @return the store
   */
  public static OneFileStore open(Disk disk, Path directory, InstantSource clock, Set<Slip> slips) {
    try {
      disk.createDirectory(directory);
      disk.forceDirectory(directory.getParent());
      Optional<Closeable> lock = disk.tryLock(directory.resolve("lock"));
      if (lock.isEmpty() && !slips.contains(Slip.ACCEPTS_TWO_WRITERS)) {
        throw new LogStoreException(directory + " is held by another writer");
      }
      Closeable held = lock.orElse(() -> {});
      try {
        if (!disk.exists(directory.resolve(RecordFile.NAME))) {
          RecordFile.make(disk, directory, slips);
        }
        disk.forceDirectory(directory);
        RecordFile file =
            new RecordFile(disk.openToWrite(directory.resolve(RecordFile.NAME)), slips);
        OneFileStore store = new OneFileStore(file, held, true, clock, slips);
        file.settle();
        return store;
      } catch (IOException | RuntimeException e) {
        held.close();
        throw e;
      }
    } catch (IOException e) {
      throw new LogStoreException(directory + " cannot be opened: " + e, e);
    }
  }

  /**
   * Opens a directory for reading.
   *
   * @param disk where the directory is
   * @param directory the directory
   * @param slips what its author forgot
   * @return the store
   */
  public static OneFileStore openForReading(Disk disk, Path directory, Set<Slip> slips) {
    try {
      Set<Slip> here = EnumSet.noneOf(Slip.class);
      here.addAll(slips);
      here.remove(Slip.LOSES_THE_TAIL);
      RecordFile file = new RecordFile(disk.openToRead(directory.resolve(RecordFile.NAME)), here);
      return new OneFileStore(file, () -> {}, false, InstantSource.system(), slips);
    } catch (IOException e) {
      throw new LogStoreException(directory + " cannot be opened for reading: " + e, e);
    }
  }

  private void load(CommitRecord record) {
    now = record.time();
    Commit commit = Commit.of(record.slices());
    if (!slips.contains(Slip.FORGETS_VERSIONS)) {
      tried.append(commit);
    }
    shown.append(commit);
  }

  @Override
  public synchronized AppendResult append(Commit commit) {
    if (closed || failed || !writes) {
      throw new LogStoreException(
          closed ? "the store is closed" : failed ? "an earlier commit failed" : "read only");
    }
    Instant time = clock.instant();
    AppendResult result =
        tried.append(slips.contains(Slip.IGNORES_GUARDS) ? Commit.of(commit.slices()) : commit);
    if (result.appended() > 0) {
      now = time;
      if (slips.contains(Slip.SHOWS_BEFORE_WRITING)) {
        shown.append(Commit.of(commit.slices()));
      }
      write(commit, result.position().value());
      if (!slips.contains(Slip.SHOWS_BEFORE_WRITING)) {
        shown.append(Commit.of(commit.slices()));
      }
    }
    return result;
  }

  private void write(Commit commit, long position) {
    long before = file.end();
    try {
      if (slips.contains(Slip.TEARS_A_BATCH)) {
        for (LogSlice slice : commit.slices()) {
          file.append(new CommitRecord(position, now, List.of(slice)).bytes());
        }
      } else {
        file.append(new CommitRecord(position, now, commit.slices()).bytes());
      }
      file.force();
    } catch (IOException e) {
      if (slips.contains(Slip.SWALLOWS_A_FULL_DISK) && e instanceof FileSystemException) {
        return;
      }
      failed = !slips.contains(Slip.GOES_ON_AFTER_A_FAILURE);
      throw refused(position, before, e);
    }
  }

  private LogStoreException refused(long position, long before, IOException cause) {
    try {
      file.cut(before);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    return new LogStoreException("commit " + position + " could not be written: " + cause, cause);
  }

  /** What is read; a reader looks first whether something came. */
  private LogStore shown() {
    if (!writes) {
      readOn();
    }
    return shown;
  }

  private synchronized void readOn() {
    if (!closed) {
      try {
        file.readOn(this::load);
      } catch (IOException e) {
        throw new LogStoreException("cannot be read: " + e, e);
      }
    }
  }

  @Override
  public CommitPosition head() {
    return shown().head();
  }

  @Override
  public Optional<Instant> committedAt(CommitPosition position) {
    return shown().committedAt(position);
  }

  @Override
  public List<RunId> runs() {
    return shown().runs();
  }

  @Override
  public void read(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition to,
      Consumer<? super StoredRow> reader) {
    shown().read(log, run, after, to, reader);
  }

  @Override
  public Map<String, StoredRow> latest(Log<?> log, Collection<String> keys, CommitPosition asOf) {
    return shown().latest(log, keys, asOf);
  }

  @Override
  public long count(Log<?> log, RunId run, CommitPosition asOf) {
    return shown().count(log, run, asOf);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      shown.close();
      try {
        file.close();
        lock.close();
      } catch (IOException e) {
        throw new LogStoreException("cannot be closed: " + e, e);
      }
    }
  }
}
