package org.minorityreport.core.log.file;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Closer;
import com.google.common.util.concurrent.Futures;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.StoredRow;

/**
 * A store that is open for writing. Appends take turns; reads take no lock: all they look at is
 * complete before the head is published.
 */
final class WritingStore implements DirectoryLogStore {
  /** Recent keys are kept from an eighth of a part on; fewer are quickly made again. */
  private static final int KEPT_SHARE = 8;

  /** From how many rows on a part is written to the cache on another thread. */
  private static final int BESIDE_APPENDING = 4096;

  /**
   * The cache of commits is written again when the journal has grown by this for each key in the
   * heap, and by a quarter: it is written as a whole, and so costs a constant time per commit.
   */
  private static final long CACHED_STEP = 8;

  private static final int CACHED_SHARE = 4;

  private final StoreFiles files;
  private final InstantSource clock;
  private final CommitHistory history;
  private final Map<Log<?>, LogKeys> keys;
  private final Map<Log<?>, KnownRows> known = new HashMap<>();
  private final KeyCache cache;
  private final CommitCache commits;
  private final int heapKeys;
  private final StoreReads reads;
  private final SegmentWriter segments;
  private final JournalWriter journal;
  private final Closeable lock;
  private final List<Finding> openingReport;
  private final SideThread side;

  /** The file of keys that is being written. */
  private Future<Boolean> keeping = Futures.immediateFuture(true);

  private @Nullable LogStoreException failure;
  private volatile boolean closed;

  /** How much of the journal the cache of commits covers. */
  private long cachedEnd;

  WritingStore(
      StoreFiles files,
      DirectoryOptions options,
      CommitHistory history,
      Map<Log<?>, LogKeys> keys,
      KeyCache cache,
      long cachedEnd,
      JournalWriter journal,
      Closeable lock,
      List<Finding> openingReport) {
    this.files = files;
    this.clock = options.clock();
    this.history = history;
    this.keys = keys;
    this.cache = cache;
    this.commits = new CommitCache(files);
    this.cachedEnd = cachedEnd;
    this.heapKeys = options.heapKeys();
    this.reads = new StoreReads(files, history);
    this.segments = new SegmentWriter(files, options.segmentBytes(), history);
    this.journal = journal;
    this.lock = lock;
    this.side = new SideThread("log store " + files.root());
    this.openingReport = ImmutableList.copyOf(openingReport);
  }

  @Override
  public AppendResult append(Commit commit) {
    return appendAll(List.of(commit)).get(0);
  }

  @Override
  public synchronized List<AppendResult> appendAll(List<Commit> commits) {
    checkOpen();
    checkSound();
    CommitGroup group = new CommitGroup(history, this::keys, segments, journal, side);
    List<AppendResult> results = new ArrayList<>();
    try {
      for (Commit commit : commits) {
        onDisk(group::settle);
        Batch batch = looked(commit);
        if (!batch.slices().isEmpty()) {
          Instant now = clock.instant();
          onDisk(() -> group.add(batch, now));
        }
        CommitPosition at = CommitPosition.of(group.position());
        results.add(AppendResult.of(at, batch.newRows(), batch.newVersions(), batch.duplicates()));
      }
    } finally { // a commit that is refused takes none of those before it back
      if (failure == null && group.position() > history.head()) {
        onDisk(group::force);
        publish(group);
      }
    }
    return List.copyOf(results);
  }

  private void checkSound() {
    if (failure != null) {
      throw new LogStoreException(
          "an earlier commit failed, so nothing more is appended; close the store and open it"
              + " again; the failure was: "
              + failure.getMessage(),
          failure);
    }
  }

  private Batch looked(Commit commit) {
    Batch batch = Batch.of(commit, this::known);
    long seen = commit.guardedAt().map(CommitPosition::value).orElse(0L);
    commit.checkGuard((run, subject) -> newestAbout(run, subject, seen));
    return batch;
  }

  private void onDisk(DiskWork work) {
    try {
      work.run();
    } catch (IOException | RuntimeException | Error e) {
      LogStoreException failed = failed(history.head() + 1, e);
      Throwables.throwIfInstanceOf(e, Error.class);
      throw failed;
    }
  }

  private void publish(CommitGroup group) {
    try {
      group.settle();
      history.publish(group.position());
      keys.values().forEach(this::completeIfFull);
      if (journal.end() - cachedEnd > Math.max(CACHED_STEP * heapKeys, cachedEnd / CACHED_SHARE)) {
        keepCommits();
      }
    } catch (RuntimeException | Error e) {
      failure = new LogStoreException("commit " + group.position() + " is stored, but: " + e, e);
      throw failure;
    }
  }

