package org.minorityreport.core.log.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.StoredRow;

/**
 * A store that is open for reading, in this process or another than the writer's. It looks at the
 * end of the journal whenever it is asked for more than it knows; keys are made when they are first
 * asked for.
 */
final class ReadingStore implements DirectoryLogStore {
  private final StoreFiles files;
  private final JournalFollower follower;
  private final CommitHistory history;
  private final KeyCache cache;
  private final KeyIndex index;
  private final Map<Log<?>, LogKeys> keys = new HashMap<>();
  private final StoreReads reads;
  private final int heapKeys;
  private volatile boolean closed;

  ReadingStore(StoreFiles files, int heapKeys) throws IOException {
    this.files = files;
    this.follower = JournalFollower.fromCache(files);
    this.history = follower.history();
    this.cache = new KeyCache(files, history, false);
    this.index = new KeyIndex(files, history, cache, heapKeys);
    this.heapKeys = heapKeys;
    this.reads = new StoreReads(files, history);
    follower.advance();
  }

  @Override
  public AppendResult append(Commit commit) {
    checkOpen();
    throw new LogStoreException(
        files.root() + " is open for reading only; open it with LogStores.directory to append");
  }

  @Override
  public CommitPosition head() {
    if (!closed) {
      lookFor(Long.MAX_VALUE);
    }
    return CommitPosition.of(history.head());
  }

  @Override
  public Optional<Instant> committedAt(CommitPosition position) {
    checkOpen();
    lookFor(position.value());
    return history.committedAt(position.value());
  }

  @Override
  public List<RunId> runs() {
    checkOpen();
    lookFor(Long.MAX_VALUE);
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
    lookFor(to.value());
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
    lookFor(to.value());
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
    lookFor(asOf.value());
    // before the keys, or they may know half of what another thread has just been told of
    long upTo = Math.min(asOf.value(), history.head());
    return reads.latest(keys(log), wanted, upTo);
  }

  @Override
  public long count(Log<?> log, RunId run, CommitPosition asOf) {
    checkOpen();
    lookFor(asOf.value());
    return reads.count(log, run, asOf.value());
  }

  @Override
  public Path directory() {
    return files.root();
  }

  @Override
  public List<Finding> openingReport() {
    return List.of();
  }

  @Override
  public boolean keep(String name, CommitPosition upTo, Content content) {
    return false; // who reads changes nothing
  }

  @Override
  public Optional<Kept> kept(String name) {
    checkOpen();
    lookFor(Long.MAX_VALUE);
    return new KeptFile(files, history, name).read();
  }

  @Override
  public List<Finding> verify() {
    return Verification.of(files, known());
  }

  @Override
  public List<Finding> verify(Anchor anchor) {
    List<Anchor> anchors = new ArrayList<>(known());
    anchors.add(anchor);
    return Verification.of(files, anchors);
  }

  @Override
  public synchronized Anchor anchor() {
    checkOpen();
    lookFor(Long.MAX_VALUE);
    history.requireSound(null, history.head() - 1, history.head());
    return Anchor.of(CommitPosition.of(history.head()), follower.place().hash().toString());
  }

  @Override
  public void close() {
    closed = true;
  }

  /** What this reader saw must still be there. */
  private synchronized List<Anchor> known() {
    checkOpen();
    return history.damages().isEmpty()
        ? List.of(Anchor.of(CommitPosition.of(history.head()), follower.place().hash().toString()))
        : List.of();
  }

  private void lookFor(long position) {
    if (position > history.head()) {
      synchronized (this) {
        try {
          follower.advance();
        } catch (IOException e) {
          throw new LogStoreException(
              files.root()
                  + ", journal: cannot be read: "
                  + DiskComplaint.of(e)
                  + "; look at the disk",
              e);
        }
      }
    }
  }

  /** What the writer has put into the cache meanwhile need not stay in the heap. */
  private synchronized LogKeys keys(Log<?> log) {
    LogKeys ofLog = keys.get(log);
    if (ofLog == null || isKeptElsewhere(ofLog)) {
      ofLog = index.ofLog(history.of(log));
      keys.put(log, ofLog);
    } else {
      index.goOn(ofLog);
    }
    return ofLog;
  }

  private boolean isKeptElsewhere(LogKeys ofLog) {
    return ofLog.recent().rows() >= heapKeys
        && cache.hasMore(ofLog.history(), ofLog.completeParts());
  }

  private void checkOpen() {
    if (closed) {
      throw new LogStoreException("the store is closed");
    }
  }
}