  /** Keeps the heap bounded: what is there in numbers goes to a file, and is read from there. */
  private void completeIfFull(LogKeys ofLog) {
    int rows = ofLog.recent().rows();
    if (rows >= heapKeys) {
      SideThread.await(keeping); // so that no more than one part waits
      KeyPart part = ofLog.recent().part();
      int number = ofLog.completeParts() + 1;
      ofLog.complete(part);
      boolean large = rows >= BESIDE_APPENDING;
      keeping = side.begin(large, () -> cache.keep(ofLog.history(), number, part));
    }
  }

  private void keepCommits() {
    cachedEnd = journal.end();
    commits.write(history, journal.place(history.head()));
  }

  private CommitPosition newestAbout(RunId run, String subject, long seen) {
    long hash = RowHash.ofSubject(run, subject);
    return CommitPosition.of(
        keys.values().stream().mapToLong(k -> k.newestAbout(hash, seen)).max().orElse(0));
  }

  /** Nothing more is written: what the disk has now is known only after opening again. */
  private LogStoreException failed(long position, Throwable cause) {
    String taken = "it is absent";
    try {
      journal.cut();
    } catch (IOException e) {
      cause.addSuppressed(e);
      taken = "it is absent, or whole when the store is opened again";
    }
    LogStoreException failed =
        new LogStoreException(
            String.format(
                Locale.ROOT,
                "%s: commit %d could not be written: %s; %s; close the store, see to the disk and"
                    + " open it again",
                files.root(),
                position,
                cause instanceof IOException e ? DiskComplaint.of(e) : cause,
                taken),
            cause);
    failure = failed;
    return failed;
  }

  private KnownRows known(Log<?> log) {
    return known.computeIfAbsent(log, l -> new KnownRows(files, keys(l)));
  }

  private LogKeys keys(Log<?> log) {
    return Objects.requireNonNull(keys.get(log), log::wireName);
  }

  @Override
  public CommitPosition head() {
    return CommitPosition.of(history.head());
  }

  @Override
  public Optional<Instant> committedAt(CommitPosition position) {
    checkOpen();
    return history.committedAt(position.value());
  }

  @Override
  public List<RunId> runs() {
    checkOpen();
    return reads.runs();
  }

  @Override
  public void read(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition to,
      Consumer<? super StoredRow> reader) {
    checkOpen();
    reads.read(log, run, after.value(), to.value(), reader);
  }

  @Override
  public void readSlices(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition to,
      Consumer<? super RowSlice> reader,
      Consumer<? super Finding> damages) {
    checkOpen();
    reads.readSlices(log, run, after.value(), to.value(), reader, damages);
  }

  @Override
  public RowReader rowReader() {
    checkOpen();
    return new RowReader(files);
  }

  @Override
  public Map<String, StoredRow> latest(Log<?> log, Collection<String> wanted, CommitPosition asOf) {
    checkOpen();
    return reads.latest(keys(log), wanted, asOf.value());
  }

  @Override
  public long count(Log<?> log, RunId run, CommitPosition asOf) {
    checkOpen();
    return reads.count(log, run, asOf.value());
  }

  @Override
  public Path directory() {
    return files.root();
  }

  @Override
  public List<Finding> openingReport() {
    return openingReport;
  }

  @Override
  public boolean keep(String name, CommitPosition upTo, Content content) {
    return !closed && new KeptFile(files, history, name).write(upTo, content);
  }

  @Override
  public Optional<Kept> kept(String name) {
    checkOpen();
    return new KeptFile(files, history, name).read();
  }

  @Override
  public List<Finding> verify() {
    return Verification.of(files, List.of(anchor()));
  }

  @Override
  public List<Finding> verify(Anchor anchor) {
    return Verification.of(files, List.of(anchor(), anchor));
  }

  @Override
  public synchronized Anchor anchor() {
    checkOpen();
    return Anchor.of(head(), journal.hash().toString());
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (Closer closer = Closer.create()) {
      closer.register(lock); // closed last
      closer.register(journal);
      closer.register(segments);
      known.values().forEach(closer::register);
      closer.register(side::end);
      SideThread.await(keeping);
      if (failure == null) {
        keepCache();
      }
    } catch (IOException e) {
      throw new LogStoreException(
          files.root()
              + " could not be closed: "
              + DiskComplaint.of(e)
              + "; all commits are stored",
          e);
    }
  }

  private void keepCache() {
    keys.values().forEach(this::keepRecent);
    if (journal.end() - cachedEnd > CACHED_STEP * heapKeys / CACHED_SHARE) {
      keepCommits();
    }
  }

  /** So that the next opening need not read the rows again, if they are many. */
  private void keepRecent(LogKeys ofLog) {
    if (ofLog.recent().rows() >= heapKeys / KEPT_SHARE + 1) {
      cache.writeRecent(ofLog.history(), ofLog.recent());
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new LogStoreException("the store is closed");
    }
  }

  /** What may fail as disks do. */
  private interface DiskWork {
    void run() throws IOException;
  }
}
